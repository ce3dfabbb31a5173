package org.fengqiao.kit.retention;

import java.util.List;

/**
 * How long the persons of a kind of record are kept. The years are a setting: {@code
 * fengqiao.retention.years."<kind>"} comes before them.
 *
 * @param kind of record: {@code mediation.case.v1}
 * @param table the kind's
 * @param years whole ones, from the 1 January after the day that is counted from
 * @param closedOn SQL over the table's columns: the day that the record was closed; null while it
 *     is open, and then it is never due. One that was voided is closed from that day
 * @param basis the article that ends the keeping, and where the number of years is from
 * @param clear columns, and fields of documents, that tell of a person unsealed
 */
public record RetentionRule(
        String kind, String table, int years, String closedOn, String basis, List<String> clear) {

    private static final String BASIS = "GX 47, SETTING";

    /** A rule of a kind that is kept for a number of years that no law names. */
    public static RetentionRule of(
            String kind, String table, int years, String closedOn, String... clear) {
        return new RetentionRule(kind, table, years, closedOn, BASIS, List.of(clear));
    }

    /** The day that the years follow, as SQL over the table as {@code t}; null while it is open. */
    String countedFrom() {
        return """
        case
            when t.voided then (
                select max((j.at at time zone 'Asia/Shanghai')::date)
                from journal j
                where j.record_id = t.id
            )
            else %s
        end"""
                .formatted(closedOn);
    }

    /** The first day on which the record may be erased, as SQL; null while it is open. */
    String dueOn() {
        return "make_date(extract(year from %s)::int + 1 + %d, 1, 1)"
                .formatted(countedFrom(), years);
    }

    RetentionRule within(int otherYears) {
        return new RetentionRule(kind, table, otherYears, closedOn, basis, clear);
    }
}
