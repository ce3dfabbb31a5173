package org.fengqiao.reporting.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.reports.Edition;
import org.fengqiao.reporting.reports.Edition.Item;
import org.fengqiao.reporting.reports.Edition.Line;
import org.fengqiao.reporting.reports.Edition.Piece;
import org.fengqiao.reporting.reports.Edition.Section;
import org.fengqiao.reporting.reports.Edition.Value;

/**
 * The text of an edition in the order in which it is read, its headings with their numbers: 一、 and
 * （一） (GB/T 9704-2012).
 */
record Outline(List<Block> blocks) {

    private static final String DIGITS = "一二三四五六七八九";

    /** What a block is. */
    enum Level {
        SECTION,
        ITEM,
        BODY
    }

    /**
     * A heading or a paragraph.
     *
     * @param number of a heading as it is printed; of a paragraph empty
     */
    record Block(Level level, String number, List<Fact> facts) {

        /** All of it as it is printed. */
        public String text() {
            return facts.stream().map(Fact::text).collect(Collectors.joining("", number, ""));
        }
    }

    /**
     * A piece of text.
     *
     * @param value the figure that it prints; null of plain text
     * @param declared why it is no figure, where it is a number all the same; otherwise null
     */
    record Fact(String text, Value value, String declared) {}

    /**
     * The outline of an edition.
     *
     * @throws IllegalArgumentException where its text prints a figure that it does not have
     */
    static Outline of(Edition edition) {
        Map<String, Value> figures =
                edition.figures().stream().collect(Collectors.toMap(Value::key, it -> it));
        Function<Line, Block> body =
                line ->
                        new Block(
                                Level.BODY,
                                "",
                                line.pieces().stream().map(it -> fact(it, figures)).toList());
        List<Block> blocks = new ArrayList<>();
        edition.opening().forEach(it -> blocks.add(body.apply(it)));
        for (int i = 0; i < edition.sections().size(); i++) {
            Section section = edition.sections().get(i);
            blocks.add(heading(Level.SECTION, chinese(i + 1) + "、", section.title()));
            int number = 0;
            for (Item item : section.items()) {
                if (item.heading() != null) {
                    number++;
                    String counted = "（" + chinese(number) + "）";
                    blocks.add(heading(Level.ITEM, counted, item.heading()));
                }
                item.paragraphs().forEach(it -> blocks.add(body.apply(it)));
            }
        }
        return new Outline(blocks);
    }

    /** The numbers that come from no record, each with its reason. */
    public List<Fact> declared() {
        return facts().filter(it -> it.declared() != null).toList();
    }

    private Stream<Fact> facts() {
        return blocks.stream().flatMap(it -> it.facts().stream());
    }

    private static Block heading(Level level, String number, String title) {
        return new Block(level, number, List.of(new Fact(title, null, null)));
    }

    private static Fact fact(Piece piece, Map<String, Value> figures) {
        Value value = null;
        if (piece.figure() != null) {
            value = figures.get(piece.figure());
            if (value == null) {
                throw new IllegalArgumentException(piece.figure() + " is printed and not there");
            }
        }
        return new Fact(piece.text(), value, piece.declared());
    }

    /** A number from 1 to 99 in Chinese: 十, 十二, 二十, 二十一. */
    static String chinese(int number) {
        int tens = number / 10;
        int ones = number % 10;
        String before = tens == 0 ? "" : (tens == 1 ? "" : digit(tens)) + "十";
        return before + (ones == 0 ? "" : digit(ones));
    }

    private static String digit(int digit) {
        return DIGITS.substring(digit - 1, digit);
    }
}
