package org.fengqiao.reporting.figures;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.figures.Breakdown.By;
import org.fengqiao.reporting.figures.Breakdown.Row;

/** The other period that a figure is compared with: the one before, or that of the year before. */
@Schema(name = "ComparedWith")
public enum Against {
    PREVIOUS {
        @Override
        Period of(Period period) {
            return period.before();
        }
    },
    YEAR_AGO {
        @Override
        Period of(Period period) {
            return period.yearAgo();
        }
    };

    abstract Period of(Period period);

    /** Reads the query parameter {@code compare}: none, one, or both separated by a comma. */
    static Set<Against> read(String compare) {
        Set<Against> read = EnumSet.noneOf(Against.class);
        if (compare != null) {
            for (String name : compare.split(",", -1)) {
                read.add(
                        Arrays.stream(values())
                                .filter(it -> it.name().equals(name.strip()))
                                .findFirst()
                                .orElseThrow(Against::unknown));
            }
        }
        return read;
    }

    private static Refusal unknown() {
        return Refusal.parameter(
                "compare",
                "compare 须为 PREVIOUS（上期）、YEAR_AGO（上年同期），可用逗号并列",
                "compare needs PREVIOUS, YEAR_AGO or both, separated by a comma");
    }

    /** What has to be counted: of rows that are months the month before each of them. */
    Period counted(Period period, By by) {
        if (by != By.MONTH) {
            return of(period);
        }
        YearMonth first = of(month(period.first())).first();
        YearMonth last = of(month(period.last())).first();
        return new Period(first + ".." + last, first, last);
    }

    /** The row of the other period that a row is compared with. */
    Row of(Row row, By by) {
        Period other = of(row.period());
        return new Row(
                by == By.MONTH ? other.text() : row.where(), row.label(), row.division(), other);
    }

    private static Period month(YearMonth month) {
        return new Period(month.toString(), month, month);
    }
}
