package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/** Whether the petitioner came directly or another organ sent the petition (XF 22, 23). */
public enum PetitionSource implements Coded {
    DIRECT("直接提出", "Direct"),
    TRANSFERRED("转送", "Transferred"),
    ASSIGNED("交办", "Assigned");

    private final String zh;
    private final String en;

    PetitionSource(String zh, String en) {
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
