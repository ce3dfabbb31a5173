package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** The difficulty of a case; a scale of the suite, local rules differ. */
public enum Difficulty implements Coded {
    SIMPLE("简易", "Simple"),
    ORDINARY("一般", "Ordinary"),
    DIFFICULT("疑难", "Difficult"),
    MAJOR("重大", "Major");

    private final String zh;
    private final String en;

    Difficulty(String zh, String en) {
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
