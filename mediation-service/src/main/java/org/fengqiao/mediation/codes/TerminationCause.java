package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** Why mediation ended without agreement (RT 26, 23). */
public enum TerminationCause implements Labelled {
    NO_AGREEMENT("调解不成", "No agreement was reached"),
    PARTY_ENDS("当事人要求终止调解", "A party demands the end");

    TerminationCause(String zh, String en) {
        called(zh, en);
    }
}
