package org.fengqiao.reporting.figures;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** The statements that write and read frozen lists; only typed values enter their text. */
final class FrozenLists {

    private FrozenLists() {}

    /** Freezes a list, a query of the columns of {@link Question#sql}. */
    static String insertion(UUID id, Question asked, String list) {
        return """
                insert into frozen_record
                select '%s', '%s', '%s', record_id, version, contribution, division, counted_on, %s
                from (%s) list
                """
                .formatted(
                        id,
                        asked.indicator().code(),
                        asked.part(),
                        asked.isDistinct() ? "place" : "null",
                        list);
    }

    /** A frozen list as a query, of the columns of {@link Question#sql}. */
    static String list(Collection<UUID> ids, Question asked) {
        return "select * from (%s) lists where indicator = '%s' and part = '%s'"
                .formatted(records(ids), asked.indicator().code(), asked.part());
    }

    /**
     * All lists of what was frozen under the ids, together: a record is in a list once, in its
     * newest version, and what is counted once is counted once.
     */
    static String records(Collection<UUID> ids) {
        return """
                select indicator, part, key, coalesce(key, record_id::text) collate "C" as place,
                    record_id, version, division, counted_on,
                    case when key is null then contribution
                        else (row_number() over (
                            partition by indicator, part, key order by record_id) = 1)::int
                    end as contribution
                from (
                    select distinct on (indicator, part, record_id) *
                    from frozen_record
                    where frozen_id = any ('%s')
                    order by indicator, part, record_id, version desc
                ) newest
                """
                .formatted(array(ids));
    }

    static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
