package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.reporting.figures.Figures.Figure;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Chapter;
import org.fengqiao.reporting.indicators.Unit;

/**
 * A paragraph of the report: text with references to figures, never typed numbers.
 *
 * @param text the whole paragraph
 * @param segments the same in pieces, each text or a figure
 */
@Schema(name = "Paragraph")
public record Paragraph(String text, List<Segment> segments) {

    private static final Pattern REFERENCE = Pattern.compile("\\{([A-Z]-[0-9A-Z-]+)(~?)}");

    /** A piece: exactly one of the two is present. */
    @Schema(name = "ParagraphSegment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Segment(String text, Reference figure) {}

    /**
     * A figure in the text.
     *
     * @param value absent where the figure has none
     * @param rendered as printed
     * @param receipt path of the list behind it
     */
    @Schema(name = "FigureReference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reference(String indicator, BigDecimal value, String rendered, String receipt) {

        /** The receipt as a page. */
        public String page() {
            return receipt.replaceFirst("/v1/", "/pages/");
        }
    }

    /** Codes of the figures in a chapter's text, in order; a village's text has some of them. */
    public static List<String> references(Chapter chapter) {
        return found(chapter).map(it -> it.group(1)).toList();
    }

    /** Codes of those in the style 20余, in any text. */
    public static List<String> approximated() {
        return Arrays.stream(Chapter.values())
                .flatMap(Paragraph::found)
                .filter(it -> !it.group(2).isEmpty())
                .map(it -> it.group(1))
                .toList();
    }

    /** Codes of those that another unit than theirs follows in the text. */
    public static List<String> withoutTheirUnit(Chapter chapter) {
        return withoutTheirUnit(Wording.GENERAL.text(chapter));
    }

    static List<String> withoutTheirUnit(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .filter(it -> !standsWithItsUnit(text.substring(it.end()), it.group(1)))
                .map(it -> it.group(1))
                .toList();
    }

    /** 人 is not 人次, and 件 is not 件次. */
    private static boolean standsWithItsUnit(String after, String code) {
        Unit unit = Catalogue.find(code).orElseThrow().unit();
        String label = unit == Unit.PERCENT ? "％" : unit.label();
        return after.startsWith(label) && !after.startsWith(label + "次");
    }

    private static Stream<MatchResult> found(Chapter chapter) {
        return REFERENCE.matcher(Wording.GENERAL.text(chapter)).results();
    }

    /** A chapter's text in general words, as its numbers are printed. */
    public static String printed(Chapter chapter, Function<String, Figure> figures) {
        return REFERENCE
                .matcher(Wording.GENERAL.text(chapter))
                .replaceAll(it -> Matcher.quoteReplacement(print(figures.apply(it.group(1)))));
    }

    /** A figure as the paragraph prints it. */
    public static String print(Figure figure) {
        return approximated().contains(figure.indicator()) && figure.value() != null
                ? Approximation.of(figure.value())
                : figure.rendered();
    }

    /** Fills the words. */
    static Paragraph of(String words, int year, List<Figure> figures) {
        Map<String, Figure> byCode =
                figures.stream().collect(Collectors.toMap(Figure::indicator, it -> it));
        String template = words.replace("{year}", Integer.toString(year));
        List<Segment> segments = new ArrayList<>();
        Matcher reference = REFERENCE.matcher(template);
        int end = 0;
        while (reference.find()) {
            segments.add(new Segment(template.substring(end, reference.start()), null));
            Figure it = byCode.get(reference.group(1));
            segments.add(
                    new Segment(
                            null,
                            new Reference(it.indicator(), it.value(), print(it), it.receipt())));
            end = reference.end();
        }
        segments.add(new Segment(template.substring(end), null));
        String text =
                segments.stream()
                        .map(it -> it.figure() == null ? it.text() : it.figure().rendered())
                        .collect(Collectors.joining());
        return new Paragraph(text, segments);
    }
}
