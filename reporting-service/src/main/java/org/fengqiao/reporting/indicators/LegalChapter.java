package org.fengqiao.reporting.indicators;

import static org.fengqiao.reporting.indicators.AdministrationFacts.DEMOCRATIC_VILLAGE;
import static org.fengqiao.reporting.indicators.AdministrationFacts.ENFORCEMENT_OFFICER;
import static org.fengqiao.reporting.indicators.AdministrationFacts.LAW_EXAM;
import static org.fengqiao.reporting.indicators.AdministrationFacts.MAJOR_DECISION;
import static org.fengqiao.reporting.indicators.AdministrationFacts.STUDY_SESSION;
import static org.fengqiao.reporting.indicators.Indicator.count;
import static org.fengqiao.reporting.indicators.Indicator.distinct;
import static org.fengqiao.reporting.indicators.Indicator.share;
import static org.fengqiao.reporting.indicators.Indicator.shareOfSums;
import static org.fengqiao.reporting.indicators.Indicator.sum;
import static org.fengqiao.reporting.indicators.LegalServiceFacts.APPOINTMENT;
import static org.fengqiao.reporting.indicators.LegalServiceFacts.CONTRACT_REVIEW;
import static org.fengqiao.reporting.indicators.LegalServiceFacts.COUNSEL_WORK;
import static org.fengqiao.reporting.indicators.LegalServiceFacts.LEGALITY_REVIEW;
import static org.fengqiao.reporting.indicators.LegalServiceFacts.LEGAL_ADVISER;
import static org.fengqiao.reporting.indicators.LegalServiceFacts.LEGAL_AID_REFERRAL;
import static org.fengqiao.reporting.indicators.LegalServiceFacts.LEGAL_CONSULTATION;
import static org.fengqiao.reporting.indicators.LegalServiceFacts.MEDIATION_PARTICIPATION;
import static org.fengqiao.reporting.indicators.LegalServiceFacts.PUBLICITY_ACTIVITY;
import static org.fengqiao.reporting.indicators.LegalServiceFacts.VILLAGE_VISIT;
import static org.fengqiao.reporting.indicators.Unit.CASE;
import static org.fengqiao.reporting.indicators.Unit.DOCUMENT;
import static org.fengqiao.reporting.indicators.Unit.HOUR;
import static org.fengqiao.reporting.indicators.Unit.ITEM;
import static org.fengqiao.reporting.indicators.Unit.PERSON_TIME;
import static org.fengqiao.reporting.indicators.Unit.SESSION;
import static org.fengqiao.reporting.indicators.Unit.TIME;

import java.util.List;

/**
 * Legal services and law-based administration: definitions D1, L-01 to L-11, G-01 to G-07, and the
 * columns of the published statistics of counsel (rules 2.5). An activity counts once, whatever its
 * tags (R7); a dispute once, however many counsel joined it, on the first day one of them did.
 */
final class LegalChapter {

    private static final Cohort ACTIVITIES = Cohort.by(PUBLICITY_ACTIVITY, "heldOn");
    private static final Cohort CONTRACTS = Cohort.by(CONTRACT_REVIEW, "reviewedOn");
    private static final Cohort VISITS = Cohort.by(VILLAGE_VISIT, "visitedOn");
    private static final Cohort ADVICE = Cohort.by(LEGAL_CONSULTATION, "consultedOn");
    private static final Cohort WORKS = Cohort.by(COUNSEL_WORK, "workedOn");
    private static final Cohort JOINED =
            Cohort.by(
                    MEDIATION_PARTICIPATION,
                    "joinedOn",
                    new Filter.First(
                            MEDIATION_PARTICIPATION,
                            MEDIATION_PARTICIPATION.column("joinedOn"),
                            MEDIATION_PARTICIPATION.column("disputeId")));
    private static final Cohort OFFICERS =
            Cohort.inOffice(ENFORCEMENT_OFFICER, "postFrom", "postUntil");
    // Of 三重一大 the law asks for counsel where a major decision is made (ZD 28).
    private static final Cohort DECIDED =
            Cohort.by(
                    MAJOR_DECISION,
                    "decidedOn",
                    Filter.in(MAJOR_DECISION, "matterKind", "MAJOR_DECISION"));
    // Whoever has left the roster covers no village, however long the appointment was to run.
    private static final Cohort COUNSEL =
            Cohort.inOffice(APPOINTMENT, "appointedOn", "endsOn")
                    .narrowedTo(Filter.in(APPOINTMENT, "role", "VILLAGE"))
                    .narrowedTo(new Filter.InVillage(APPOINTMENT.place()))
                    .narrowedTo(
                            new Filter.NamesStanding(
                                    LEGAL_ADVISER,
                                    LEGAL_ADVISER.column("adviserId"),
                                    LEGAL_ADVISER.column("engagedOn"),
                                    LEGAL_ADVISER.column("endedOn")));
    private static final Cohort EXAMS = Cohort.by(LAW_EXAM, "heldOn");
    private static final Cohort LAWFUL = Cohort.by(LEGALITY_REVIEW, "reviewedOn");
    private static final Cohort MANDATORY =
            Cohort.by(
                    LEGALITY_REVIEW,
                    "receivedOn",
                    new Filter.Yes(LEGALITY_REVIEW.column("mandatory")),
                    new Filter.Without(LEGALITY_REVIEW.column("withdrawnOn")));

    private static final Filter VILLAGES = new Filter.InVillage(VILLAGE_VISIT.place());
    private static final Filter CLOSED =
            new Filter.DoneByEnd(MEDIATION_PARTICIPATION.column("closedOn"));
    private static final Filter UNREGISTERED =
            Filter.in(MEDIATION_PARTICIPATION, "source", "UNREGISTERED");
    private static final Filter CERTIFIED =
            new Filter.ValidAtEnd(
                    ENFORCEMENT_OFFICER.column("certificateFrom"),
                    ENFORCEMENT_OFFICER.column("certificateUntil"),
                    ENFORCEMENT_OFFICER.column("certificateWithdrawnOn"));
    private static final Filter COUNSELLED =
            new Filter.InTime(
                    MAJOR_DECISION.column("counselOpinionOn"),
                    MAJOR_DECISION.column("discussedOn"));

    // @formatter:off
    static final List<Indicator> INDICATORS = List.of(
            count("L-01", "法治宣传活动", SESSION, "GK", ACTIVITIES)
                    .en("Publicity activities"),
            count("L-02", "其中中小学法治讲座", SESSION, "GK", ACTIVITIES.narrowedTo(tagged("SCHOOL_LECTURE")))
                    .en("of them lectures at schools"),
            count("L-03", "政府法律顾问审查合同", DOCUMENT, "GK", CONTRACTS.narrowedTo(by("GOVERNMENT_COUNSEL")))
                    .en("Contracts reviewed by government counsel"),
            distinct("L-04", "走访行政村", ITEM, "GK", VISITS.narrowedTo(VILLAGES), "division")
                    .en("Villages visited by counsel, each once"),
            sum("L-05", "走访行政村法律顾问人次", PERSON_TIME, "GK", VISITS, "counselPresent")
                    .en("Counsel present at visits, person-times"),
            sum("L-05-M", "走访接待群众人次", PERSON_TIME, "GK", VISITS, "personsMet")
                    .en("Persons met at visits, person-times"),
            distinct("L-06", "参与民间纠纷调处", CASE, "GK", JOINED, "disputeId")
                    .en("Disputes that counsel took part in, each once"),
            distinct("L-06-C", "其中期末前已调结的案件", CASE, "GK", JOINED.narrowedTo(CLOSED), "disputeId")
                    .en("of them closed by a committee by the end of the period"),
            distinct("L-06-U", "其中未登记的纠纷", CASE, "GK", JOINED.narrowedTo(UNREGISTERED), "disputeId")
                    .en("of them registered nowhere"),
            count("L-07", "村（居）法律顾问审查合同", DOCUMENT, "GK", CONTRACTS.narrowedTo(by("VILLAGE_COUNSEL")))
                    .en("Contracts reviewed by village counsel"),
            sum("L-08", "村（居）法律顾问法律咨询", PERSON_TIME, "GK", ADVICE.narrowedTo(Filter.in(LEGAL_CONSULTATION, "provider", "VILLAGE_COUNSEL")), "persons")
                    .en("Consultations by village counsel, person-times"),
            sum("L-08-A", "法律咨询（全部提供者）", PERSON_TIME, "GK", ADVICE, "persons")
                    .en("Consultations by all, person-times"),
            count("L-09", "村（居）法律顾问法治讲座", SESSION, "GK", ACTIVITIES.narrowedTo(tagged("LECTURE", "SCHOOL_LECTURE")).narrowedTo(Filter.in(PUBLICITY_ACTIVITY, "speaker", "VILLAGE_COUNSEL")))
                    .en("Lectures by village counsel"),
            count("L-10", "法律援助送法进农村", SESSION, "GK", ACTIVITIES.narrowedTo(tagged("LEGAL_AID_OUTREACH")))
                    .en("Legal aid outreach to villages"),
            sum("L-11", "引导法律援助", PERSON_TIME, "FY 13", Cohort.by(LEGAL_AID_REFERRAL, "referredOn"), "persons")
                    .en("Persons referred to legal aid"),
            sum("L-12", "代写文书", CASE, "GK", WORKS.narrowedTo(Filter.in(COUNSEL_WORK, "workKind", "DRAFTING")), "pieces")
                    .en("Documents drafted"),
            sum("L-13", "参与诉讼", TIME, "GK", WORKS.narrowedTo(Filter.in(COUNSEL_WORK, "workKind", "LITIGATION")), "pieces")
                    .en("Suits taken part in"),
            sum("L-14", "重大决策意见", ITEM, "GK", WORKS.narrowedTo(Filter.in(COUNSEL_WORK, "workKind", "DECISION_OPINION")), "pieces")
                    .en("Opinions on decisions"),
            sum("L-15", "法律意见书", DOCUMENT, "GK", WORKS.narrowedTo(Filter.in(COUNSEL_WORK, "workKind", "LEGAL_OPINION")), "pieces")
                    .en("Legal opinions"),
            sum("L-16", "律师函", DOCUMENT, "GK", WORKS.narrowedTo(Filter.in(COUNSEL_WORK, "workKind", "LAWYERS_LETTER")), "pieces")
                    .en("Lawyer's letters"),
            count("L-17", "现场服务", TIME, "GK", VISITS)
                    .en("Visits of counsel"),
            sum("L-18", "现场服务时长", HOUR, "GK", VISITS, "hoursOnSite")
                    .en("Hours on site"),
            count("L-19-O", "其他主体审查合同", DOCUMENT, "GK", CONTRACTS.narrowedTo(by("JUSTICE_OFFICE", "PUBLIC_LAWYER", "OTHER")))
                    .en("Contracts reviewed by others"),
            share("G-01", "执法人员持证率", "CF 42", OFFICERS, OFFICERS.narrowedTo(CERTIFIED))
                    .en("Staff in enforcement posts with a valid certificate"),
            share("G-02", "重大决策法律顾问参与率", "ZD 28", DECIDED, DECIDED.narrowedTo(COUNSELLED))
                    .en("Major decisions with an opinion of counsel before their discussion"),
            count("G-03", "学法次数", TIME, "GK", Cohort.by(STUDY_SESSION, "heldOn"))
                    .en("Study sessions"),
            shareOfSums("G-04-T", "学法考试参考率", "GK", EXAMS, "taken", "due")
                    .en("Who took the exams, of those due"),
            shareOfSums("G-04-S", "学法考试合格率", "GK", EXAMS, "passed", "taken")
                    .en("Who passed, of those who took the exams"),
            distinct("G-05", "民主法治（示范）村", ITEM, "GK", Cohort.inOffice(DEMOCRATIC_VILLAGE, "namedOn", "endedOn"), "division")
                    .en("Democratic rule-of-law villages"),
            distinct("G-06", "有法律顾问的行政村", ITEM, "GK", COUNSEL, "division")
                    .en("Villages with counsel"),
            count("G-07", "合法性审查", DOCUMENT, "GK", LAWFUL)
                    .en("Legality reviews"),
            count("G-07-N", "其中行政规范性文件", DOCUMENT, "GK", LAWFUL.narrowedTo(Filter.in(LEGALITY_REVIEW, "subject", "NORMATIVE_DOCUMENT")))
                    .en("of them normative documents"),
            count("G-07-M", "其中重大决策", DOCUMENT, "ZD 25", LAWFUL.narrowedTo(Filter.in(LEGALITY_REVIEW, "subject", "MAJOR_DECISION")))
                    .en("of them major decisions"),
            count("G-07-E", "其中行政执法决定", DOCUMENT, "CF 58", LAWFUL.narrowedTo(Filter.in(LEGALITY_REVIEW, "subject", "ENFORCEMENT_DECISION")))
                    .en("of them enforcement decisions"),
            count("G-07-C", "其中合同", DOCUMENT, "GK", LAWFUL.narrowedTo(Filter.in(LEGALITY_REVIEW, "subject", "CONTRACT")))
                    .en("of them contracts"),
            count("G-07-O", "其中其他", DOCUMENT, "GK", LAWFUL.narrowedTo(Filter.in(LEGALITY_REVIEW, "subject", "OTHER")))
                    .en("of them others"),
            share("G-07-R", "合法性审查率", "GK", MANDATORY, MANDATORY.narrowedTo(new Filter.DoneByEnd(LEGALITY_REVIEW.column("reviewedOn"))))
                    .en("Mandatory legality reviews done by the end of the period, of those received"));
    // @formatter:on

    private LegalChapter() {}

    private static Filter tagged(String... tags) {
        return new Filter.Has(PUBLICITY_ACTIVITY.column("tags"), List.of(tags));
    }

    private static Filter by(String... reviewers) {
        return Filter.in(CONTRACT_REVIEW, "reviewerRole", reviewers);
    }
}
