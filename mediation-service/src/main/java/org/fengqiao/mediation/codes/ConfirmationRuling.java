package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** What the court ruled on a joint application (MS 206). */
public enum ConfirmationRuling implements Coded {
    CONFIRMED("确认", "Confirmed"),
    REJECTED("驳回", "Rejected"),
    NOT_ACCEPTED("不予受理", "Not accepted");

    private final String zh;
    private final String en;

    ConfirmationRuling(String zh, String en) {
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
