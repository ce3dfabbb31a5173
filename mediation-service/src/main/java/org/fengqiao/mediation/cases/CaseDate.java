package org.fengqiao.mediation.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.kit.journal.DayKind;
import org.fengqiao.kit.journal.DayOrder;

/**
 * The days of a case in the order they must come: one row per kind of day, and what it may not lie
 * before. Steps, corrections and ledgers are held to it at the one door they go through.
 */
enum CaseDate implements DayKind<MediationCase> {
    // @formatter:off
    //              zh              field of the step   not before
    REGISTERED     ("登记",         "/on"),
    ACCEPTED       ("受理",         "/on",              REGISTERED),
    SESSION        ("调解",         "/on",              ACCEPTED),
    RECUSED        ("回避",         "/on",              ACCEPTED),
    EXTENDED       ("延长期限",     "/on",              ACCEPTED),
    AGREED         ("达成协议",     "/on",              ACCEPTED, SESSION, RECUSED, EXTENDED),
    ENDED          ("结束调解",     "/on",              REGISTERED, ACCEPTED, SESSION, RECUSED, EXTENDED, AGREED),
    VARIED         ("变更协议",     "/on",              ENDED),
    DUE            ("履行期限",     "/instalments",     AGREED),
    PERFORMED      ("履行",         "/on",              ENDED),
    APPLIED        ("申请司法确认", "/on",              ENDED, VARIED),
    COURT_ACCEPTED ("法院受理",     "/courtAcceptedOn", APPLIED),
    RULED          ("司法确认裁定", "/on",              APPLIED, COURT_ACCEPTED),
    FOLLOWED_UP    ("回访",         "/on",              ENDED),
    PREVENTED      ("预防",         "/on",              REGISTERED),
    RISK_REPORTED  ("风险报告",     "/on",              REGISTERED),
    ARCHIVED       ("归档",         "/on",              ENDED);
    // @formatter:on

    private final String zh;
    private final String field;
    private final List<CaseDate> notBefore;

    CaseDate(String zh, String field, CaseDate... notBefore) {
        this.zh = zh;
        this.field = field;
        this.notBefore = List.of(notBefore);
    }

    /** Refuses a case whose days are out of order, or later than today. */
    static void require(MediationCase it, LocalDate today) {
        DayOrder.require(CaseDate.class, it, it.step == CaseStep.CORRECT, today);
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public List<CaseDate> notBefore() {
        return notBefore;
    }

    @Override
    public boolean inTurn() {
        return this == SESSION || this == VARIED;
    }

    @Override
    public boolean mayLieAhead() {
        return this == DUE;
    }

    @Override
    public String pointer(MediationCase it) {
        if (it.step != CaseStep.CORRECT) {
            return this == ENDED && it.step == CaseStep.AGREE ? "/effectiveOn" : field;
        }
        return switch (this) {
            case REGISTERED -> "/registeredOn";
            case ACCEPTED -> "/acceptedOn";
            case ENDED -> it.closedOn == null ? "/endedOn" : "/closedOn";
            case SESSION -> "/sessionsOn";
            case EXTENDED -> "/extensions";
            case PERFORMED -> "/performances";
            case APPLIED -> "/confirmation/appliedOn";
            case COURT_ACCEPTED -> "/confirmation/courtAcceptedOn";
            case RULED -> "/confirmation/ruledOn";
            case PREVENTED -> "/preventionActs";
            case ARCHIVED -> "/archivedOn";
            // No correction moves these.
            case RECUSED, AGREED, VARIED, DUE, FOLLOWED_UP, RISK_REPORTED -> null;
        };
    }

    @Override
    public Stream<LocalDate> of(MediationCase it) {
        Proceedings said = it.proceedings;
        Proceedings.Confirmation confirmation = said.confirmation;
        return switch (this) {
            case REGISTERED -> Stream.of(it.registeredOn);
            case ACCEPTED -> Stream.ofNullable(it.acceptedOn);
            case SESSION -> said.sessions.stream().map(Proceedings.Session::on);
            case RECUSED -> said.recusals.stream().map(Proceedings.Recusal::on);
            case EXTENDED -> said.extensions.stream().map(Proceedings.Extension::on);
            case AGREED -> said.agreements().limit(1).map(Proceedings.Agreement::agreedOn);
            case ENDED -> Stream.ofNullable(it.endedOn);
            case VARIED ->
                    said.agreements()
                            .skip(1)
                            .flatMap(then -> Stream.of(then.agreedOn(), then.effectiveOn()));
            case DUE -> it.instalments().stream().map(Proceedings.Instalment::dueOn);
            case PERFORMED -> said.performances.stream().map(Proceedings.Performance::on);
            case APPLIED -> Stream.ofNullable(confirmation).map(then -> then.appliedOn());
            case COURT_ACCEPTED ->
                    Stream.ofNullable(confirmation)
                            .flatMap(then -> Stream.ofNullable(then.courtAcceptedOn()));
            case RULED ->
                    Stream.ofNullable(confirmation)
                            .flatMap(then -> Stream.ofNullable(then.ruledOn()));
            case FOLLOWED_UP -> said.followUpVisits.stream().map(Proceedings.FollowUpVisit::on);
            case PREVENTED -> said.preventionActs.stream().map(Proceedings.PreventionAct::on);
            case RISK_REPORTED -> said.riskReports.stream().map(Proceedings.RiskReport::on);
            case ARCHIVED -> Stream.ofNullable(it.archivedOn);
        };
    }
}
