package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** How a dispute came to the committee (RT 17; referral: SETTING). */
public enum CaseSource implements Coded {
    OWN_INITIATIVE("主动调解", "On own initiative"),
    ON_APPLICATION("依申请调解", "On application"),
    REFERRED("委托移送", "Referred");

    private final String zh;
    private final String en;

    CaseSource(String zh, String en) {
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
