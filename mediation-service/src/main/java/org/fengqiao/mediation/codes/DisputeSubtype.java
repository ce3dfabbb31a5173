package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** The finer types that published statistics split off (codes 3.3). */
public enum DisputeSubtype implements Coded {
    MIGRANT_WAGES("拖欠农民工工资", "Wages owed to migrant workers"),
    E_COMMERCE("电子商务", "Electronic commerce"),
    OTHER("其他", "Other");

    private final String zh;
    private final String en;

    DisputeSubtype(String zh, String en) {
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
