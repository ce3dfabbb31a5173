package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** How a dispute came to the committee (RT 17; referral: SETTING). */
public enum CaseSource implements Labelled {
    OWN_INITIATIVE("主动调解", "On own initiative"),
    ON_APPLICATION("依申请调解", "On application"),
    REFERRED("委托移送", "Referred");

    CaseSource(String zh, String en) {
        called(zh, en);
    }
}
