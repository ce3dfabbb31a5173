package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/** What an organ answers to a proposal in writing (XF 40). */
public enum Adoption implements Coded {
    ADOPTED("采纳", "Adopted"),
    PARTLY("部分采纳", "Adopted in part"),
    NOT_ADOPTED("未采纳", "Not adopted");

    private final String zh;
    private final String en;

    Adoption(String zh, String en) {
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
