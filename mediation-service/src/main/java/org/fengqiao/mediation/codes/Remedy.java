package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** The remedies told when mediation fails (RT 26). */
public enum Remedy implements Coded {
    ARBITRATION("仲裁", "Arbitration"),
    ADMINISTRATIVE("行政途径", "Administrative way"),
    LITIGATION("诉讼", "Litigation");

    private final String zh;
    private final String en;

    Remedy(String zh, String en) {
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
