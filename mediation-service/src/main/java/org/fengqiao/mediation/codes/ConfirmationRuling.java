package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** What the court ruled on a joint application (MS 206). */
public enum ConfirmationRuling implements Labelled {
    CONFIRMED("确认", "Confirmed"),
    REJECTED("驳回", "Rejected"),
    NOT_ACCEPTED("不予受理", "Not accepted");

    ConfirmationRuling(String zh, String en) {
        called(zh, en);
    }
}
