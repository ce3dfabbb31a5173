package org.fengqiao.reporting.pages;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.kit.web.Refusal;

/**
 * Why something typed was not taken, above the form that still holds it.
 *
 * @param status of the answer
 */
public record Trouble(int status, String text, List<Fault> faults) {

    /**
     * One place of it.
     *
     * @param name of the field; null of what is none of a text
     */
    public record Fault(String pointer, String name, String text) {}

    private static final Pattern PLACE =
            Pattern.compile(
                    "/(title|opening)|/sections/(\\d+)/(title|items/(\\d+)/(heading|text))");

    static Trouble of(Refusal it, Terms terms) {
        return new Trouble(
                it.status(),
                terms.of(it.zh(), it.en()),
                it.faults().stream()
                        .map(
                                at ->
                                        new Fault(
                                                at.pointer(),
                                                name(at.pointer(), terms),
                                                terms.of(at.zh(), at.en())))
                        .toList());
    }

    /** Of a field of a report's text: 第2部分第1段正文. */
    private static String name(String pointer, Terms terms) {
        Matcher place = PLACE.matcher(pointer);
        if (!place.matches()) {
            return null;
        }
        if (place.group(1) != null) {
            return place.group(1).equals("title")
                    ? terms.of("报告标题", "Title of the report")
                    : terms.of("开头", "Opening");
        }
        int section = Integer.parseInt(place.group(2)) + 1;
        if (place.group(4) == null) {
            return terms.of("第%d部分标题", "Section %d, title").formatted(section);
        }
        boolean heading = place.group(5).equals("heading");
        return terms.of("第%d部分第%d段%s", "Section %d, part %d, %s")
                .formatted(
                        section,
                        Integer.parseInt(place.group(4)) + 1,
                        heading ? terms.of("小标题", "heading") : terms.of("正文", "text"));
    }

    List<String> at(String pointer) {
        return faults.stream().filter(it -> it.pointer().equals(pointer)).map(Fault::text).toList();
    }
}
