package org.fengqiao.reporting.sets;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.web.Refusal;

/** How often a form is filled. */
enum Periodicity {
    MONTH(1, "2024-05"),
    QUARTER(3, "2024-Q2"),
    HALF(6, "2024-H1"),
    YEAR(12, "2024");

    private static final int MONTHS_OF_A_YEAR = 12;

    private final int months;
    private final String example;

    Periodicity(int months, String example) {
        this.months = months;
        this.example = example;
    }

    /** Whether it is a period of this length. A range of months is none. */
    boolean has(Period period) {
        return period.months().size() == months && !period.text().contains("..");
    }

    /** Whether one of its periods begins on the day. */
    boolean beginsOn(LocalDate day) {
        return day.getDayOfMonth() == 1 && (day.getMonthValue() - 1) % months == 0;
    }

    /** The periods of a year, in their order. */
    List<Period> of(int year) {
        return IntStream.rangeClosed(1, MONTHS_OF_A_YEAR / months)
                .mapToObj(it -> Period.of(text(year, it)))
                .toList();
    }

    private String text(int year, int part) {
        return switch (this) {
            case MONTH -> "%d-%02d".formatted(year, part);
            case QUARTER -> "%d-Q%d".formatted(year, part);
            case HALF -> "%d-H%d".formatted(year, part);
            case YEAR -> Integer.toString(year);
        };
    }

    /**
     * The period of that text.
     *
     * @throws Refusal 400 where it is none, or one of another length
     */
    Period period(String text) {
        Period period = Period.of(text);
        if (!has(period)) {
            throw Refusal.parameter(
                    "period",
                    "该表的期间须为 " + example + " 的形式",
                    "This form needs periods as " + example);
        }
        return period;
    }
}
