package org.fengqiao.mediation.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.mediation.codes.CommitteeLevel;

/** Counts the form: one statement, whatever the number of committees. */
@ApplicationScoped
class Statistics {

    private final EntityManager entities;

    Statistics(EntityManager entities) {
        this.entities = entities;
    }

    /** The committees of an area with their values in a period, in the order of divisions. */
    @Transactional
    public List<StatisticsForm.Row> rows(Scope area, Period period) {
        Query query =
                entities.createNativeQuery(sql(area), Tuple.class)
                        .setParameter("from", period.start())
                        .setParameter("to", period.end());
        area.parameters().forEach(query::setParameter);
        List<?> found = query.getResultList();
        return found.stream()
                .map(Tuple.class::cast)
                .filter(Statistics::belongs)
                .map(Statistics::row)
                .toList();
    }

    /** Every column added up over the rows. */
    static Map<String, BigDecimal> total(List<StatisticsForm.Row> rows) {
        Map<String, BigDecimal> total = new LinkedHashMap<>();
        for (StatisticsColumn column : StatisticsColumn.FORM) {
            BigDecimal sum =
                    rows.stream()
                            .map(it -> it.values().get(column.code()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            total.put(column.code(), sum);
        }
        return total;
    }

    /**
     * The area is asked for at each table: all three are indexed by division, and a record's
     * division is its committee's.
     */
    private static String sql(Scope area) {
        String values =
                StatisticsColumn.FORM.stream()
                        .map(it -> "coalesce(%1$s, 0) as %1$s".formatted(alias(it)))
                        .collect(Collectors.joining(",\n    "));
        String counts =
                Arrays.stream(StatisticsColumn.Records.values())
                        .map(it -> counts(it, area))
                        .collect(Collectors.joining());
        return """
                select committee.id, name, level, division,
                    not voided and established_on <= :to
                        and coalesce(dissolved_on, :to) >= :from as standing,
                    %s
                from committee
                %s
                where %s
                order by division, name, committee.id
                """
                .formatted(values, counts, area.clause("division"));
    }

    private static String counts(StatisticsColumn.Records records, Scope area) {
        String columns =
                StatisticsColumn.FORM.stream()
                        .filter(it -> it.of() == records)
                        .map(it -> it.sql() + " as " + alias(it))
                        .collect(Collectors.joining(",\n    "));
        return """
                left join (
                    select committee_id, %s
                    from %s
                    where %s and %s
                    group by committee_id
                ) %s on %5$s.committee_id = committee.id
                """
                .formatted(
                        columns,
                        records.from,
                        records.where,
                        area.clause("division"),
                        records.name().toLowerCase(Locale.ROOT));
    }

    private static String alias(StatisticsColumn column) {
        return column.code().toLowerCase(Locale.ROOT);
    }

    /** A committee that stood in the period is in the form with zeros: silence is no report. */
    private static boolean belongs(Tuple it) {
        return it.get("standing", Boolean.class)
                || values(it).values().stream().anyMatch(value -> value.signum() != 0);
    }

    private static StatisticsForm.Row row(Tuple it) {
        return new StatisticsForm.Row(
                it.get("id", UUID.class),
                it.get("name", String.class),
                CommitteeLevel.valueOf(it.get("level", String.class)),
                it.get("division", String.class),
                values(it));
    }

    private static Map<String, BigDecimal> values(Tuple it) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (StatisticsColumn column : StatisticsColumn.FORM) {
            Number value = it.get(alias(column), Number.class);
            values.put(column.code(), new BigDecimal(value.toString()));
        }
        return values;
    }
}
