package org.fengqiao.reporting.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.reports.Edition;
import org.fengqiao.reporting.reports.Edition.Item;
import org.fengqiao.reporting.reports.Edition.Line;
import org.fengqiao.reporting.reports.Edition.Piece;
import org.fengqiao.reporting.reports.Edition.Section;
import org.fengqiao.reporting.reports.Edition.Value;
import org.fengqiao.reporting.reports.Numerals;

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
     * @param declared why it is no figure, where it is a number all the same, or why it was signed
     *     so; otherwise null
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
        String signed = typedBecause(edition);
        Function<Line, Block> body =
                line ->
                        new Block(
                                Level.BODY,
                                "",
                                line.pieces().stream()
                                        .flatMap(it -> facts(it, figures, signed))
                                        .toList());
        List<Block> blocks = new ArrayList<>();
        edition.opening().forEach(it -> blocks.add(body.apply(it)));
        for (int i = 0; i < edition.sections().size(); i++) {
            Section section = edition.sections().get(i);
            blocks.add(heading(Level.SECTION, chinese(i + 1) + "、", section.title(), signed));
            int number = 0;
            for (Item item : section.items()) {
                if (item.heading() != null) {
                    number++;
                    String counted = "（" + chinese(number) + "）";
                    blocks.add(heading(Level.ITEM, counted, item.heading(), signed));
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

    /** Why it was signed with numbers that were typed; null where there are none. */
    private static String typedBecause(Edition edition) {
        return edition.checks().stream()
                .filter(it -> it.code().equals("T-NUMERAL"))
                .map(it -> "签发说明：" + it.reason())
                .findFirst()
                .orElse(null);
    }

    private static Block heading(Level level, String number, String title, String signed) {
        return new Block(level, number, words(title, signed).toList());
    }

    private static Stream<Fact> facts(Piece piece, Map<String, Value> figures, String signed) {
        return piece.figure() == null && piece.declared() == null
                ? words(piece.text(), signed)
                : Stream.of(fact(piece, figures));
    }

    /** Words, with each number that was typed among them and signed so. */
    private static Stream<Fact> words(String text, String signed) {
        if (signed == null) {
            return Stream.of(new Fact(text, null, null));
        }
        List<Fact> facts = new ArrayList<>();
        int end = 0;
        for (MatchResult it : Numerals.typed(text).toList()) {
            facts.add(new Fact(text.substring(end, it.start()), null, null));
            facts.add(new Fact(it.group(), null, signed));
            end = it.end();
        }
        facts.add(new Fact(text.substring(end), null, null));
        return facts.stream();
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
