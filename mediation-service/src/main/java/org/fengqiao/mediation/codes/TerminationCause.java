package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** Why mediation ended without agreement (RT 26, 23). */
public enum TerminationCause implements Coded {
    NO_AGREEMENT("调解不成", "No agreement was reached"),
    PARTY_ENDS("当事人要求终止调解", "A party demands the end");

    private final String zh;
    private final String en;

    TerminationCause(String zh, String en) {
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
