package org.fengqiao.legal.reviews;

import org.fengqiao.kit.web.Labelled;

/** Where a review stands. */
public enum ReviewStatus implements Labelled {
    RECEIVED("待审查", "Received"),
    REVIEWED("已审查", "Reviewed"),
    DECIDED("已答复采纳情况", "Answered"),
    WITHDRAWN("撤回", "Withdrawn");

    ReviewStatus(String zh, String en, String... aliases) {
        called(zh, en, aliases);
    }
}
