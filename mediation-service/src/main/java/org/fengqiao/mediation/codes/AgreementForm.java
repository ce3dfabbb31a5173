package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** The form of a mediation agreement (RT 28). */
public enum AgreementForm implements Coded {
    WRITTEN("书面", "Written"),
    ORAL("口头", "Oral");

    private final String zh;
    private final String en;

    AgreementForm(String zh, String en) {
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
