package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** What a petition department proposes to an organ (XF 40). */
public enum ProposalKind implements Labelled {
    IMPROVEMENT("改进工作", "Improvement of work"),
    POLICY("完善政策", "Improvement of policy"),
    ACCOUNTABILITY("追究责任", "Accountability");

    ProposalKind(String zh, String en) {
        called(zh, en);
    }
}
