package org.fengqiao.reporting.pages;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fengqiao.kit.divisions.Division;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.pages.Frame.Place;
import org.fengqiao.reporting.pages.Frame.Subject;
import org.fengqiao.reporting.pages.Frame.Tab;

/** Who reads a page: in which language, from which office, and what there is to choose from. */
@RequestScoped
class Reader {

    static final String COOKIE = "fengqiao-language";

    private static final String PAGES = "/reporting/pages";
    private static final int FIRST_YEAR = 2024;
    private static final String INDENT = "\u3000";

    private final Caller caller;
    private final Divisions divisions;
    private final RoutingContext request;
    private final Clock clock;

    Reader(Caller caller, Divisions divisions, RoutingContext request, Clock clock) {
        this.caller = caller;
        this.divisions = divisions;
        this.request = request;
        this.clock = clock;
    }

    /**
     * The language asked for, which is kept for the next page; else the one kept; else what the
     * browser prefers; else Chinese.
     *
     * @param asked query parameter {@code lang}; null for none
     * @throws Refusal 400 for a language that no page is written in
     */
    Language language(String asked) {
        if (asked != null) {
            Language language = Language.of(asked);
            request.response().addCookie(kept(language));
            return language;
        }
        return Optional.ofNullable(request.request().getCookie(COOKIE))
                .map(Cookie::getValue)
                .flatMap(Language::find)
                .or(this::preferred)
                .orElse(Language.ZH);
    }

    private Cookie kept(Language language) {
        return Cookie.cookie(COOKIE, language.code())
                .setPath(PAGES)
                .setMaxAge(Duration.ofDays(365).toSeconds())
                .setHttpOnly(true)
                .setSecure(request.request().isSSL())
                .setSameSite(CookieSameSite.LAX);
    }

    private Optional<Language> preferred() {
        return request.acceptableLanguages().stream()
                .map(LanguageHeader::tag)
                .map(Language::find)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The years there may be figures of, newest first. */
    List<String> years() {
        int thisYear = LocalDate.now(clock).getYear();
        return IntStream.rangeClosed(0, thisYear - FIRST_YEAR)
                .mapToObj(it -> Integer.toString(thisYear - it))
                .toList();
    }

    /**
     * A division's year, as one of its pages shows it.
     *
     * @param tab null for a page below those
     */
    Subject subject(String division, String year, Tab tab) {
        List<String> years =
                Stream.concat(years().stream(), Stream.of(year))
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList();
        List<Place> places = new ArrayList<>();
        addPlace(caller.division(), "", division, places);
        return new Subject(division, year, tab, years, places);
    }

    /** The division, and below it the way to the one that is shown and what lies right below. */
    private void addPlace(String code, String indent, String shown, List<Place> places) {
        places.add(new Place(code, indent + divisions.name(code)));
        DivisionCode here = new DivisionCode(code);
        if (here.contains(new DivisionCode(shown))) {
            for (Division child : divisions.children(code)) {
                addPlace(child.code().value(), indent + INDENT, shown, places);
            }
        }
    }

    /** The page in the reader's language, with what stands around it. */
    TemplateInstance shown(TemplateInstance page, Language language, Subject subject) {
        return shown(page, language, subject, request.request().path());
    }

    /**
     * The same for a page that is at home elsewhere.
     *
     * @param address path of the page
     */
    TemplateInstance shown(
            TemplateInstance page, Language language, Subject subject, String address) {
        return framed(page, language, divisions.fullName(caller.division()), subject, address);
    }

    /** The reader's office, full name; empty for a reader who has none or has not signed in. */
    Optional<String> office() {
        try {
            return Optional.of(divisions.fullName(caller.division()));
        } catch (Refusal none) {
            return Optional.empty();
        }
    }

    /** A page for anybody, with or without an office. */
    TemplateInstance open(TemplateInstance page, Language language) {
        return framed(page, language, null, null, request.request().path());
    }

    private TemplateInstance framed(
            TemplateInstance page,
            Language language,
            String office,
            Subject subject,
            String address) {
        String query = request.request().query();
        String others =
                Arrays.stream(query == null ? new String[0] : query.split("&", -1))
                        .filter(it -> !it.startsWith("lang=") && !it.isEmpty())
                        .map(it -> it + "&")
                        .collect(Collectors.joining());
        String other = address + "?" + others + "lang=" + language.other().code();
        return page.setLocale(language.locale())
                .data("frame", new Frame(language, other, office, subject));
    }
}
