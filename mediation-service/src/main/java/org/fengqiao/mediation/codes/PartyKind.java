package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** Whether a party is a person or an organisation. */
public enum PartyKind implements Coded {
    PERSON("自然人", "Person"),
    ORGANISATION("组织", "Organisation");

    private final String zh;
    private final String en;

    PartyKind(String zh, String en) {
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
