package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** The level of a people's mediation committee (RT 8, 34). */
public enum CommitteeLevel implements Labelled {
    VILLAGE("村", "Village committee"),
    COMMUNITY("社区", "Community committee"),
    TOWNSHIP("乡镇", "Township committee"),
    STREET("街道", "Street committee"),
    ENTERPRISE("企事业单位", "Enterprise committee"),
    SPECIALIZED("行业性专业性", "Specialised committee");

    CommitteeLevel(String zh, String en) {
        called(zh, en);
    }
}
