package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** Who referred a dispute (RT 18 names courts and police; the others are a SETTING). */
public enum Referrer implements Labelled {
    COURT("法院", "Court"),
    PROCURATORATE("检察院", "Procuratorate"),
    POLICE("公安机关", "Police"),
    PETITION_OFFICE("信访部门", "Petition office"),
    OTHER("其他部门", "Other body");

    Referrer(String zh, String en) {
        called(zh, en);
    }
}
