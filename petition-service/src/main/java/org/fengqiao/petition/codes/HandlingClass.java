package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/**
 * How the law lets a petition be handled (XF 29 to 31). An accusation is in no ordinary record: who
 * names that class is shown the door to the vault.
 */
public enum HandlingClass implements Labelled {
    PROPOSAL("建议意见", "Proposal"),
    APPEAL_OR_REQUEST("申诉求决", "Appeal or request"),
    ACCUSATION("检举控告", "Accusation");

    HandlingClass(String zh, String en) {
        called(zh, en);
    }
}
