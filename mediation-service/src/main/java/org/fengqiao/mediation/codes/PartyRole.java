package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** The role of a party. */
public enum PartyRole implements Labelled {
    APPLICANT("申请人", "Applicant"),
    RESPONDENT("被申请人", "Respondent"),
    OTHER("其他当事人", "Other party");

    PartyRole(String zh, String en) {
        called(zh, en);
    }
}
