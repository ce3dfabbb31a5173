package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** The form of a mediation agreement (RT 28). */
public enum AgreementForm implements Labelled {
    WRITTEN("书面", "Written"),
    ORAL("口头", "Oral");

    AgreementForm(String zh, String en) {
        called(zh, en);
    }
}
