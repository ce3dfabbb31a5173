package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fengqiao.kit.ledger.LedgerNote;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.AgreementForm;
import org.fengqiao.mediation.codes.ConfirmationBar;
import org.fengqiao.mediation.codes.ConfirmationRuling;
import org.fengqiao.mediation.codes.PerformanceState;
import org.fengqiao.mediation.codes.PreventionKind;
import org.fengqiao.mediation.codes.RefusalGround;
import org.fengqiao.mediation.codes.Remedy;
import org.fengqiao.mediation.codes.TerminationCause;

/**
 * The lawful steps that a ledger's row tells of, on the ledger's own dates; taken in memory. What
 * the row does not tell stays untold: nothing is assumed.
 */
@ApplicationScoped
class CaseRowSteps {

    private final CaseDeadlines deadlines;
    private final CaseExport export;

    CaseRowSteps(CaseDeadlines deadlines, CaseExport export) {
        this.deadlines = deadlines;
        this.export = export;
    }

    /**
     * Takes the steps the row has and the case has not taken yet.
     *
     * @throws Refusal where a step is forbidden, or where a cell of the row has found no place in
     *     the case: no row is taken by halves
     */
    void take(MediationCase it, CaseRow row) {
        LedgerRow cells = row.cells();
        if (it.acceptedOn == null && cells.has("受理日期")) {
            row.doing("受理日期", () -> it.accept(row.day("受理日期"), List.of()));
            requireOrder(it, row, "受理日期");
        }
        if (it.proceedings.sessions.isEmpty() && cells.has("调解日期")) {
            row.doing("调解日期", () -> it.holdSession(session(row)));
            requireOrder(it, row, "调解日期");
        }
        if (it.proceedings.mediatorIds.isEmpty()) {
            it.proceedings.mediatorIds.addAll(row.mediators());
        }
        if (it.endedOn == null && cells.has("调解结果")) {
            LocalDate on = row.day("结案日期");
            row.doing("调解结果", () -> end(it, row, on));
            requireOrder(it, row, "结案日期");
        }
        deadlines.count(it);
        afterwards(it, row);
        requireNothingLeft(it, row);
    }

    /** After each step, so that the column of the day that does not fit is named. */
    private static void requireOrder(MediationCase it, CaseRow row, String title) {
        row.doing(title, () -> CaseDate.require(it, row.today()));
    }

    /** The columns of the file in which the case does not say what the row says. */
    List<String> differing(MediationCase it, CaseRow row) {
        Map<String, Object> said = export.said(it);
        said.putAll(export.persons(it));
        return row.cells().columns().stream().filter(t -> !row.agrees(t, it, said)).toList();
    }

    private void requireNothingLeft(MediationCase it, CaseRow row) {
        List<String> left = differing(it, row);
        if (left.isEmpty()) {
            return;
        }
        Refusal refusal =
                Refusal.of(422, "CELL_WITHOUT_EFFECT", "本行有内容不能生效", "A cell cannot take effect");
        for (String title : left) {
            refusal =
                    !row.cells().has(title)
                            ? refusal.at(
                                    title,
                                    "案件中已有内容，留空不能删除",
                                    "The case has a value here, a blank cell does not delete it")
                            : title.equals("调解结果")
                                    ? refusal.at(
                                            title,
                                            "案件已结案，结果不能更正：请作废后另编号登记",
                                            "The case has ended: void it and enter it under a new number")
                                    : refusal.at(
                                            title,
                                            "与案件现状不符，不能生效",
                                            "Does not fit the case as it stands");
        }
        throw refusal;
    }

    /** What the law asks to be on record and the case, taken from a ledger, does not say. */
    List<LedgerNote> untold(MediationCase it) {
        Proceedings said = it.proceedings;
        List<LedgerNote> notes = new ArrayList<>();
        if (it.status == CaseStatus.REFUSED && said.refused.ground() == null) {
            notes.add(
                    new LedgerNote(
                            "不受理理由",
                            "GROUND_UNTOLD",
                            "未填不予受理的理由",
                            "The ground of refusal is not given"));
        }
        if (it.status == CaseStatus.NOT_AGREED && said.ended.remediesTold().isEmpty()) {
            notes.add(
                    new LedgerNote(
                            "告知途径",
                            "REMEDIES_UNTOLD",
                            "调解不成应告知其他救济途径（RT 26），未填则不计入引导诉讼",
                            "Which remedies were told (RT 26) is not given: counts as none"));
        }
        if (said.agreement != null && AgreementRules.leavesTitleOpen(it, said.agreement)) {
            notes.add(
                    new LedgerNote(
                            "是否确权",
                            "TITLE_UNTOLD",
                            "房屋宅基地、山林土地的书面协议应注明是否确权，未填按不能申请司法确认计",
                            "Whether the agreement determines title is not given: not confirmable"));
        }
        if (said.preventionActs.stream().anyMatch(act -> act.persons() == null)) {
            notes.add(
                    new LedgerNote(
                            "防止人数",
                            "PERSONS_UNTOLD",
                            "未填人数，不计人数",
                            "Persons are not given: none counted"));
        }
        return notes;
    }

    private static Proceedings.Session session(CaseRow row) {
        return new Proceedings.Session(
                row.day("调解日期"), row.mediators(), CounselIds.of(row.cells()), null);
    }

    private static void end(MediationCase it, CaseRow row, LocalDate on) {
        switch (row.cells().code("调解结果", CaseStatus.class)) {
            case AGREED -> agree(it, row, on);
            case NOT_AGREED -> it.end(ended(row, on, TerminationCause.NO_AGREEMENT));
            case ENDED_BY_PARTY -> it.end(ended(row, on, TerminationCause.PARTY_ENDS));
            case WITHDRAWN -> it.withdraw(on, "台账：撤回");
            case REFUSED ->
                    it.refuse(
                            new Proceedings.Refused(
                                    on, row.cells().code("不受理理由", RefusalGround.class), null));
            case REGISTERED, ACCEPTED, IN_MEDIATION, HANDED_OVER ->
                    throw row.cells().refuse("调解结果", "OUTCOME", "不是结案结果", "is no outcome");
        }
    }

    private static Proceedings.Ended ended(CaseRow row, LocalDate on, TerminationCause cause) {
        return new Proceedings.Ended(on, cause, row.cells().codes("告知途径", Remedy.class));
    }

    private static void agree(MediationCase it, CaseRow row, LocalDate on) {
        LedgerRow cells = row.cells();
        AgreementForm form = cells.code("协议形式", AgreementForm.class);
        if (form == null) {
            throw cells.refuse("协议形式", "REQUIRED", "调解成功须填协议形式", "required when agreed");
        }
        Proceedings.Agreement agreement =
                new Proceedings.Agreement(
                        on,
                        on,
                        form,
                        null,
                        cells.amount("协议金额"),
                        cells.code("是否确权", ConfirmationBar.class),
                        List.of());
        AgreementRules.requireForm(it, agreement);
        it.agree(agreement);
    }

    private static void afterwards(MediationCase it, CaseRow row) {
        LedgerRow cells = row.cells();
        if (it.performedOn == null && cells.has("履行日期")) {
            row.doing(
                    "履行日期",
                    () ->
                            it.recordPerformance(
                                    new Proceedings.Performance(
                                            row.day("履行日期"), PerformanceState.PERFORMED, null)));
            requireOrder(it, row, "履行日期");
        }
        if (it.proceedings.confirmation == null && cells.has("司法确认申请日期")) {
            row.doing("司法确认申请日期", () -> it.applyForConfirmation(row.day("司法确认申请日期")));
            requireOrder(it, row, "司法确认申请日期");
        }
        if (it.proceedings.confirmation != null
                && it.proceedings.confirmation.ruledOn() == null
                && cells.has("司法确认裁定日期")) {
            row.doing("司法确认裁定日期", () -> it.ruleOnConfirmation(ruling(row)));
            requireOrder(it, row, "司法确认裁定日期");
        }
        if (it.proceedings.preventionActs.isEmpty() && cells.has("防止情形")) {
            row.doing("防止情形", () -> it.prevent(preventionAct(row)));
            requireOrder(it, row, "防止日期");
        }
    }

    private static Proceedings.Confirmation ruling(CaseRow row) {
        ConfirmationRuling ruling = row.cells().code("司法确认结果", ConfirmationRuling.class);
        if (ruling == null) {
            throw row.cells().refuse("司法确认结果", "REQUIRED", "有裁定须填结果", "required with a ruling");
        }
        return new Proceedings.Confirmation(null, null, row.day("司法确认裁定日期"), ruling, null);
    }

    private static Proceedings.PreventionAct preventionAct(CaseRow row) {
        LocalDate on = row.day("防止日期");
        return new Proceedings.PreventionAct(
                on, row.cells().code("防止情形", PreventionKind.class), persons(row));
    }

    /** The persons of a prevention act, or {@code null}: at least one where they are given. */
    static Integer persons(CaseRow row) {
        Integer persons = row.cells().integer("防止人数");
        if (persons != null && (persons < 1 || persons > NewCase.MAX_PERSONS)) {
            throw row.cells().refuse("防止人数", "PERSONS", "应为1至100000人", "1 to 100000 persons");
        }
        return persons;
    }
}
