package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/** How a petition came in (XF 17); a visit to the township is one of them. */
public enum PetitionForm implements Coded {
    LETTER("来信", "Letter"),
    VISIT("来访", "Visit"),
    ONLINE("网信", "Online"),
    PHONE("来电", "Telephone"),
    FAX("传真", "Fax"),
    OTHER("其他", "Other");

    private final String zh;
    private final String en;

    PetitionForm(String zh, String en) {
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
