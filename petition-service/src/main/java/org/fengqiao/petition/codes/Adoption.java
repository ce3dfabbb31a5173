package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** What an organ answers to a proposal in writing (XF 40). */
public enum Adoption implements Labelled {
    ADOPTED("采纳", "Adopted"),
    PARTLY("部分采纳", "Adopted in part"),
    NOT_ADOPTED("未采纳", "Not adopted");

    Adoption(String zh, String en) {
        called(zh, en);
    }
}
