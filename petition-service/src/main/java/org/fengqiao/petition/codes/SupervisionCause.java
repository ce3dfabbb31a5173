package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/** Why a petition department supervises an organ (督办), in the words of XF 40. */
public enum SupervisionCause implements Coded {
    UNLAWFUL_HANDLING("违反规定受理、办理", "Accepted or handled against the rules"),
    REFUSAL("推诿", "Refusal: passed on to others"),
    PERFUNCTORY("敷衍", "Perfunctory handling"),
    DELAY("拖延", "Delay"),
    FALSE_REPORTING("弄虚作假", "False reporting"),
    FAILURE_TO_EXECUTE("拒不执行信访处理意见", "Failure to execute a handling opinion"),
    OTHER("其他", "Other");

    private final String zh;
    private final String en;

    SupervisionCause(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
