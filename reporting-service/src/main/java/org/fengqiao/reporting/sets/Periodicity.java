package org.fengqiao.reporting.sets;

import java.time.LocalDate;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.web.Refusal;

/** How often a form is filled. */
enum Periodicity {
    MONTH(1, "2024-05"),
    QUARTER(3, "2024-Q2"),
    HALF(6, "2024-H1"),
    YEAR(12, "2024");

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
