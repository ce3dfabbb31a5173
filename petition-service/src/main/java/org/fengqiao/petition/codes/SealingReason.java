package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** Why a petition is moved into the vault; kept there and nowhere else. */
public enum SealingReason implements Labelled {
    ACCUSATION_RECOGNISED("办理中发现属于检举控告", "Recognised as an accusation"),
    ACCUSING_PART("部分内容属于检举控告", "A part of it accuses"),
    WRONGLY_REGISTERED("登记时信访目的有误", "Registered with a wrong purpose");

    SealingReason(String zh, String en) {
        called(zh, en);
    }
}
