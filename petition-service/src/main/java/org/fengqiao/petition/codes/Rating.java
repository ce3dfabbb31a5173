package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** How satisfied a petitioner is (XF 21). */
public enum Rating implements Labelled {
    SATISFIED("满意", "Satisfied"),
    FAIRLY_SATISFIED("基本满意", "Fairly satisfied"),
    DISSATISFIED("不满意", "Dissatisfied");

    Rating(String zh, String en) {
        called(zh, en);
    }
}
