package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/** How satisfied a petitioner is (XF 21). */
public enum Rating implements Coded {
    SATISFIED("满意", "Satisfied"),
    FAIRLY_SATISFIED("基本满意", "Fairly satisfied"),
    DISSATISFIED("不满意", "Dissatisfied");

    private final String zh;
    private final String en;

    Rating(String zh, String en) {
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
