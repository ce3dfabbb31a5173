package org.fengqiao.reporting.sets;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;

/** Where a figure set stands (definitions D6). */
@Schema(name = "FigureSetStatus")
public enum SetStatus implements Labelled {
    OPEN("未报送", "Not yet submitted"),
    SUBMITTED("已报送", "Submitted"),
    RETURNED("已退回", "Returned"),
    ACCEPTED("已审核锁定", "Accepted and locked"),
    REOPENED("已解锁", "Reopened");

    SetStatus(String zh, String en) {
        called(zh, en);
    }

    /** Whether what was submitted stands: it is neither returned nor under revision. */
    boolean stands() {
        return this == SUBMITTED || this == ACCEPTED;
    }
}
