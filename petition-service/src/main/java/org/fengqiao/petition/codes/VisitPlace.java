package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** Whether a visit came to the place set up for visits (XF 20). */
public enum VisitPlace implements Labelled {
    RECEPTION("接待场所", "Reception place"),
    OTHER("其他场所", "Other place");

    VisitPlace(String zh, String en) {
        called(zh, en);
    }
}
