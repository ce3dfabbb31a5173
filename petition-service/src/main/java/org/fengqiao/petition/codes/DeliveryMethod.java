package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** How a written reply reached the petitioner. */
public enum DeliveryMethod implements Labelled {
    IN_PERSON("直接送达", "In person"),
    MAIL("邮寄", "By mail"),
    LEFT_AT_HOME("留置", "Left at the residence"),
    ONLINE("网上答复", "Online"),
    OTHER("其他", "Other");

    DeliveryMethod(String zh, String en) {
        called(zh, en);
    }
}
