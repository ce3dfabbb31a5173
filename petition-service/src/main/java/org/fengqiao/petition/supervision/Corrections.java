package org.fengqiao.petition.supervision;

import org.fengqiao.kit.web.Refusal;

/** What a correction may correct. */
final class Corrections {

    private Corrections() {}

    /** Refuses to correct what has not been recorded yet. */
    static void requireTaken(Object standing, String pointer) {
        if (standing == null) {
            throw Refusal.of(422, "NOTHING_TO_CORRECT", "尚无此项记录", "Nothing is recorded there")
                    .at(pointer, "尚未登记，不能更正", "not recorded yet");
        }
    }
}
