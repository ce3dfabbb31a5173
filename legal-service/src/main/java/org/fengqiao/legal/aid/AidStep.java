package org.fengqiao.legal.aid;

import static org.fengqiao.legal.aid.AidStatus.APPLIED;
import static org.fengqiao.legal.aid.AidStatus.APPOINTED;
import static org.fengqiao.legal.aid.AidStatus.CLOSED;
import static org.fengqiao.legal.aid.AidStatus.GRANTED;
import static org.fengqiao.legal.aid.AidStatus.OBJECTION;
import static org.fengqiao.legal.aid.AidStatus.PAPERS_ASKED;
import static org.fengqiao.legal.aid.AidStatus.REFERRED;
import static org.fengqiao.legal.aid.AidStatus.REFUSED;
import static org.fengqiao.legal.aid.AidStatus.WITHDRAWN;

import java.util.Set;
import org.fengqiao.legal.registers.StepRow;

/**
 * The life of an application for legal aid, as a township notes it. Who refers does not decide: the
 * agency does, and the county's justice bureau on an objection (FY 12, 13, 49). An urgent case may
 * be granted before its papers are there (FY 44). Rows of one event are one step: which of them it
 * goes by depends on where the application stands. On one day steps come in the order of the rows.
 */
enum AidStep implements StepRow<AidStatus> {
    // @formatter:off
    //                   zh                  from                              to            event                 legal basis
    REFER           (row("引导申请",         Set.of(),                         REFERRED,     "entered",            "FY 12")),
    APPLY           (row("机构收到申请",     Set.of(REFERRED),                 APPLIED,      "application-received", "FY 13")),
    ASK_PAPERS      (row("一次性告知补正",   Set.of(APPLIED),                  PAPERS_ASKED, "papers-asked",       "FY 43")),
    SUPPLY_PAPERS   (row("补正材料",         Set.of(PAPERS_ASKED),             APPLIED,      "papers-supplied",    "FY 43")),
    GRANT           (row("决定给予援助",     Set.of(APPLIED, PAPERS_ASKED),    GRANTED,      "granted",            "FY 43")),
    SUPPLY_AFTER_GRANT(row("先行援助后补充材料", Set.of(GRANTED, APPOINTED),   null,         "papers-supplied",    "FY 44")),
    REFUSE          (row("决定不予援助",     Set.of(APPLIED),                  REFUSED,      "refused",            "FY 43")),
    OBJECT          (row("提出异议",         Set.of(REFUSED),                  OBJECTION,    "objected",           "FY 49")),
    UPHOLD          (row("异议成立",         Set.of(OBJECTION),                GRANTED,      "objection-upheld",   "FY 49")),
    REJECT          (row("异议不成立",       Set.of(OBJECTION),                CLOSED,       "objection-rejected", "FY 49")),
    APPOINT         (row("指派",             Set.of(GRANTED),                  APPOINTED,    "appointed",          "FY 43")),
    CLOSE           (row("办结",             Set.of(GRANTED, APPOINTED),       CLOSED,       "closed",             "FY 50")),
    DEEM_WITHDRAWN  (row("未补正视为撤回",   Set.of(PAPERS_ASKED),             WITHDRAWN,    "withdrawn",          "FY 43")),
    WITHDRAW        (row("撤回申请",         Set.of(REFERRED, APPLIED, GRANTED, APPOINTED), WITHDRAWN, "withdrawn",    "SETTING"));
    // @formatter:on

    private final Row<AidStatus> row;

    AidStep(Row<AidStatus> row) {
        this.row = row;
    }

    private static Row<AidStatus> row(
            String zh, Set<AidStatus> from, AidStatus to, String event, String legalBasis) {
        return new Row<>(zh, from, to, event, legalBasis, "法律援助申请", "application for legal aid");
    }

    @Override
    public Row<AidStatus> row() {
        return row;
    }
}
