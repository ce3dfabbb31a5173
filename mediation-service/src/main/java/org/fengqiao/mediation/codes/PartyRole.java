package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** The role of a party. */
public enum PartyRole implements Coded {
    APPLICANT("申请人", "Applicant"),
    RESPONDENT("被申请人", "Respondent"),
    OTHER("其他当事人", "Other party");

    private final String zh;
    private final String en;

    PartyRole(String zh, String en) {
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
