package org.fengqiao.reporting.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.indicators.Cohort;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Indicators;

/**
 * What is verified at one moment: all figures over one kind of record, of a division with all below
 * it, for a year and each of its months.
 *
 * @param known what is there for the division
 */
record Sheet(Table table, Indicators known, String division, int year) {

    /** The year, then its months. */
    List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        Period whole = Period.of(Integer.toString(year));
        periods.add(whole);
        whole.months().forEach(it -> periods.add(Period.of(it.toString())));
        return periods;
    }

    /** The indicators of a period, each by the definition that is in force. */
    List<Indicator> indicators(Period period) {
        return known.in(period).stream().filter(it -> it.whole().table().equals(table)).toList();
    }

    /** Their codes, whatever the period. */
    List<String> codes() {
        return counting(table, known).map(Indicator::code).distinct().toList();
    }

    List<Column> places() {
        return places(table, known);
    }

    static boolean isCounted(Table table, Indicators known) {
        return counting(table, known).findAny().isPresent();
    }

    /** The columns by which a kind of record is counted in a division, or by a day. */
    static List<Column> places(Table table, Indicators known) {
        return cohorts(table, known).map(Cohort::place).distinct().toList();
    }

    static List<Column> days(Table table, Indicators known) {
        return cohorts(table, known).map(Cohort::from).distinct().toList();
    }

    private static Stream<Cohort> cohorts(Table table, Indicators known) {
        return counting(table, known)
                .flatMap(it -> Arrays.stream(Part.values()).flatMap(of -> it.cohort(of).stream()));
    }

    private static Stream<Indicator> counting(Table table, Indicators known) {
        return known.definitions().filter(it -> it.whole().table().equals(table));
    }

    @Override
    public String toString() {
        return Stream.of(table.kind(), division, Integer.toString(year))
                .collect(Collectors.joining(" "));
    }
}
