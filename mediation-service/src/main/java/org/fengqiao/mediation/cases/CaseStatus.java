package org.fengqiao.mediation.cases;

import org.fengqiao.kit.web.Coded;

/** Where a mediation case stands (definitions D3). */
public enum CaseStatus implements Coded {
    REGISTERED("已登记", "Registered"),
    ACCEPTED("已受理", "Accepted"),
    REFUSED("不予受理", "Refused"),
    IN_MEDIATION("调解中", "In mediation"),
    AGREED("调解成功", "Agreed"),
    NOT_AGREED("调解不成", "Not agreed"),
    ENDED_BY_PARTY("当事人终止", "Ended by a party"),
    WITHDRAWN("撤回", "Withdrawn"),
    HANDED_OVER("移交", "Handed over");

    private final String zh;
    private final String en;

    CaseStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
