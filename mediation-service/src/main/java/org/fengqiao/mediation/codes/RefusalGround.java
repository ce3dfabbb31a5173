package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** Why a dispute is not accepted (RT 17: a party refuses; the other grounds are settings). */
public enum RefusalGround implements Labelled {
    PARTY_REFUSES("当事人明确拒绝调解", "A party clearly refuses"),
    RESERVED_BY_LAW("法律规定由专门机关管辖或禁止调解", "Reserved by law to another organ"),
    ACCEPTED_ELSEWHERE("法院、公安或其他机关已受理或解决", "Accepted or solved elsewhere"),
    NO_CIVIL_DISPUTE("不属于民间纠纷", "Not a civil dispute");

    RefusalGround(String zh, String en) {
        called(zh, en);
    }
}
