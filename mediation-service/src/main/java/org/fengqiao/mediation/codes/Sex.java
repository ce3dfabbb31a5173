package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** Sex as the forms ask for it. */
public enum Sex implements Coded {
    MALE("男", "Male"),
    FEMALE("女", "Female");

    private final String zh;
    private final String en;

    Sex(String zh, String en) {
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
