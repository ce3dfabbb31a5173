package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.reporting.figures.Figure;

/**
 * A paragraph of the report: text with references to figures, never typed numbers.
 *
 * @param text the whole paragraph
 * @param segments the same in pieces, each text or a figure
 */
@Schema(name = "Paragraph")
public record Paragraph(String text, List<Segment> segments) {

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

    /**
     * A figure as the paragraph prints it.
     *
     * @param approximated in the style 20余
     */
    public static String print(Figure figure, boolean approximated) {
        return approximated && figure.value() != null
                ? Approximation.of(figure.value())
                : figure.rendered();
    }

    /** Fills the words. */
    static Paragraph of(String words, int year, List<Figure> figures) {
        Map<String, Figure> byCode =
                figures.stream().collect(Collectors.toMap(Figure::indicator, it -> it));
        String template = words.replace("{year}", Integer.toString(year));
        List<Segment> segments = new ArrayList<>();
        Matcher reference = Wording.REFERENCE.matcher(template);
        int end = 0;
        while (reference.find()) {
            segments.add(new Segment(template.substring(end, reference.start()), null));
            Figure it = byCode.get(reference.group(1));
            String printed = print(it, Wording.isApproximated(reference));
            segments.add(
                    new Segment(
                            null,
                            new Reference(it.indicator(), it.value(), printed, it.receipt())));
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
