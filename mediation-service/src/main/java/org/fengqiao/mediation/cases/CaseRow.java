package org.fengqiao.mediation.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.mediation.codes.Difficulty;
import org.fengqiao.mediation.committees.Committees;

/**
 * A row of the ledger, the names in it looked up.
 *
 * @param described what it says of the dispute as registered
 * @param mediators ids of those it names
 */
record CaseRow(
        LedgerRow cells,
        Committees.Place committee,
        NewCase described,
        List<UUID> mediators,
        LocalDate today) {

    /** Columns by the API's field, for what the verbs of a case refuse. */
    static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("/number", "编号"),
                    Map.entry("/committeeId", "调委会"),
                    Map.entry("/source", "案件来源"),
                    Map.entry("/referrer", "移送单位"),
                    Map.entry("/disputeType", "纠纷类型"),
                    Map.entry("/place", "发生地"),
                    Map.entry("/summary", "简要案情"),
                    Map.entry("/registeredOn", "登记日期"),
                    Map.entry("/acceptedOn", "受理日期"),
                    Map.entry("/mediatorIds", "调解员"),
                    Map.entry("/parties/0/identityNumber", "甲身份证号"),
                    Map.entry("/parties/1/identityNumber", "乙身份证号"),
                    Map.entry("/personsInvolved", "涉及人数"),
                    Map.entry("/amountYuan", "涉案金额"),
                    Map.entry("/difficulty", "难易程度"),
                    Map.entry("/closedOn", "结案日期"),
                    Map.entry("/endedOn", "结案日期"),
                    Map.entry("/agreementForm", "协议形式"),
                    Map.entry("/effectiveOn", "结案日期"),
                    Map.entry("/form", "协议形式"),
                    Map.entry("/confirmationBar", "是否确权"),
                    Map.entry("/agreementAmountYuan", "协议金额"),
                    Map.entry("/kind", "防止情形"),
                    Map.entry("/counselIds", "参与法律顾问"));

    /** Does what the column says; a refusal names columns. */
    void doing(String title, Runnable act) {
        cells.doing(title, FIELDS, act);
    }

    /** Whether the file has the column: without it the row says nothing of it. */
    boolean covers(String title) {
        return cells.columns().contains(title);
    }

    /** A date of a step: missing ones stay missing, so the step's own date is required. */
    LocalDate day(String title) {
        return cells.stepDay(title, today);
    }

    /** The date in the cell, or the standing one where it is blank. */
    LocalDate dayOr(String title, LocalDate standing) {
        return cells.has(title) ? day(title) : standing;
    }

    /**
     * Whether the case says in this column what the row says. A blank cell says nothing, and that
     * means what {@link CaseService} makes of nothing: the committee's place, an ordinary case.
     *
     * @param said the case in the ledger's columns
     */
    boolean agrees(String title, MediationCase it, Map<String, Object> said) {
        return switch (title) {
            // The number is the row's key; the committee is fixed, and checked apart.
            case "编号", "调委会" -> true;
            case "发生地" -> {
                String place = described.place();
                yield it.place.equals(place == null ? committee.division() : place);
            }
            case "调解员" -> Set.copyOf(mediators).equals(Set.copyOf(it.proceedings.mediatorIds));
            case "难易程度" ->
                    cells.has(title)
                            ? cells.says(title, said.get(title))
                            : it.difficulty == Difficulty.ORDINARY;
            default -> cells.says(title, said.get(title));
        };
    }
}
