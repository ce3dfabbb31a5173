package org.fengqiao.legal.reviews;

import org.fengqiao.kit.web.Labelled;

/** Whether the client followed the opinion. */
public enum OpinionAdoption implements Labelled {
    ADOPTED("采纳", "Adopted", "已采纳", "是"),
    PARTLY("部分采纳", "Partly adopted"),
    NOT_ADOPTED("未采纳", "Not adopted", "不采纳", "否");

    OpinionAdoption(String zh, String en, String... aliases) {
        called(zh, en, aliases);
    }
}
