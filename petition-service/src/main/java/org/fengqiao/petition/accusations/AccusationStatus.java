package org.fengqiao.petition.accusations;

import org.fengqiao.kit.web.Coded;

/** Where an accusation stands. */
public enum AccusationStatus implements Coded {
    RECEIVED("已接收", "Received"),
    TRANSFERRED("已移送", "Transferred"),
    CONCLUDED("已反馈", "Concluded");

    private final String zh;
    private final String en;

    AccusationStatus(String zh, String en) {
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
