package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/**
 * How the law lets a petition be handled (XF 29 to 31). An accusation is in no ordinary record: who
 * names that class is shown the door to the vault.
 */
public enum HandlingClass implements Coded {
    PROPOSAL("建议意见", "Proposal"),
    APPEAL_OR_REQUEST("申诉求决", "Appeal or request"),
    ACCUSATION("检举控告", "Accusation");

    private final String zh;
    private final String en;

    HandlingClass(String zh, String en) {
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
