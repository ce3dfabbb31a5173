package org.fengqiao.reporting.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.reports.Mention.Style;
import org.fengqiao.reporting.reports.Reading.Question;
import org.fengqiao.reporting.reports.Written.Part;

/**
 * Knows figures by the words before them and the unit behind: 调处成功410件 is M-04, for the suite's own
 * words say 调处成功{M-04}件.
 */
final class Recognition {

    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<number>[0-9]+(?:\\.[0-9]+)?)(?<more>[余多]?)(?<unit>[％%]|\\p{IsHan}{0,3})");
    private static final Pattern BREAK = Pattern.compile("[，。；：、,;]");
    private static final int LEAST_WORDS = 5;

    /**
     * A figure as the suite's own words have it.
     *
     * @param before the words before it, back to the clause's beginning; a figure among them is
     *     told by its code in braces
     */
    private record Known(String before, Mention mention, List<String> units) {}

    private final int textYear;
    private final List<Known> known = new ArrayList<>();

    /**
     * @param indicators that are there for the division: what a county defined is known by its
     *     title
     * @param year of the report that it becomes; {@code textYear} of the text, to which its words
     *     of years belong
     */
    Recognition(Wording wording, Indicators indicators, int year, int textYear) {
        this.textYear = textYear;
        for (Written paragraph : wording.text().paragraphs()) {
            StringBuilder before = new StringBuilder();
            for (Part part : paragraph.parts(textYear)) {
                if (part instanceof Mention it) {
                    Indicator indicator = indicators.get(it.code());
                    known.add(new Known(clause(before), it, it.units(indicator.unit())));
                    before.append('{').append(it.code()).append('}');
                } else {
                    before.append(part.text());
                }
            }
        }
        for (Indicator it : indicators.own(Period.of(Integer.toString(year)))) {
            Mention mention = Mention.of(it.code());
            known.add(new Known(it.title(), mention, mention.units(it.unit())));
        }
    }

    private static String clause(CharSequence text) {
        String[] clauses = BREAK.split(text.toString(), -1);
        return clauses[clauses.length - 1];
    }

    /** The text with its year, and those beside it, as they are written in a draft. */
    String withYears(String text) {
        return text.replace(textYear + "年", "{year}年")
                .replace((textYear + 1) + "年", "{year+1}年")
                .replace((textYear - 1) + "年", "{year-1}年");
    }

    /**
     * A paragraph with its figures named.
     *
     * @param kind of its section: numbers of next year's arrangements are targets
     * @param questions takes what a person has to look at
     */
    String read(String paragraph, SectionKind kind, String pointer, List<Question> questions) {
        for (String zero : LeadingZeros.in(paragraph)) {
            questions.add(
                    new Question(
                            pointer,
                            zero,
                            LeadingZeros.question(List.of(zero)),
                            "A number that begins with a zero: which is meant?"));
        }
        for (String letters : Numerals.inLetters(List.of(paragraph))) {
            questions.add(
                    question(pointer, letters, "是用汉字写的数：是统计数的，请改为引用指标", "A number in letters"));
        }
        StringBuilder read = new StringBuilder();
        Matcher found = NUMBER.matcher(paragraph);
        int end = 0;
        for (Matcher it = found; it.find(); ) {
            read.append(paragraph, end, it.start());
            end = it.end("more");
            String typed = paragraph.substring(it.start(), end);
            if (Numerals.isNone(paragraph, it.start())) {
                read.append(typed);
            } else if (kind == SectionKind.NEXT_YEAR) {
                end = isSign(it.group("unit")) ? it.end() : end;
                String target = paragraph.substring(it.start(), end);
                read.append("{=").append(target).append("|下一年目标}");
                questions.add(question(pointer, it.group(), "作为下一年目标，不引用指标", "A target"));
            } else {
                Optional<Mention> figure = figure(read, it);
                read.append(figure.map(Recognition::written).orElse(typed));
                if (figure.isEmpty()) {
                    questions.add(
                            question(
                                    pointer, it.group(), "没有对应的指标：请引用指标或者注明来由", "No known figure"));
                }
            }
        }
        read.append(paragraph.substring(end));
        return withYears(read.toString());
    }

    private static boolean isSign(String unit) {
        return unit.equals("％") || unit.equals("%");
    }

    private static Question question(String pointer, String found, String zh, String en) {
        return new Question(pointer, found, "“" + found + "”" + zh + "。", en + ": " + found);
    }

    /**
     * The figure whose words end as these do: the one with most of them, if it is one alone and has
     * enough of them, or all of its own.
     */
    private Optional<Mention> figure(CharSequence before, Matcher number) {
        String words = clause(plain(before));
        List<Known> near =
                known.stream()
                        .filter(
                                it ->
                                        it.units().stream()
                                                .anyMatch(number.group("unit")::startsWith))
                        .filter(it -> common(it.before(), words) >= least(it.before()))
                        .toList();
        int most = near.stream().mapToInt(it -> common(it.before(), words)).max().orElse(0);
        List<Known> best = near.stream().filter(it -> common(it.before(), words) == most).toList();
        return best.size() == 1
                ? Optional.of(styled(best.get(0).mention(), !number.group("more").isEmpty()))
                : Optional.empty();
    }

    private static int least(String known) {
        return Math.min(LEAST_WORDS, known.length());
    }

    /** Figures among the words by their codes alone, whatever their style. */
    private static String plain(CharSequence text) {
        return Mention.FORM.matcher(text).replaceAll("{$1}");
    }

    private static int common(String one, String other) {
        int length = 0;
        while (length < one.length()
                && length < other.length()
                && one.charAt(one.length() - 1 - length)
                        == other.charAt(other.length() - 1 - length)) {
            length++;
        }
        return length;
    }

    private static Mention styled(Mention it, boolean approximated) {
        Mention exact = Mention.of(it.code());
        return approximated
                ? new Mention(it.code(), java.util.Set.of(Style.APPROXIMATE), exact.decimals())
                : exact;
    }

    private static String written(Mention it) {
        return it.is(Style.APPROXIMATE) ? "{" + it.code() + "|余}" : "{" + it.code() + "}";
    }
}
