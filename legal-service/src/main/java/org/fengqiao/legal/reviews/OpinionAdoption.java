package org.fengqiao.legal.reviews;

import org.fengqiao.kit.web.Labelled;

/** Whether the client followed the opinion. */
public enum OpinionAdoption implements Labelled {
    ADOPTED("采纳", "Adopted", "已采纳", "是"),
    PARTLY("部分采纳", "Partly adopted"),
    NOT_ADOPTED("未采纳", "Not adopted", "不采纳", "否");

    private final Label label;

    OpinionAdoption(String zh, String en, String... aliases) {
        label = Labelled.label(zh, en, aliases);
    }

    @Override
    public Label label() {
        return label;
    }
}
