package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.AgreementForm;
import org.fengqiao.mediation.codes.ConfirmationBar;
import org.fengqiao.mediation.codes.ConfirmationRuling;
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
            List.of("登记日期", "受理日期", "调解日期", "结案日期", "履行日期", "司法确认申请日期", "司法确认裁定日期");

    private final CaseDeadlines deadlines;
    private final CasePersons persons;

    CaseRowCorrection(CaseDeadlines deadlines, CasePersons persons) {
        this.deadlines = deadlines;
        this.persons = persons;
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
                    row.doing(first, () -> described.applyTo(it, persons));
                    correctCourse(it, row, changed);
                    correctEnd(it, row, changed);
                    correctAgreement(it, row, changed);
                    deadlines.count(it);
                    correctConfirmation(it, row);
                    correctPrevention(it, row);
                    requireOrder(it, row, changed);
                });
    }

    /** Only what has changed is corrected: the rest may have been entered here, and in full. */
    private CaseCorrection described(MediationCase it, CaseRow row, List<String> changed) {
        Changed is = new Changed(changed);
        NewCase given = row.described();
        LedgerRow cells = row.cells();
        String place = given.place() == null ? row.committee().division() : given.place();
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
                is.or("结案日期", row.dayOr("结案日期", null)),
                is.or("简要案情", given.summary()),
                is.or("参与法律顾问", given.counselIds()),
                parties ? parties(it, row) : null);
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
                        counsel ? row.cells().texts("参与法律顾问") : first.counselIds(),
                        first.record()));
    }

    private static void correctEnd(MediationCase it, CaseRow row, List<String> changed) {
        Proceedings said = it.proceedings;
        if (it.endedOn != null && changed.contains("结案日期") && row.cells().has("结案日期")) {
            it.endedOn = row.day("结案日期");
        }
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

    private static void correctAgreement(MediationCase it, CaseRow row, List<String> changed) {
        Proceedings.Agreement old = it.proceedings.agreement;
        if (old == null) {
            return;
        }
        AgreementForm form = row.cells().code("协议形式", AgreementForm.class);
        ConfirmationBar bar = row.cells().code("是否确权", ConfirmationBar.class);
        Proceedings.Agreement agreement =
                new Proceedings.Agreement(
                        old.agreedOn(),
                        old.effectiveOn(),
                        form == null ? old.form() : form,
                        old.content(),
                        old.amountYuan(),
                        bar == null ? old.confirmationBar() : bar,
                        old.instalments());
        if (agreement.equals(old) && !changed.contains("纠纷类型")) {
            return;
        }
        row.doing("协议形式", () -> AgreementRules.requireForm(it, agreement, row.today()));
        it.proceedings.agreement = agreement;
        if (it.proceedings.confirmation != null && !it.confirmable()) {
            Refusal refusal =
                    Refusal.of(
                                    422,
                                    "NOT_CONFIRMABLE",
                                    "已申请司法确认，不能改为不可确认",
                                    "Confirmation was applied for")
                            .citing("QR 4");
            for (String title : List.of("协议形式", "是否确权", "纠纷类型")) {
                refusal =
                        changed.contains(title)
                                ? refusal.at(title, refusal.zh(), refusal.en())
                                : refusal;
            }
            throw refusal;
        }
    }

    private static void correctConfirmation(MediationCase it, CaseRow row) {
        if (it.performedOn != null && row.cells().has("履行日期")) {
            List<Proceedings.Performance> all = it.proceedings.performances;
            Proceedings.Performance last = all.get(all.size() - 1);
            it.performedOn = row.day("履行日期");
            all.set(
                    all.size() - 1,
                    new Proceedings.Performance(it.performedOn, last.state(), last.amountYuan()));
        }
        Proceedings.Confirmation old = it.proceedings.confirmation;
        if (old == null) {
            return;
        }
        ConfirmationRuling ruling = row.cells().code("司法确认结果", ConfirmationRuling.class);
        boolean ruled = old.ruledOn() != null;
        it.proceedings.confirmation =
                new Proceedings.Confirmation(
                        row.dayOr("司法确认申请日期", old.appliedOn()),
                        old.courtAcceptedOn(),
                        ruled ? row.dayOr("司法确认裁定日期", old.ruledOn()) : null,
                        ruled && ruling != null ? ruling : old.ruling());
        LocalDate last = it.confirmationWindowEndsOn;
        if (last != null && it.proceedings.confirmation.appliedOn().isAfter(last)) {
            throw Refusal.of(422, "WINDOW_CLOSED", "已超过三十日申请期限", "The thirty days are over")
                    .citing("RT 33")
                    .at("司法确认申请日期", "不能晚于" + last, "not after " + last);
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
        if (acts.stream().skip(1).anyMatch(other -> other.kind() == act.kind())) {
            throw row.cells()
                    .refuse("防止情形", "ALREADY_RECORDED", "每案每类一次", "once per case and kind");
        }
        if (act.on().isBefore(it.registeredOn)) {
            throw row.cells().refuse("防止日期", "DATE_ORDER", "不能早于登记日期", "before the registration");
        }
        acts.set(0, act);
    }

    /** The days of a case follow each other, and so do those of the court. */
    private static void requireOrder(MediationCase it, CaseRow row, List<String> changed) {
        List<LocalDate> course = new ArrayList<>(List.of(it.registeredOn));
        course.add(it.acceptedOn);
        it.proceedings.sessions.forEach(session -> course.add(session.on()));
        course.add(it.endedOn);
        course.removeIf(Objects::isNull);
        it.steppedOn = course.get(course.size() - 1);
        Proceedings.Confirmation court = it.proceedings.confirmation;
        Stream<LocalDate> confirmation =
                court == null
                        ? Stream.empty()
                        : Stream.of(
                                it.endedOn,
                                court.appliedOn(),
                                court.courtAcceptedOn(),
                                court.ruledOn());
        if (!inOrder(course.stream())
                || !inOrder(Stream.of(it.endedOn, it.performedOn))
                || !inOrder(confirmation)) {
            String title = DAYS.stream().filter(changed::contains).findFirst().orElse("结案日期");
            throw row.cells()
                    .refuse(
                            title,
                            "DATE_ORDER",
                            "日期先后不符：登记、受理、调解、结案、履行或司法确认",
                            "dates out of order");
        }
    }

    private static boolean inOrder(Stream<LocalDate> days) {
        List<LocalDate> given = days.filter(Objects::nonNull).toList();
        List<LocalDate> sorted = new ArrayList<>(given);
        Collections.sort(sorted);
        return given.equals(sorted);
    }
}
