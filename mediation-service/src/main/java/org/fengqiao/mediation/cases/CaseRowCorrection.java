package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.AgreementForm;
import org.fengqiao.mediation.codes.ConfirmationBar;
import org.fengqiao.mediation.codes.ConfirmationRuling;
import org.fengqiao.mediation.codes.PerformanceState;
import org.fengqiao.mediation.codes.PreventionKind;
import org.fengqiao.mediation.codes.Referrer;
import org.fengqiao.mediation.codes.RefusalGround;
import org.fengqiao.mediation.codes.Remedy;
import org.fengqiao.mediation.codes.Sex;

/**
 * Brings a case in line with its changed row: the description as the API corrects it, and what the
 * row says of steps that were taken. The outcome stays: a status changes by its step alone.
 */
@ApplicationScoped
class CaseRowCorrection {

    private static final List<String> DAYS =
            List.of("登记日期", "受理日期", "调解日期", "结案日期", "履行日期", "司法确认申请日期", "司法确认裁定日期", "防止日期");

    private final CaseDeadlines deadlines;
    private final CasePersons persons;
    private final Divisions divisions;

    CaseRowCorrection(CaseDeadlines deadlines, CasePersons persons, Divisions divisions) {
        this.deadlines = deadlines;
        this.persons = persons;
        this.divisions = divisions;
    }

    /**
     * Corrects what has changed.
     *
     * @param changed titles of the columns in which row and case differ
     * @throws Refusal where the case would then break a rule, naming a column
     */
    void correct(MediationCase it, CaseRow row, List<String> changed) {
        CaseCorrection described = described(it, row, changed);
        it.correct(
                described.reason(),
                () -> {
                    String first = changed.isEmpty() ? "编号" : changed.get(0);
                    row.doing(first, () -> described.applyTo(it, persons, divisions));
                    correctCourse(it, row, changed);
                    correctEnd(it, row);
                    requireConfirmable(it, row, changed);
                    correctPerformance(it, row);
                    deadlines.count(it);
                    correctConfirmation(it, row, changed);
                    correctPrevention(it, row);
                    row.doing(dayOf(changed), () -> CaseDate.require(it, row.today()));
                });
    }

    /** Only what has changed is corrected: the rest may have been entered here, and in full. */
    private CaseCorrection described(MediationCase it, CaseRow row, List<String> changed) {
        Changed is = new Changed(changed);
        NewCase given = row.described();
        LedgerRow cells = row.cells();
        String place = given.place() == null ? row.committee().division() : given.place();
        LocalDate endedOn = is.or("结案日期", row.dayOr("结案日期", null));
        boolean parties =
                changed.stream().anyMatch(t -> t.startsWith("当事人") || t.matches("[甲乙].*"));
        return new CaseCorrection(
                "台账更正 Corrected in the ledger",
                is.or("案件来源", given.source()),
                cells.code("移送单位", Referrer.class),
                is.or("纠纷类型", given.disputeType()),
                null,
                null,
                is.or("难易程度", given.difficulty()),
                is.or("发生地", place),
                is.or("涉及人数", given.personsInvolved()),
                is.or("涉案金额", given.amountYuan()),
                is.or("协议金额", cells.amount("协议金额")),
                is.or("登记日期", given.on()),
                is.or("受理日期", row.dayOr("受理日期", null)),
                it.closedOn == null ? null : endedOn,
                it.closedOn == null ? endedOn : null,
                is.or("协议形式", cells.code("协议形式", AgreementForm.class)),
                is.or("是否确权", cells.code("是否确权", ConfirmationBar.class)),
                is.or("简要案情", given.summary()),
                null,
                is.or("参与法律顾问", given.counselIds()),
                parties ? parties(it, row) : null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private record Changed(List<String> titles) {

        <T> T or(String title, T given) {
            return titles.contains(title) ? given : null;
        }
    }

    /**
     * The row's parties, with what only the case knows of them; those beyond the row stay. Another
     * name is another person: of that one only the row knows.
     */
    private List<NewCase.NewParty> parties(MediationCase it, CaseRow row) {
        List<NewCase.NewParty> all = new ArrayList<>(row.described().parties());
        for (int i = 0; i < it.parties.size(); i++) {
            Party standing = persons.opened(it.id, it.parties.get(i));
            if (i >= all.size()) {
                all.add(party(standing, standing.identityNumber(), standing.sex()));
            } else if (standing.name().equals(all.get(i).name())) {
                NewCase.NewParty said = all.get(i);
                String which = i == 0 ? "甲" : "乙";
                all.set(
                        i,
                        party(
                                standing,
                                row.covers(which + "身份证号")
                                        ? said.identityNumber()
                                        : standing.identityNumber(),
                                row.covers(which + "性别") ? said.sex() : standing.sex()));
            }
        }
        return all;
    }

    private static NewCase.NewParty party(Party standing, String identityNumber, Sex sex) {
        return new NewCase.NewParty(
                standing.role(),
                standing.kind(),
                standing.name(),
                identityNumber,
                standing.phone(),
                standing.address(),
                sex,
                standing.nationality(),
                standing.age(),
                standing.occupation());
    }

    private static void correctCourse(MediationCase it, CaseRow row, List<String> changed) {
        Proceedings said = it.proceedings;
        // Who was replaced is told by the recusals: a list of names cannot rewrite them.
        boolean others =
                changed.contains("调解员") && !row.mediators().isEmpty() && said.recusals.isEmpty();
        if (others) {
            said.mediatorIds.clear();
            said.mediatorIds.addAll(row.mediators());
        }
        if (said.sessions.isEmpty()) {
            return;
        }
        Proceedings.Session first = said.sessions.get(0);
        boolean counsel = changed.contains("参与法律顾问") && said.sessions.size() == 1;
        said.sessions.set(
                0,
                new Proceedings.Session(
                        row.dayOr("调解日期", first.on()),
                        others ? row.mediators() : first.mediatorIds(),
                        counsel ? CounselIds.of(row.cells()) : first.counselIds(),
                        first.record()));
    }

    private static void correctEnd(MediationCase it, CaseRow row) {
        Proceedings said = it.proceedings;
        if (said.refused != null) {
            RefusalGround ground = row.cells().code("不受理理由", RefusalGround.class);
            said.refused =
                    new Proceedings.Refused(
                            it.endedOn,
                            ground == null ? said.refused.ground() : ground,
                            said.refused.explanation());
        }
        if (said.ended != null) {
            List<Remedy> remedies = row.cells().codes("告知途径", Remedy.class);
            said.ended =
                    new Proceedings.Ended(
                            it.endedOn,
                            said.ended.cause(),
                            remedies.isEmpty() ? said.ended.remediesTold() : remedies);
        }
    }

    /** What the court was asked about stays what a court may confirm. */
    private static void requireConfirmable(MediationCase it, CaseRow row, List<String> changed) {
        if (it.proceedings.confirmation == null) {
            return;
        }
        String title =
                Stream.of("协议形式", "是否确权", "纠纷类型")
                        .filter(changed::contains)
                        .findFirst()
                        .orElse("司法确认申请日期");
        row.doing(title, () -> AgreementRules.requireConfirmable(it));
    }

    private static void correctPerformance(MediationCase it, CaseRow row) {
        if (it.performedOn == null || !row.cells().has("履行日期")) {
            return;
        }
        LocalDate on = row.day("履行日期");
        it.proceedings.performances.replaceAll(
                then ->
                        then.state() == PerformanceState.PERFORMED
                                        && then.on().equals(it.performedOn)
                                ? new Proceedings.Performance(on, then.state(), then.amountYuan())
                                : then);
        it.performedOn = it.proceedings.performedOn();
    }

    private static void correctConfirmation(MediationCase it, CaseRow row, List<String> changed) {
        Proceedings.Confirmation old = it.proceedings.confirmation;
        if (old == null) {
            return;
        }
        ConfirmationRuling ruling = row.cells().code("司法确认结果", ConfirmationRuling.class);
        boolean ruled = old.ruledOn() != null;
        LocalDate appliedOn = row.dayOr("司法确认申请日期", old.appliedOn());
        it.proceedings.confirmation =
                new Proceedings.Confirmation(
                        appliedOn,
                        old.courtAcceptedOn(),
                        ruled ? row.dayOr("司法确认裁定日期", old.ruledOn()) : null,
                        ruled && ruling != null ? ruling : old.ruling(),
                        old.courtExtensionDays());
        // A window that has ended stays as it was counted: only moved days are judged.
        if (changed.contains("结案日期") || !appliedOn.equals(old.appliedOn())) {
            row.doing("司法确认申请日期", () -> it.requireAppliedInTime("司法确认申请日期"));
        }
    }

    private static void correctPrevention(MediationCase it, CaseRow row) {
        List<Proceedings.PreventionAct> acts = it.proceedings.preventionActs;
        if (acts.isEmpty()) {
            return;
        }
        Proceedings.PreventionAct old = acts.get(0);
        PreventionKind kind = row.cells().code("防止情形", PreventionKind.class);
        Integer persons = CaseRowSteps.persons(row);
        Proceedings.PreventionAct act =
                new Proceedings.PreventionAct(
                        row.dayOr("防止日期", old.on()),
                        kind == null ? old.kind() : kind,
                        persons == null ? old.persons() : persons);
        acts.set(0, act);
        if (!it.proceedings.preventsOncePerKind()) {
            throw row.cells()
                    .refuse("防止情形", "ALREADY_RECORDED", "每起纠纷每类一次", "once per matter and kind");
        }
    }

    /** The column to name where days are out of order: a changed one. */
    private static String dayOf(List<String> changed) {
        return DAYS.stream().filter(changed::contains).findFirst().orElse("结案日期");
    }
}
