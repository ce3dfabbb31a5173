package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/** Who referred a dispute (RT 18 names courts and police; the others are a SETTING). */
public enum Referrer implements Coded {
    COURT("法院", "Court"),
    PROCURATORATE("检察院", "Procuratorate"),
    POLICE("公安机关", "Police"),
    PETITION_OFFICE("信访部门", "Petition office"),
    OTHER("其他部门", "Other body");

    private final String zh;
    private final String en;

    Referrer(String zh, String en) {
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
