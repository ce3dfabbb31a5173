package org.fengqiao.petition.petitions;

import static org.fengqiao.petition.petitions.PetitionStatus.ACCEPTED;
import static org.fengqiao.petition.petitions.PetitionStatus.CONCLUDED;
import static org.fengqiao.petition.petitions.PetitionStatus.FINALISED;
import static org.fengqiao.petition.petitions.PetitionStatus.IN_FINAL_REVIEW;
import static org.fengqiao.petition.petitions.PetitionStatus.IN_OBJECTION;
import static org.fengqiao.petition.petitions.PetitionStatus.IN_REEXAMINATION;
import static org.fengqiao.petition.petitions.PetitionStatus.REDIRECTED;
import static org.fengqiao.petition.petitions.PetitionStatus.REEXAMINED;
import static org.fengqiao.petition.petitions.PetitionStatus.REFUSED;
import static org.fengqiao.petition.petitions.PetitionStatus.REGISTERED;
import static org.fengqiao.petition.petitions.PetitionStatus.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;
import org.fengqiao.kit.journal.Step;

/**
 * The life of a petition: one lawful step per row, and who may take it. A step that is not in the
 * table is forbidden. {@code null} as target: the status stays. Each step rests on one article, or
 * on a SETTING of docs/regulation.
 */
public enum PetitionStep implements Step<PetitionStatus> {
    // @formatter:off
    //                        zh                  from                                                   to                who                        event                        legal basis
    REGISTER                 ("登记",             Set.of(),                                              REGISTERED,       Taker.ORGAN,               "registered",                "XF 23"),
    NOTIFY                   ("告知",             Set.of(REGISTERED, ACCEPTED, CONCLUDED),               null,             Taker.ORGAN,               "notified",                  "XF 23"),
    ACCEPT                   ("受理",             Set.of(REGISTERED),                                    ACCEPTED,         Taker.ORGAN,               "accepted",                  "XF 23"),
    REFUSE                   ("不予受理",         Set.of(REGISTERED),                                    REFUSED,          Taker.ORGAN,               "refused",                   "XF 19"),
    REDIRECT                 ("告知另行提出",     Set.of(REGISTERED),                                    REDIRECTED,       Taker.ORGAN,               "redirected",                "XF 23"),
    OBJECT                   ("提出异议",         Set.of(REGISTERED),                                    IN_OBJECTION,     Taker.ORGAN,               "objected",                  "XF 23"),
    DECIDE_OBJECTION         ("核实异议",         Set.of(IN_OBJECTION),                                  REGISTERED,       Taker.SENDER,              "objectionDecided",          "XF 23"),
    TRANSFER                 ("转送",             Set.of(REGISTERED),                                    null,             Taker.PETITION_DEPARTMENT, "transferred",               "XF 22"),
    ASSIGN                   ("交办",             Set.of(REGISTERED),                                    null,             Taker.PETITION_DEPARTMENT, "assigned",                  "XF 22"),
    DISPATCH                 ("分办",             Set.of(REGISTERED, ACCEPTED),                          null,             Taker.ORGAN,               "dispatched",                "SETTING"),
    REPORT_URGENT            ("紧急报告",         EnumSet.allOf(PetitionStatus.class),                   null,             Taker.ORGAN,               "urgentlyReported",          "XF 25"),
    RECUSE                   ("回避",             Set.of(REGISTERED, ACCEPTED),                          null,             Taker.ORGAN,               "recused",                   "XF 28"),
    REFER_TO_MEDIATION       ("引导人民调解",     Set.of(ACCEPTED),                                      null,             Taker.ORGAN,               "referredToMediation",       "XF 33"),
    LEARN_MEDIATION          ("调解进展",         EnumSet.allOf(PetitionStatus.class),                   null,             Taker.MEDIATION,           "mediationLearnt",           "XF 33"),
    EXTEND                   ("延期",             Set.of(ACCEPTED),                                      null,             Taker.ORGAN,               "extended",                  "XF 34"),
    CONCLUDE                 ("办结",             Set.of(ACCEPTED),                                      CONCLUDED,        Taker.ORGAN,               "concluded",                 "XF 31"),
    DELIVER                  ("送达答复",         Set.of(CONCLUDED, IN_REEXAMINATION, REEXAMINED, IN_FINAL_REVIEW, FINALISED), null, Taker.ISSUER,              "replyDelivered",            "XF 35"),
    RATE                     ("群众评价",         Set.of(CONCLUDED, IN_REEXAMINATION, REEXAMINED, IN_FINAL_REVIEW, FINALISED), null, Taker.ORGAN,     "rated",                     "XF 21"),
    RESOLVE                  ("化解",             Set.of(ACCEPTED, CONCLUDED, IN_REEXAMINATION, REEXAMINED, IN_FINAL_REVIEW, FINALISED, WITHDRAWN), null, Taker.ORGAN, "resolved", "XF 37"),
    REQUEST_REEXAMINATION    ("申请复查",         Set.of(CONCLUDED),                                     IN_REEXAMINATION, Taker.LEVEL_ABOVE,         "reexaminationRequested",    "XF 35"),
    REEXAMINE                ("复查意见",         Set.of(IN_REEXAMINATION),                              REEXAMINED,       Taker.LEVEL_ABOVE,         "reexamined",                "XF 35"),
    REQUEST_FINAL_REVIEW     ("申请复核",         Set.of(REEXAMINED),                                    IN_FINAL_REVIEW,  Taker.TWO_LEVELS_ABOVE,    "finalReviewRequested",      "XF 36"),
    HOLD_FINAL_REVIEW_HEARING("复核听证",         Set.of(IN_FINAL_REVIEW),                               null,             Taker.TWO_LEVELS_ABOVE,    "finalReviewHearingHeld",    "XF 36"),
    REVIEW_FINALLY           ("复核意见",         Set.of(IN_FINAL_REVIEW),                               FINALISED,        Taker.TWO_LEVELS_ABOVE,    "finallyReviewed",           "XF 36"),
    WITHDRAW                 ("撤回",             Set.of(REGISTERED, ACCEPTED),                          WITHDRAWN,        Taker.ORGAN,               "withdrawn",                 "SETTING"),
    SEAL                     ("移入密档",         EnumSet.allOf(PetitionStatus.class),                   null,             Taker.ORGAN_OR_ABOVE,      "removed",                   "XF 30"),
    CORRECT                  ("更正",             EnumSet.allOf(PetitionStatus.class),                   null,             Taker.ORGAN,               "corrected",                 "SETTING"),
    VOID                     ("作废",             EnumSet.allOf(PetitionStatus.class),                   null,             Taker.ORGAN,               "voided",                    "SETTING");
    // @formatter:on

    private final String zh;
    private final Set<PetitionStatus> from;
    private final PetitionStatus to;
    private final Taker taker;
    private final String event;
    private final String legalBasis;

    PetitionStep(
            String zh,
            Set<PetitionStatus> from,
            PetitionStatus to,
            Taker taker,
            String event,
            String legalBasis) {
        this.zh = zh;
        this.from = from;
        this.to = to;
        this.taker = taker;
        this.event = event;
        this.legalBasis = legalBasis;
    }

    /** Who may take it. */
    Taker taker() {
        return taker;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public Set<PetitionStatus> from() {
        return from;
    }

    @Override
    public PetitionStatus to() {
        return to;
    }

    @Override
    public String event() {
        return "petition.petition." + event;
    }

    @Override
    public String legalBasis() {
        return legalBasis;
    }

    @Override
    public String who() {
        return taker.zh();
    }

    @Override
    public String subjectZh() {
        return "信访件";
    }

    @Override
    public String subjectEn() {
        return "petition";
    }
}
