package org.fengqiao.reporting.figures;

import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.divisions.Area;
import org.fengqiao.reporting.indicators.Cohort;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;

/** What a receipt is asked for: a figure's own list, or one row of its breakdown. */
record Question(Indicator indicator, Area area, Period period, Where where, Part part) {

    String division() {
        return area.division();
    }

    Cohort cohort() {
        return indicator.cohort(part).orElseThrow();
    }
}
