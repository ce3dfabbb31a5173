package org.fengqiao.kit.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fengqiao.kit.web.Refusal;

/**
 * Whole months, as definitions D1 write them: {@code 2024}, {@code 2024-H1}, {@code 2024-Q3},
 * {@code 2024-05}, or a range of months {@code 2024-01..2024-11}.
 *
 * @param text as it was asked for
 */
public record Period(String text, YearMonth first, YearMonth last) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?<year>[12][0-9]{3})(-(H(?<half>[12])|Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?");
    private static final Pattern MONTH = Pattern.compile("[12][0-9]{3}-(0[1-9]|1[0-2])");
    private static final int LONGEST_MONTHS = 240;
    private static final int MONTHS_OF_A_YEAR = 12;

    /**
     * Reads the query parameter {@code period}.
     *
     * @throws Refusal 400 {@code PARAMETER_INVALID} for anything else, a range that ends before it
     *     begins, or more than 20 years
     */
    public static Period of(String text) {
        String[] ends = text == null ? new String[0] : text.split("\\.\\.", -1);
        if (ends.length == 1 && FORM.matcher(text).matches()) {
            return single(text);
        }
        if (ends.length == 2
                && MONTH.matcher(ends[0]).matches()
                && MONTH.matcher(ends[1]).matches()) {
            Period range = new Period(text, YearMonth.parse(ends[0]), YearMonth.parse(ends[1]));
            YearMonth end = range.first.plusMonths(LONGEST_MONTHS);
            if (!range.last.isBefore(range.first) && range.last.isBefore(end)) {
                return range;
            }
        }
        throw Refusal.parameter(
                "period",
                "period 须为 2024、2024-H1、2024-Q3、2024-05 或 2024-01..2024-11",
                "period needs the form 2024, 2024-H1, 2024-Q3, 2024-05 or 2024-01..2024-11");
    }

    private static Period single(String text) {
        Matcher form = FORM.matcher(text);
        form.matches();
        int months = MONTHS_OF_A_YEAR;
        int part = 1;
        if (form.group("half") != null) {
            months = 6;
            part = Integer.parseInt(form.group("half"));
        } else if (form.group("quarter") != null) {
            months = 3;
            part = Integer.parseInt(form.group("quarter"));
        } else if (form.group("month") != null) {
            months = 1;
            part = Integer.parseInt(form.group("month"));
        }
        YearMonth first =
                YearMonth.of(Integer.parseInt(form.group("year")), 1 + months * (part - 1));
        return new Period(text, first, first.plusMonths(months - 1));
    }

    /** The period of the same length before it: of 2024-Q1 it is 2023-Q4. */
    public Period before() {
        return moved(-months().size());
    }

    /** The same period of the year before. */
    public Period yearAgo() {
        return moved(-MONTHS_OF_A_YEAR);
    }

    /** So many months away; a year, half or quarter only to another one. */
    private Period moved(int months) {
        YearMonth from = first.plusMonths(months);
        YearMonth to = last.plusMonths(months);
        int length = months().size();
        int part = 1 + (from.getMonthValue() - 1) / length;
        String moved =
                text.contains("..")
                        ? from + ".." + to
                        : switch (length) {
                            case MONTHS_OF_A_YEAR -> Integer.toString(from.getYear());
                            case 6 -> from.getYear() + "-H" + part;
                            case 3 -> from.getYear() + "-Q" + part;
                            default -> from.toString();
                        };
        return new Period(moved, from, to);
    }

    /** The first day. */
    public LocalDate start() {
        return first.atDay(1);
    }

    /** The last day, included. */
    public LocalDate end() {
        return last.atEndOfMonth();
    }

    /** All months, in order. */
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
