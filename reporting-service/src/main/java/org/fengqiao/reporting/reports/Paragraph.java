package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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

    /** Fills the words. */
    static Paragraph of(Written words, int year, List<Figure> figures) {
        Map<String, Figure> byCode =
                figures.stream().collect(Collectors.toMap(Figure::indicator, it -> it));
        List<Segment> segments = words.parts(year).stream().map(it -> segment(it, byCode)).toList();
        String text =
                segments.stream()
                        .map(it -> it.figure() == null ? it.text() : it.figure().rendered())
                        .collect(Collectors.joining());
        return new Paragraph(text, segments);
    }

    private static Segment segment(Written.Part part, Map<String, Figure> figures) {
        return part instanceof Mention it
                ? new Segment(null, reference(it, figures.get(it.code())))
                : new Segment(part.text(), null);
    }

    private static Reference reference(Mention mention, Figure it) {
        return new Reference(it.indicator(), it.value(), mention.print(it), it.receipt());
    }
}
