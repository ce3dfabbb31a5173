package org.fengqiao.legal.aid;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fengqiao.kit.journal.DayKind;

/**
 * The days of a referral in the order they must come: one row per day, and what it may not lie
 * before. Steps, corrections and ledgers are held to it alike.
 */
enum AidDay implements DayKind<AidCourse> {
    // @formatter:off
    //                zh               component              its day                                   of the steps                                                  not before
    REFERRED         ("引导",          "referredOn",          LegalAidReferral::referredOn,             Set.of()),
    RECEIVED         ("收到申请",      "receivedOn",          LegalAidReferral::receivedOn,             Set.of(AidStep.APPLY),                                        REFERRED),
    PAPERS_ASKED     ("告知补充材料",  "papersAskedOn",       LegalAidReferral::papersAskedOn,          Set.of(AidStep.ASK_PAPERS),                                   REFERRED, RECEIVED),
    PAPERS_SUPPLIED  ("补充材料",      "papersSuppliedOn",    LegalAidReferral::papersSuppliedOn,       Set.of(AidStep.SUPPLY_PAPERS, AidStep.SUPPLY_AFTER_GRANT),                                PAPERS_ASKED),
    DECIDED          ("决定",          "decidedOn",           LegalAidReferral::decidedOn,              Set.of(AidStep.GRANT, AidStep.REFUSE),                        REFERRED, RECEIVED, PAPERS_ASKED),
    OBJECTED         ("提出异议",      "objectedOn",          LegalAidReferral::objectedOn,             Set.of(AidStep.OBJECT),                                       DECIDED),
    OBJECTION_DECIDED("异议决定",      "objectionDecidedOn",  LegalAidReferral::objectionDecidedOn,     Set.of(AidStep.UPHOLD, AidStep.REJECT),  OBJECTED),
    APPOINTED        ("指派",          "appointedOn",         LegalAidReferral::appointedOn,            Set.of(AidStep.APPOINT),                                      DECIDED, OBJECTION_DECIDED),
    CLOSED           ("办结",          "closedOn",            LegalAidReferral::closedOn,               Set.of(AidStep.CLOSE),                                        DECIDED, OBJECTION_DECIDED, APPOINTED),
    WITHDRAWN        ("撤回申请",      "withdrawnOn",         LegalAidReferral::withdrawnOn,            Set.of(AidStep.WITHDRAW, AidStep.DEEM_WITHDRAWN),                                     REFERRED, RECEIVED, PAPERS_ASKED, PAPERS_SUPPLIED, DECIDED, OBJECTION_DECIDED, APPOINTED);
    // @formatter:on

    private final String zh;
    private final String component;
    private final Function<LegalAidReferral, LocalDate> day;
    private final Set<AidStep> steps;
    private final List<AidDay> notBefore;

    AidDay(
            String zh,
            String component,
            Function<LegalAidReferral, LocalDate> day,
            Set<AidStep> steps,
            AidDay... notBefore) {
        this.zh = zh;
        this.component = component;
        this.day = day;
        this.steps = steps;
        this.notBefore = List.of(notBefore);
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public List<AidDay> notBefore() {
        return notBefore;
    }

    @Override
    public boolean inTurn() {
        return false;
    }

    @Override
    public boolean mayLieAhead() {
        return false;
    }

    @Override
    public Stream<LocalDate> of(AidCourse it) {
        return Stream.ofNullable(day.apply(it.said()));
    }

    /** A step gives its day as {@code on}; whoever writes the whole record by its name. */
    @Override
    public String pointer(AidCourse it) {
        boolean taken = steps.stream().anyMatch(step -> step.name().equals(it.step()));
        return taken ? "/on" : it.looking().place(component);
    }
}
