package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** What a mediation prevented, as the statistics form counts it. */
public enum PreventionKind implements Coded {
    CRIME("民转刑", "Escalation to crime prevented"),
    GROUP_PETITION("群体性上访", "Group petition prevented"),
    SUICIDE("自杀", "Suicide prevented"),
    GROUP_FIGHT("群体性械斗", "Group fight prevented");

    private final String zh;
    private final String en;

    PreventionKind(String zh, String en) {
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
