package org.fengqiao.reporting.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whole months: {@code 2024}, {@code 2024-H1}, {@code 2024-Q3}, {@code 2024-05} or {@code
 * 2024-01..2024-11}.
 *
 * @param text as it was asked for
 */
public record Period(String text, YearMonth first, YearMonth last) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?<year>[12][0-9]{3})(-(H(?<half>[12])|Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?");
    private static final int LONGEST_MONTHS = 240;

    /** Reads a period; empty where the text is none, ends before it begins, or exceeds 20 years. */
    public static Optional<Period> parse(String text) {
        String[] ends = text == null ? new String[0] : text.split("\\.\\.", -1);
        if (ends.length == 1) {
            return single(text);
        }
        if (ends.length != 2 || ends[0].length() != 7 || ends[1].length() != 7) {
            return Optional.empty();
        }
        return single(ends[0])
                .flatMap(from -> single(ends[1]).map(to -> new Period(text, from.first, to.last)))
                .filter(it -> ends[0].indexOf('H') < 0 && ends[0].indexOf('Q') < 0)
                .filter(it -> ends[1].indexOf('H') < 0 && ends[1].indexOf('Q') < 0)
                .filter(it -> !it.last.isBefore(it.first))
                .filter(it -> it.first.plusMonths(LONGEST_MONTHS).isAfter(it.last));
    }

    /** One month. */
    public static Period of(YearMonth month) {
        return new Period(month.toString(), month, month);
    }

    private static Optional<Period> single(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group("year"));
        int from = 1;
        int months = 12;
        if (form.group("half") != null) {
            months = 6;
            from = 1 + 6 * (Integer.parseInt(form.group("half")) - 1);
        } else if (form.group("quarter") != null) {
            months = 3;
            from = 1 + 3 * (Integer.parseInt(form.group("quarter")) - 1);
        } else if (form.group("month") != null) {
            months = 1;
            from = Integer.parseInt(form.group("month"));
        }
        YearMonth first = YearMonth.of(year, from);
        return Optional.of(new Period(text, first, first.plusMonths(months - 1)));
    }

    public LocalDate start() {
        return first.atDay(1);
    }

    public LocalDate end() {
        return last.atEndOfMonth();
    }

    public List<YearMonth> months() {
        return Stream.iterate(first, it -> !it.isAfter(last), it -> it.plusMonths(1)).toList();
    }

    /** In Chinese: 2024年1月1日至2024年12月31日. */
    public String words() {
        return words(start()) + "至" + words(end());
    }

    private static String words(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
