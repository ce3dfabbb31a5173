package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/** What a handling opinion says of the request (XF 32). */
public enum OpinionOutcome implements Coded {
    SUPPORTED("支持", "Supported"),
    EXPLAINED("解释说明", "Explained"),
    NOT_SUPPORTED("不予支持", "Not supported");

    private final String zh;
    private final String en;

    OpinionOutcome(String zh, String en) {
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
