package org.fengqiao.petition.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Coded;
import org.fengqiao.kit.web.Refusal;

/**
 * What a petition is about: two levels, six digits, {@code 990000} = other. The names of the first
 * level are those of the national list of 2023; the numbers and the second level are the suite's
 * own until that code table has been read.
 *
 * @param code six digits; the last four of the first level and the last two of the second are zero
 * @param disputeType two-digit type of dispute that such a matter becomes before a committee
 */
@Schema(type = SchemaType.STRING, pattern = "\\d{6}")
public record ContentClass(String code, String zh, String en, String disputeType) implements Coded {

    private static final String FILE = "/content-classes.csv";
    private static final List<ContentClass> ALL = bundled();
    private static final Map<String, ContentClass> BY_CODE =
            ALL.stream().collect(Collectors.toMap(ContentClass::code, Function.identity()));

    /** All classes, each first level before its second. */
    public static List<ContentClass> all() {
        return ALL;
    }

    public static Optional<ContentClass> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /**
     * The class that a query parameter names.
     *
     * @throws Refusal 400 for a code that is not in the list
     */
    public static ContentClass parameter(String code) {
        return ofCode(code)
                .orElseThrow(
                        () ->
                                Refusal.parameter(
                                        "contentClass",
                                        "没有该内容分类（见代码表 content-classes）",
                                        "not in the list content-classes"));
    }

    @JsonCreator
    static ContentClass read(String code) {
        return ofCode(code)
                .orElseThrow(() -> new IllegalArgumentException("no content class has this code"));
    }

    @Override
    @JsonValue
    public String code() {
        return code;
    }

    /** The class of the first level that this one belongs to: itself on the first level. */
    public ContentClass firstLevel() {
        return BY_CODE.get(code.substring(0, 2) + "0000");
    }

    private static List<ContentClass> bundled() {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                ContentClass.class.getResourceAsStream(FILE),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(it -> !it.startsWith("#"))
                    .skip(1)
                    .map(it -> it.split(",", -1))
                    .map(it -> new ContentClass(it[0], it[1], it[2], it[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
