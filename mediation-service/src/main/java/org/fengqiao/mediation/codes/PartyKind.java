package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** Whether a party is a person or an organisation. */
public enum PartyKind implements Labelled {
    PERSON("自然人", "Person"),
    ORGANISATION("组织", "Organisation");

    PartyKind(String zh, String en) {
        called(zh, en);
    }
}
