package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/** What a reexamination or final review makes of the opinion before it (XF 35, 36). */
public enum ReviewResult implements Coded {
    UPHELD("维持", "Upheld"),
    CHANGED("变更", "Changed"),
    REVOKED("撤销", "Revoked");

    private final String zh;
    private final String en;

    ReviewResult(String zh, String en) {
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
