package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** Why a petition department supervises an organ (督办), in the words of XF 40. */
public enum SupervisionCause implements Labelled {
    UNLAWFUL_HANDLING("违反规定受理、办理", "Accepted or handled against the rules"),
    REFUSAL("推诿", "Refusal: passed on to others"),
    PERFUNCTORY("敷衍", "Perfunctory handling"),
    DELAY("拖延", "Delay"),
    FALSE_REPORTING("弄虚作假", "False reporting"),
    FAILURE_TO_EXECUTE("拒不执行信访处理意见", "Failure to execute a handling opinion"),
    OTHER("其他", "Other");

    SupervisionCause(String zh, String en) {
        called(zh, en);
    }
}
