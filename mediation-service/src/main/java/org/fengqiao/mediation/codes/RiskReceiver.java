package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** Whom a risk was reported to (RT 25). */
public enum RiskReceiver implements Coded {
    POLICE("公安机关", "Police"),
    OTHER("其他有关部门", "Another department");

    private final String zh;
    private final String en;

    RiskReceiver(String zh, String en) {
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
