package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/** Whether a matter is raised for the first time. */
public enum Repetition implements Coded {
    FIRST("初件", "First"),
    REPEAT("重件", "Repeat");

    private final String zh;
    private final String en;

    Repetition(String zh, String en) {
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
