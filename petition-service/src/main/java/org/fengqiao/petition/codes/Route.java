package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** The six ways of handling an appeal or request (XF 31, items 1 to 6). */
public enum Route implements Labelled {
    LITIGATION("诉讼、法律程序", "Litigation and legal procedures"),
    ARBITRATION("仲裁", "Arbitration"),
    PARTY_APPEAL("党员申诉、申请复审", "Appeal of a party member"),
    ADMINISTRATIVE_PROCEDURE("行政程序", "Administrative procedure"),
    STATUTORY_DUTY("履行法定职责", "Performance of a statutory duty"),
    HANDLING_OPINION("出具信访处理意见书", "Written handling opinion");

    Route(String zh, String en) {
        called(zh, en);
    }
}
