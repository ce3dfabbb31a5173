package org.fengqiao.reporting.pages;

import java.util.List;
import java.util.function.Function;
import org.fengqiao.reporting.reports.Edition;
import org.fengqiao.reporting.reports.Edition.Line;
import org.fengqiao.reporting.reports.Edition.Value;

/** The text of a report, every figure a link to its records. */
public record Printed(String title, List<Paragraph> opening, List<Section> sections) {

    /** A section. */
    public record Section(String title, List<Item> items) {}

    /** A part of it. */
    public record Item(String heading, List<Paragraph> paragraphs) {}

    /** A paragraph. */
    public record Paragraph(List<Piece> pieces) {}

    /**
     * A piece of it.
     *
     * @param page of the records behind a figure; null of words, and where the reader may not
     * @param title what a figure counts, or why a number was typed; null of words
     */
    public record Piece(String text, String page, String title) {}

    /**
     * The text of an edition.
     *
     * @param page of the records behind a figure; null where the reader may see none
     */
    static Printed of(Edition text, Terms terms, Function<Value, String> page) {
        return new Printed(
                text.title(),
                paragraphs(text.opening(), text, terms, page),
                text.sections().stream()
                        .map(it -> new Section(it.title(), items(it, text, terms, page)))
                        .toList());
    }

    private static List<Item> items(
            Edition.Section section, Edition text, Terms terms, Function<Value, String> page) {
        return section.items().stream()
                .map(it -> new Item(it.heading(), paragraphs(it.paragraphs(), text, terms, page)))
                .toList();
    }

    private static List<Paragraph> paragraphs(
            List<Line> lines, Edition text, Terms terms, Function<Value, String> page) {
        return lines.stream()
                .map(it -> it.pieces().stream().map(one -> piece(one, text, terms, page)).toList())
                .map(Paragraph::new)
                .toList();
    }

    private static Piece piece(
            Edition.Piece it, Edition text, Terms terms, Function<Value, String> page) {
        Value figure = it.figure() == null ? null : text.figure(it.figure()).orElse(null);
        if (figure == null) {
            return new Piece(it.text(), null, it.declared());
        }
        return new Piece(it.text(), page.apply(figure), terms.of(figure.title(), figure.titleEn()));
    }
}
