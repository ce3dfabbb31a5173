package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** Sex as the forms ask for it. */
public enum Sex implements Labelled {
    MALE("男", "Male"),
    FEMALE("女", "Female");

    Sex(String zh, String en) {
        called(zh, en);
    }
}
