package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** What a handling opinion says of the request (XF 32). */
public enum OpinionOutcome implements Labelled {
    SUPPORTED("支持", "Supported"),
    EXPLAINED("解释说明", "Explained"),
    NOT_SUPPORTED("不予支持", "Not supported");

    OpinionOutcome(String zh, String en) {
        called(zh, en);
    }
}
