package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** The role of a mediator in a committee (RT 8, 13). */
public enum CommitteeRole implements Labelled {
    CHAIR("主任", "Chair"),
    DEPUTY("副主任", "Deputy chair"),
    MEMBER("委员", "Member"),
    APPOINTED("聘任调解员", "Appointed mediator");

    CommitteeRole(String zh, String en) {
        called(zh, en);
    }
}
