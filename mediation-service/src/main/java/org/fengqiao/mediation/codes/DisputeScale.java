package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** The scale of a dispute in GB/T 31000, by the persons involved. */
public enum DisputeScale implements Coded {
    INDIVIDUAL("个体性", "Individual"),
    GROUP("一般群体性", "Ordinary group"),
    MAJOR_GROUP("重大群体性", "Major group");

    private final String zh;
    private final String en;

    DisputeScale(String zh, String en) {
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
