package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/**
 * Why a court may not confirm an agreement (QR 4: personal status; the other bars are settings).
 */
public enum ConfirmationBar implements Labelled {
    NONE("无", "None"),
    TITLE_TO_RIGHTS("物权、知识产权确权", "Determines title to real or intellectual property rights"),
    PERSONAL_STATUS("确认身份关系、收养关系、婚姻关系", "Determines personal status"),
    OTHER_PROCEDURE("适用其他特别程序", "Another special procedure applies");

    ConfirmationBar(String zh, String en) {
        called(zh, en);
    }
}
