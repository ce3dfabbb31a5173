package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** Why a petition is not accepted. */
public enum RefusalGround implements Labelled {
    HANDLED_BELOW("下级机关正在办理", "Accepted or being handled below", "XF 19"),
    SAME_FACTS_AFTER_FINAL_REVIEW(
            "复核后以同一事实和理由再次提出", "Same facts and reasons after the final review", "XF 36"),
    JUDICIAL_MATTER("涉诉事项，由政法部门处理", "Matter of litigation", "XF 28");

    private final String legalBasis;

    RefusalGround(String zh, String en, String legalBasis) {
        called(zh, en);
        this.legalBasis = legalBasis;
    }

    /** The article it rests on. */
    public String legalBasis() {
        return legalBasis;
    }
}
