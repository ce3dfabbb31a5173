package org.fengqiao.reporting.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Chapter;
import org.fengqiao.reporting.indicators.Cohort;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;

/**
 * What is verified at one moment: all figures over one kind of record, of a division with all below
 * it, for a year and each of its months.
 */
record Sheet(Table table, String division, int year) {

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
        return codes(table).stream()
                .map(it -> Catalogue.find(it).orElseThrow())
                .flatMap(it -> inForce(it, period).stream())
                .filter(it -> it.whole().table().equals(table))
                .toList();
    }

    /** None where the definition changes within the period: then there is no figure of it. */
    private static Optional<Indicator> inForce(Indicator indicator, Period period) {
        try {
            return Optional.of(Catalogue.ofChapters(indicator, period));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    /** The codes of the indicators that count a kind of record. */
    static List<String> codes(Table table) {
        return counting(table).map(Indicator::code).distinct().toList();
    }

    /** The columns by which a kind of record is counted in a division, or by a day. */
    static List<Column> places(Table table) {
        return cohorts(table).map(Cohort::place).distinct().toList();
    }

    static List<Column> days(Table table) {
        return cohorts(table).map(Cohort::from).distinct().toList();
    }

    private static Stream<Cohort> cohorts(Table table) {
        return counting(table)
                .flatMap(it -> Arrays.stream(Part.values()).flatMap(of -> it.cohort(of).stream()));
    }

    private static Stream<Indicator> counting(Table table) {
        return Arrays.stream(Chapter.values())
                .flatMap(it -> it.indicators().stream())
                .filter(it -> it.whole().table().equals(table));
    }

    @Override
    public String toString() {
        return Stream.of(table.kind(), division, Integer.toString(year))
                .collect(Collectors.joining(" "));
    }
}
