package org.fengqiao.reporting.figures;

import java.time.LocalDate;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.divisions.Area;
import org.fengqiao.reporting.indicators.Cohort;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicator.Part;

/** What a receipt is asked for: a figure's own list, or one row of its breakdown. */
record Question(Indicator indicator, Area area, Period period, Where where, Part part) {

    String division() {
        return area.division();
    }

    /** The list behind a figure of its own, of a list that the indicator has. */
    static Question of(Indicator indicator, Part part, String division, Period period) {
        return new Question(indicator, Area.asReported(division), period, Where.ALL, part);
    }

    Cohort cohort() {
        return indicator.cohort(part).orElseThrow();
    }

    boolean isDistinct() {
        return indicator.kind() == Kind.DISTINCT;
    }

    /**
     * The list as a query: {@code place} (what is counted once, or else the record), {@code
     * record_id}, {@code version}, {@code division}, {@code counted_on}, {@code contribution}.
     */
    String sql(LocalDate today) {
        Cohort cohort = cohort();
        String place = isDistinct() ? indicator.column().sql() : "record_id";
        return """
                select %s as place, record_id, version, %s as division, %s as counted_on,
                    %s as contribution
                %s and %s and %s and %s is not null
                """
                .formatted(
                        place,
                        cohort.place().sql(),
                        cohort.from().sql(),
                        contribution(),
                        cohort.from(area, period, false),
                        cohort.sql(today),
                        where.sql(cohort, division()),
                        place);
    }

    private String contribution() {
        return switch (indicator.kind()) {
            case COUNT, STOCK -> "1";
            case SHARE -> indicator.column() == null ? "1" : summed();
            case SUM -> summed();
            case DISTINCT ->
                    "(row_number() over (partition by %s order by record_id) = 1)::int"
                            .formatted(indicator.column().sql());
        };
    }

    private String summed() {
        // trim_scale: 3000.00 and 3000 are one contribution, and one digest.
        return "trim_scale(coalesce(%s, 0)::numeric)".formatted(indicator.summed(part).sql());
    }

    /** Which records it lists, in Chinese words. */
    String words(Divisions divisions) {
        Cohort cohort = cohort();
        String place = divisions.fullName(division()) + area.words();
        return "%s；%s；%s%s%s"
                .formatted(
                        cohort.hasOtherPlace()
                                ? "%s（%s）".formatted(place, cohort.place().label())
                                : place,
                        period.words(),
                        cohort.words(),
                        cohort.isOfVillages() ? area.wordsOnVillages() : "",
                        where.words());
    }
}
