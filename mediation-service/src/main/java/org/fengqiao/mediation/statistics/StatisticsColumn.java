package org.fengqiao.mediation.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Coded;
import org.fengqiao.mediation.codes.AgreementForm;
import org.fengqiao.mediation.codes.CaseSource;
import org.fengqiao.mediation.codes.CommitteeLevel;
import org.fengqiao.mediation.codes.DisputeType;
import org.fengqiao.mediation.codes.PreventionKind;
import org.fengqiao.mediation.codes.Referrer;

/**
 * One column of the statistics form: which records it counts, or what it adds up over them.
 *
 * @param code stable, {@code UPPER_SNAKE}; lower case it is the column of the statement
 * @param of the records it looks at
 * @param where which of them, as SQL; {@code :from} and {@code :to} are the period's days
 * @param sum what it adds up, as SQL; null where records are counted
 */
record StatisticsColumn(
        String code,
        String title,
        String titleEn,
        Unit unit,
        String legalBasis,
        Records of,
        String where,
        String sum) {

    /** What one of a column is. */
    @Schema(name = "StatisticsUnit")
    enum Unit {
        CASE("件"),
        PERSON("人"),
        TIME("次"),
        YUAN("元");

        final String label;

        Unit(String label) {
            this.label = label;
        }
    }

    /** Where a column's records are: a table with its condition, one row per record. */
    enum Records {
        // Land-contract disputes settled by a village or township as such are no people's mediation
        // (TD 3, 7, 10).
        CASES("mediation_case", "not voided and basis = 'PEOPLES_MEDIATION'"),
        PREVENTION_ACTS(
                """
                mediation_case, jsonb_to_recordset(proceedings -> 'preventionActs')
                    as act ("on" date, kind text, persons integer)""",
                CASES.where + " and act.\"on\" between :from and :to"),
        SCREENINGS("screening", "not voided and screened_on between :from and :to");

        final String from;
        final String where;

        Records(String from, String where) {
            this.from = from;
            this.where = where;
        }
    }

    // @formatter:off
    // A matter is accepted once, by the first that did (definitions D3, M-14): a later handover
    // changes no past period.
    private static final StatisticsColumn ACCEPTED = count("ACCEPTED", "受理", "Accepted", "RT 17", Records.CASES,
            "accepted_on between :from and :to and not accepted_elsewhere");
    private static final StatisticsColumn REFERRED = ACCEPTED.by("source", CaseSource.REFERRED);
    // Closed on: the day the agreement took effect, or of termination (definitions D1, M-01).
    private static final StatisticsColumn MEDIATED = count("MEDIATED", "调解", "Mediated", "RT 27", Records.CASES,
            "closed_on between :from and :to and status in ('AGREED', 'NOT_AGREED')");
    private static final StatisticsColumn AGREED =
            MEDIATED.narrowed("AGREED", "调解成功", "Agreed", "RT 28", "status = 'AGREED'");

    /** The form, in its order. */
    static final List<StatisticsColumn> FORM = Stream.of(
            List.of(ACCEPTED),
            ACCEPTED.byEach("source", CaseSource.values()),
            REFERRED.byEach("referrer", Referrer.values()),
            ACCEPTED.byEach("dispute_type", DisputeType.values()),
            List.of(MEDIATED),
            MEDIATED.byEach("committee_level", CommitteeLevel.values()),
            MEDIATED.byEach("source", CaseSource.values()),
            List.of(
                    MEDIATED.narrowed("DIFFICULT", "疑难复杂案件", "Difficult cases", "P10", "difficulty = 'DIFFICULT'"),
                    MEDIATED.total("PERSONS_INVOLVED", "涉及当事人", "Persons involved", Unit.PERSON, "persons_involved"),
                    AGREED),
            AGREED.byEach("proceedings -> 'agreement' ->> 'form'", AgreementForm.values()),
            List.of(
                    MEDIATED.narrowed("NOT_AGREED", "调解未成功", "Not agreed", "RT 26", "status = 'NOT_AGREED'"),
                    AGREED.total("AGREED_AMOUNT", "协议涉及金额", "Amount of the agreements", Unit.YUAN,
                            "cast(proceedings -> 'agreement' ->> 'amountYuan' as numeric)"),
                    count("PERFORMED", "协议已履行", "Agreements performed", "RT 31", Records.CASES,
                            "performed_on between :from and :to and status = 'AGREED'"),
                    count("CONFIRMED", "司法确认", "Agreements confirmed by a court", "MS 206", Records.CASES,
                            "cast(proceedings -> 'confirmation' ->> 'ruledOn' as date) between :from and :to"
                                    + " and proceedings -> 'confirmation' ->> 'ruling' = 'CONFIRMED'")),
            // 排查, 预防 and 调解 are three words, never blended (rules 2.3).
            List.of(
                    screened("SCREENING_ROUNDS", "排查次数", "Screening rounds", Unit.TIME, "rounds"),
                    screened("DISPUTES_FOUND", "排查发现纠纷", "Disputes found by screening", Unit.CASE, "disputes_found"),
                    screened("DISPUTES_PREVENTED", "预防纠纷", "Disputes prevented", Unit.CASE, "prevented")),
            Arrays.stream(PreventionKind.values()).flatMap(StatisticsColumn::prevented).toList())
            .flatMap(List::stream)
            .toList();
    // @formatter:on

    /** As SQL over its records, one group per committee. */
    String sql() {
        return sum == null
                ? "count(*) filter (where " + where + ")"
                : "coalesce(sum(" + sum + ") filter (where " + where + "), 0)";
    }

    /** The title with its unit: 受理（件）. */
    String header() {
        return title + "（" + unit.label + "）";
    }

    private static StatisticsColumn count(
            String code, String title, String titleEn, String basis, Records of, String where) {
        return new StatisticsColumn(code, title, titleEn, Unit.CASE, basis, of, where, null);
    }

    /** Those of this column that also meet the condition: never more than this column. */
    private StatisticsColumn narrowed(
            String itsCode, String itsTitle, String itsTitleEn, String basis, String condition) {
        return count(itsCode, itsTitle, itsTitleEn, basis, of, where + " and " + condition);
    }

    /** An amount added up over the cases of this column. */
    private StatisticsColumn total(
            String itsCode, String itsTitle, String itsTitleEn, Unit its, String amount) {
        return new StatisticsColumn(
                itsCode, itsTitle, itsTitleEn, its, legalBasis, of, where, amount);
    }

    private <E extends Enum<E> & Coded> StatisticsColumn by(String column, E value) {
        return narrowed(
                code + "_" + value.name(),
                title + "：" + value.zh(),
                titleEn + ": " + value.en(),
                legalBasis,
                column + " = '" + value.code() + "'");
    }

    /** This column split by a code list: the parts add up to it. */
    private <E extends Enum<E> & Coded> List<StatisticsColumn> byEach(String column, E[] values) {
        return Arrays.stream(values).map(it -> by(column, it)).toList();
    }

    private static StatisticsColumn screened(
            String code, String title, String titleEn, Unit unit, String amount) {
        return new StatisticsColumn(
                code, title, titleEn, unit, "P7", Records.SCREENINGS, "true", amount);
    }

    /** 件 and 人: a case has at most one act of a kind, so acts are cases. */
    private static Stream<StatisticsColumn> prevented(PreventionKind kind) {
        StatisticsColumn cases =
                count(
                        "PREVENTED_" + kind,
                        "防止" + kind.zh(),
                        kind.en(),
                        "RT 25",
                        Records.PREVENTION_ACTS,
                        "act.kind = '" + kind + "'");
        return Stream.of(
                cases,
                cases.total(
                        cases.code + "_PERSONS",
                        cases.title + "涉及人数",
                        cases.titleEn + ", persons",
                        Unit.PERSON,
                        "act.persons"));
    }
}
