package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** How far an agreement is performed (RT 31). */
public enum PerformanceState implements Coded {
    PERFORMED("已履行", "Performed"),
    PARTLY("部分履行", "Partly performed"),
    NOT("未履行", "Not performed");

    private final String zh;
    private final String en;

    PerformanceState(String zh, String en) {
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
