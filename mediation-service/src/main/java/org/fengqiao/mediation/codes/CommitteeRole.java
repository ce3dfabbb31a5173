package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** The role of a mediator in a committee (RT 8, 13). */
public enum CommitteeRole implements Coded {
    CHAIR("主任", "Chair"),
    DEPUTY("副主任", "Deputy chair"),
    MEMBER("委员", "Member"),
    APPOINTED("聘任调解员", "Appointed mediator");

    private final String zh;
    private final String en;

    CommitteeRole(String zh, String en) {
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
