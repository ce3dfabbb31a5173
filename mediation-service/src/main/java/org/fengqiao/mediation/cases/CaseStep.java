package org.fengqiao.mediation.cases;

import static org.fengqiao.mediation.cases.CaseStatus.ACCEPTED;
import static org.fengqiao.mediation.cases.CaseStatus.AGREED;
import static org.fengqiao.mediation.cases.CaseStatus.ENDED_BY_PARTY;
import static org.fengqiao.mediation.cases.CaseStatus.HANDED_OVER;
import static org.fengqiao.mediation.cases.CaseStatus.IN_MEDIATION;
import static org.fengqiao.mediation.cases.CaseStatus.NOT_AGREED;
import static org.fengqiao.mediation.cases.CaseStatus.REFUSED;
import static org.fengqiao.mediation.cases.CaseStatus.REGISTERED;
import static org.fengqiao.mediation.cases.CaseStatus.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;
import org.fengqiao.kit.journal.Step;

/**
 * The life of a mediation case: one lawful step per row. A step that is not in the table is
 * forbidden. {@code null} as target: the status stays. Each step rests on one article, or on a
 * SETTING of docs/regulation. RT 25 names preventing and reporting in one breath: both are open as
 * long as the dispute is before the committee, and after it was mediated.
 */
public enum CaseStep implements Step<CaseStatus> {
    // @formatter:off
    //                      zh                from                                          to              event                          legal basis
    REGISTER               ("登记",           Set.of(),                                     REGISTERED,     "registered",                  "RT 27"),
    ACCEPT                 ("受理",           Set.of(REGISTERED),                           ACCEPTED,       "accepted",                    "RT 17"),
    REFUSE                 ("不予受理",       Set.of(REGISTERED),                           REFUSED,        "refused",                     "RT 17"),
    RECUSE                 ("回避",           Set.of(ACCEPTED, IN_MEDIATION),               null,           "recused",                     "SETTING"),
    HOLD_SESSION           ("调解",           Set.of(ACCEPTED, IN_MEDIATION),               IN_MEDIATION,   "sessionHeld",                 "RT 22"),
    EXTEND                 ("延长期限",       Set.of(ACCEPTED, IN_MEDIATION),               null,           "extended",                    "SETTING"),
    AGREE                  ("达成协议",       Set.of(IN_MEDIATION),                         AGREED,         "agreed",                      "RT 28"),
    VARY_AGREEMENT         ("变更协议",       Set.of(AGREED),                               null,           "agreementVaried",             "RT 28"),
    TERMINATE              ("终止调解",       Set.of(ACCEPTED, IN_MEDIATION),               NOT_AGREED,     "terminated",                  "RT 26"),
    END_BY_PARTY           ("当事人终止",     Set.of(ACCEPTED, IN_MEDIATION),               ENDED_BY_PARTY, "endedByParty",                "RT 23"),
    WITHDRAW               ("撤回",           Set.of(REGISTERED, ACCEPTED, IN_MEDIATION),   WITHDRAWN,      "withdrawn",                   "RT 23"),
    HAND_OVER              ("移交",           Set.of(REGISTERED, ACCEPTED, IN_MEDIATION),   HANDED_OVER,    "handedOver",                  "SETTING"),
    RECORD_PERFORMANCE     ("履行",           Set.of(AGREED),                               null,           "performanceRecorded",         "RT 31"),
    APPLY_FOR_CONFIRMATION ("申请司法确认",   Set.of(AGREED),                               null,           "confirmationApplied",         "RT 33"),
    RULE_ON_CONFIRMATION   ("司法确认裁定",   Set.of(AGREED),                               null,           "confirmationRuled",           "MS 206"),
    FOLLOW_UP              ("回访",           Set.of(AGREED),                               null,           "followedUp",                  "RT 31"),
    PREVENT                ("预防",           Set.of(REGISTERED, ACCEPTED, IN_MEDIATION, AGREED, NOT_AGREED, ENDED_BY_PARTY), null, "preventionRecorded", "RT 25"),
    REPORT_RISK            ("风险报告",       Set.of(REGISTERED, ACCEPTED, IN_MEDIATION, AGREED, NOT_AGREED, ENDED_BY_PARTY), null, "riskReported", "RT 25"),
    ARCHIVE                ("归档",           Set.of(AGREED, NOT_AGREED, ENDED_BY_PARTY, WITHDRAWN, REFUSED), null, "archived",            "RT 27"),
    CORRECT                ("更正",           EnumSet.allOf(CaseStatus.class),              null,           "corrected",                   "RT 27"),
    VOID                   ("作废",           EnumSet.allOf(CaseStatus.class),              null,           "voided",                      "RT 27");
    // @formatter:on

    private final String zh;
    private final Set<CaseStatus> from;
    private final CaseStatus to;
    private final String event;
    private final String legalBasis;

    CaseStep(String zh, Set<CaseStatus> from, CaseStatus to, String event, String legalBasis) {
        this.zh = zh;
        this.from = from;
        this.to = to;
        this.event = event;
        this.legalBasis = legalBasis;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public Set<CaseStatus> from() {
        return from;
    }

    @Override
    public CaseStatus to() {
        return to;
    }

    @Override
    public String event() {
        return "mediation.case." + event;
    }

    @Override
    public String legalBasis() {
        return legalBasis;
    }

    @Override
    public String subjectZh() {
        return "案件";
    }

    @Override
    public String subjectEn() {
        return "case";
    }
}
