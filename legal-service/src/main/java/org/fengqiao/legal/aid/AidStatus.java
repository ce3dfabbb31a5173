package org.fengqiao.legal.aid;

import org.fengqiao.kit.web.Labelled;

/** Where an application for legal aid stands. */
public enum AidStatus implements Labelled {
    REFERRED("已引导", "Referred"),
    APPLIED("已申请", "Applied"),
    PAPERS_ASKED("待补正", "Papers asked for"),
    GRANTED("给予援助", "Granted"),
    REFUSED("不予援助", "Refused"),
    APPOINTED("已指派", "Appointed"),
    OBJECTION("异议中", "Objection"),
    CLOSED("已办结", "Closed"),
    WITHDRAWN("撤回申请", "Withdrawn");

    AidStatus(String zh, String en, String... aliases) {
        called(zh, en, aliases);
    }
}
