package org.fengqiao.reporting.reports;

import static org.fengqiao.reporting.reports.ReportStatus.CHECKED;
import static org.fengqiao.reporting.reports.ReportStatus.CONFIDENTIALITY_REVIEWED;
import static org.fengqiao.reporting.reports.ReportStatus.DRAFT;
import static org.fengqiao.reporting.reports.ReportStatus.PUBLISHED;
import static org.fengqiao.reporting.reports.ReportStatus.REVISED;
import static org.fengqiao.reporting.reports.ReportStatus.SIGNED;
import static org.fengqiao.reporting.reports.ReportStatus.SUBMITTED;

import java.util.Set;
import org.fengqiao.kit.journal.Step;

/**
 * The way of an annual report, one step per row (D6). Who signs never drafted it; what is signed
 * has its figures frozen, what is published is sealed. A revision goes the whole way again, while
 * the edition before stays readable; one that is abandoned leaves the report as it was published.
 */
public enum ReportStep implements Step<ReportStatus> {
    // @formatter:off
    //                zh              from                                                      to                        event                  legal basis
    BEGIN           ("起草",         Set.of(),                                                 DRAFT,                    "begun",               "SETTING"),
    EDIT            ("修改",         Set.of(DRAFT),                                            null,                     "edited",              "SETTING"),
    CHECK           ("核对",         Set.of(DRAFT),                                            CHECKED,                  "checked",             "TJ 24"),
    RETURN          ("退回修改",     Set.of(CHECKED, SIGNED, SUBMITTED, CONFIDENTIALITY_REVIEWED), DRAFT,                "returned",            "SETTING"),
    SIGN            ("签发",         Set.of(CHECKED),                                          SIGNED,                   "signed",              "TJ 24"),
    SUBMIT          ("报送",         Set.of(SIGNED),                                           SUBMITTED,                "submitted",           "P1"),
    REVIEW          ("保密审查",     Set.of(SUBMITTED),                                        CONFIDENTIALITY_REVIEWED, "confidentiality-reviewed", "ZX 17"),
    PUBLISH         ("公开",         Set.of(CONFIDENTIALITY_REVIEWED),                         PUBLISHED,                "published",           "P2"),
    REVISE          ("修订",         Set.of(PUBLISHED, REVISED),                               DRAFT,                    "revision-begun",      "SETTING"),
    PUBLISH_REVISION("公开修订版",   Set.of(CONFIDENTIALITY_REVIEWED),                         REVISED,                  "revision-published",  "P2"),
    ABANDON         ("撤销修订",     Set.of(DRAFT),                                            PUBLISHED,                "revision-abandoned",  "SETTING"),
    ABANDON_AGAIN   ("撤销再次修订", Set.of(DRAFT),                                            REVISED,                  "revision-abandoned",  "SETTING");
    // @formatter:on

    private final String zh;
    private final Set<ReportStatus> from;
    private final ReportStatus to;
    private final String event;
    private final String legalBasis;

    ReportStep(
            String zh, Set<ReportStatus> from, ReportStatus to, String event, String legalBasis) {
        this.zh = zh;
        this.from = from;
        this.to = to;
        this.event = event;
        this.legalBasis = legalBasis;
    }

    /** Whether it is taken for a reason that is told. */
    public boolean isReasoned() {
        return this == RETURN || this == REVISE || this == ABANDON || this == ABANDON_AGAIN;
    }

    /** Whether it is, after the first edition, what another step is before: one act to a person. */
    public boolean isOfLaterEditions() {
        return this == PUBLISH_REVISION || this == ABANDON_AGAIN;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public Set<ReportStatus> from() {
        return from;
    }

    @Override
    public ReportStatus to() {
        return to;
    }

    @Override
    public String event() {
        return event;
    }

    @Override
    public String legalBasis() {
        return legalBasis;
    }

    @Override
    public String subjectZh() {
        return "报告";
    }

    @Override
    public String subjectEn() {
        return "report";
    }
}
