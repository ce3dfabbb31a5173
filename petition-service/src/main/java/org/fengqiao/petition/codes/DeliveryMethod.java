package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/** How a written reply reached the petitioner. */
public enum DeliveryMethod implements Coded {
    IN_PERSON("直接送达", "In person"),
    MAIL("邮寄", "By mail"),
    LEFT_AT_HOME("留置", "Left at the residence"),
    ONLINE("网上答复", "Online"),
    OTHER("其他", "Other");

    private final String zh;
    private final String en;

    DeliveryMethod(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
