package org.fengqiao.legal.decisions;

import org.fengqiao.kit.web.Labelled;

/** Where a major decision stands. */
public enum DecisionStatus implements Labelled {
    PROPOSED("已提出", "Proposed"),
    IN_REVIEW("审查中", "In review"),
    REVIEWED("已审查", "Reviewed"),
    DECIDED("已决定", "Decided"),
    ARCHIVED("已归档", "Archived"),
    WITHDRAWN("撤回", "Withdrawn");

    DecisionStatus(String zh, String en, String... aliases) {
        called(zh, en, aliases);
    }
}
