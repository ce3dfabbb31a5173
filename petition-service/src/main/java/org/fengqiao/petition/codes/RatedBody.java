package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/** Who is rated: the petition department and the handling unit apart. */
public enum RatedBody implements Coded {
    PETITION_DEPARTMENT("信访部门", "Petition department"),
    HANDLING_UNIT("责任单位", "Handling unit");

    private final String zh;
    private final String en;

    RatedBody(String zh, String en) {
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
