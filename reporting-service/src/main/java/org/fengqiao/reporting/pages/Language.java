package org.fengqiao.reporting.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.fengqiao.kit.web.Refusal;

/** A language of the pages; the first one where nothing else is known. */
enum Language {
    ZH("zh", "zh-CN", Locale.SIMPLIFIED_CHINESE),
    EN("en", "en", Locale.ENGLISH);

    private final String code;
    private final String tag;
    private final Locale locale;

    Language(String code, String tag, Locale locale) {
        this.code = code;
        this.tag = tag;
        this.locale = locale;
    }

    /** As in {@code ?lang=}. */
    public String code() {
        return code;
    }

    /** As in the attribute {@code lang}. */
    public String tag() {
        return tag;
    }

    Locale locale() {
        return locale;
    }

    Language other() {
        return this == ZH ? EN : ZH;
    }

    static Optional<Language> find(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    /**
     * Reads the query parameter {@code lang}.
     *
     * @throws Refusal 400 for a language that no page is written in
     */
    static Language of(String code) {
        return find(code)
                .orElseThrow(
                        () ->
                                Refusal.parameter(
                                        "lang", "lang 须为 zh 或 en", "lang needs to be zh or en"));
    }
}
