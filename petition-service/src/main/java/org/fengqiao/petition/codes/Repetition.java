package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** Whether a matter is raised for the first time. */
public enum Repetition implements Labelled {
    FIRST("初件", "First"),
    REPEAT("重件", "Repeat");

    Repetition(String zh, String en) {
        called(zh, en);
    }
}
