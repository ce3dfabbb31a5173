package org.fengqiao.petition.accusations;

import org.fengqiao.kit.web.Labelled;

/** Where an accusation stands. */
public enum AccusationStatus implements Labelled {
    RECEIVED("已接收", "Received"),
    TRANSFERRED("已移送", "Transferred"),
    CONCLUDED("已反馈", "Concluded");

    AccusationStatus(String zh, String en) {
        called(zh, en);
    }
}
