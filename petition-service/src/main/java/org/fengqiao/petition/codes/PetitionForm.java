package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** How a petition came in (XF 17); a visit to the township is one of them. */
public enum PetitionForm implements Labelled {
    LETTER("来信", "Letter"),
    VISIT("来访", "Visit"),
    ONLINE("网信", "Online"),
    PHONE("来电", "Telephone"),
    FAX("传真", "Fax"),
    OTHER("其他", "Other");

    PetitionForm(String zh, String en) {
        called(zh, en);
    }
}
