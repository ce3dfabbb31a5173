package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** What a reexamination or final review makes of the opinion before it (XF 35, 36). */
public enum ReviewResult implements Labelled {
    UPHELD("维持", "Upheld"),
    CHANGED("变更", "Changed"),
    REVOKED("撤销", "Revoked");

    ReviewResult(String zh, String en) {
        called(zh, en);
    }
}
