package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** The difficulty of a case; a scale of the suite, local rules differ. */
public enum Difficulty implements Labelled {
    SIMPLE("简易", "Simple"),
    ORDINARY("一般", "Ordinary"),
    DIFFICULT("疑难", "Difficult"),
    MAJOR("重大", "Major");

    Difficulty(String zh, String en) {
        called(zh, en);
    }
}
