package org.fengqiao.reporting.sets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;

/**
 * What a county asks of its townships: which figures, how often, by when.
 *
 * @param county 12 digits; {@code code} names the form among the county's
 * @param version raised by each change
 */
record Form(String county, String code, int version, Content content, String by, Instant at) {

    /**
     * What a county says of a form.
     *
     * @param indicators codes of the catalogue, in the form's order
     * @param dueDays days after the period's last day
     * @param validFrom first day of the first period that is asked for
     */
    record Content(
            String title,
            String titleEn,
            Periodicity periodicity,
            List<String> indicators,
            int dueDays,
            LocalDate validFrom) {

        /** Whether the period is one that is asked for. */
        boolean asks(Period period) {
            return periodicity.has(period) && !period.start().isBefore(validFrom);
        }
    }

    /** The county whose forms a division fills. */
    static String countyOf(String division) {
        return new DivisionCode(division).in(Level.COUNTY).value();
    }

    /**
     * What it asks of a period: what has one definition all through it.
     *
     * @param known what is there for the county
     */
    List<Indicator> indicators(Indicators known, Period period) {
        return known.in(period, content.indicators());
    }

    /**
     * The period of that text.
     *
     * @throws Refusal 400 where it is none of the form, or before the form
     */
    Period period(String text) {
        Period period = content.periodicity().period(text);
        if (period.start().isBefore(content.validFrom())) {
            throw Refusal.parameter(
                    "period",
                    "该表自" + content.validFrom() + "起填报",
                    "The form is filled from " + content.validFrom());
        }
        return period;
    }

    /** The last day on which a set of the period is in time. */
    LocalDate dueOn(Period period) {
        return period.end().plusDays(content.dueDays());
    }
}
