package org.fengqiao.petition.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.security.Scope;

/** Counts the figures of a year: one statement, whatever the number of records. */
@ApplicationScoped
class PetitionStatistics {

    /** What a count is a part of. */
    enum Part {
        CONTENT_CLASS,
        FORM,
        UNIT,
        SENDING,
        SUPERVISION,
        PROPOSAL
    }

    /** So many records of a part have these two values; either may be {@code null}. */
    record Count(Part part, String one, String other, long records) {}

    private static final String COUNTS =
            """
            select 'CONTENT_CLASS' as part, left(content_class, 2) || '0000' as one,
                cast(null as text) as other, count(*) as records
            from petition
            where %1$s and not voided and registered_on between :from and :to
            group by 2
            union all
            select 'FORM', form, source, count(*)
            from petition
            where %1$s and not voided and registered_on between :from and :to
            group by 2, 3
            union all
            select 'UNIT', cast(division as text), handling_unit, count(*)
            from petition
            where %1$s and not voided and registered_on between :from and :to
                and handling_class = 'APPEAL_OR_REQUEST'
            group by 2, 3
            union all
            select 'SENDING', sending ->> 'how', null, count(*)
            from petition
            cross join lateral jsonb_array_elements(handling -> 'sendings') as sending
            where %1$s and not voided and %2$s
                and cast(sending ->> 'on' as date) between :from and :to
            group by 2
            union all
            select 'SUPERVISION', cause,
                case when answered_on is null then 'OPEN' else 'ANSWERED' end, count(*)
            from supervision
            where %1$s and not voided and supervised_on between :from and :to
            group by 2, 3
            union all
            select 'PROPOSAL', kind, adopted, count(*)
            from improvement_proposal
            where %1$s and not voided and proposed_on between :from and :to
            group by 2, 3
            order by 1, 4 desc, 2, 3
            """;

    private final EntityManager entities;

    PetitionStatistics(EntityManager entities) {
        this.entities = entities;
    }

    /** The counts of an area and a year, within each part the largest first. */
    @Transactional
    public List<Count> counts(Scope area, Period year) {
        String sql = COUNTS.formatted(area.clause("division"), area.clause("(sending ->> 'from')"));
        Query query =
                entities.createNativeQuery(sql, Tuple.class)
                        .setParameter("from", year.start())
                        .setParameter("to", year.end());
        area.parameters().forEach(query::setParameter);
        List<?> found = query.getResultList();
        return found.stream().map(Tuple.class::cast).map(PetitionStatistics::count).toList();
    }

    /** The counts of one part. */
    static List<Count> of(Part part, List<Count> counts) {
        return counts.stream().filter(it -> it.part() == part).toList();
    }

    /** Records whose first value is one of these; all records where none is named. */
    static long sum(List<Count> counts, String... ones) {
        List<String> named = Arrays.asList(ones);
        return counts.stream()
                .filter(it -> named.isEmpty() || named.contains(it.one()))
                .mapToLong(Count::records)
                .sum();
    }

    private static Count count(Tuple it) {
        return new Count(
                Part.valueOf(it.get("part", String.class)),
                it.get("one", String.class),
                it.get("other", String.class),
                it.get("records", Number.class).longValue());
    }
}
