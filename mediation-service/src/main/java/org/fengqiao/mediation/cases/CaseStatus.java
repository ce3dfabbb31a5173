package org.fengqiao.mediation.cases;

import org.fengqiao.kit.web.Labelled;

/** Where a mediation case stands (definitions D3). */
public enum CaseStatus implements Labelled {
    REGISTERED("已登记", "Registered"),
    ACCEPTED("已受理", "Accepted"),
    REFUSED("不予受理", "Refused"),
    IN_MEDIATION("调解中", "In mediation"),
    AGREED("调解成功", "Agreed"),
    NOT_AGREED("调解不成", "Not agreed"),
    ENDED_BY_PARTY("当事人终止", "Ended by a party"),
    WITHDRAWN("撤回", "Withdrawn"),
    HANDED_OVER("移交", "Handed over");

    CaseStatus(String zh, String en) {
        called(zh, en);
    }
}
