package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/** Whether a visit came to the place set up for visits (XF 20). */
public enum VisitPlace implements Coded {
    RECEPTION("接待场所", "Reception place"),
    OTHER("其他场所", "Other place");

    private final String zh;
    private final String en;

    VisitPlace(String zh, String en) {
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
