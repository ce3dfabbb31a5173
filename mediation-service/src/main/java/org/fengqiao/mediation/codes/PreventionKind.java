package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** What a mediation prevented, as the statistics form counts it. */
public enum PreventionKind implements Labelled {
    CRIME("民转刑", "Escalation to crime prevented"),
    GROUP_PETITION("群体性上访", "Group petition prevented"),
    SUICIDE("自杀", "Suicide prevented"),
    GROUP_FIGHT("群体性械斗", "Group fight prevented");

    PreventionKind(String zh, String en) {
        called(zh, en);
    }
}
