package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/** What a petition department proposes to an organ (XF 40). */
public enum ProposalKind implements Coded {
    IMPROVEMENT("改进工作", "Improvement of work"),
    POLICY("完善政策", "Improvement of policy"),
    ACCOUNTABILITY("追究责任", "Accountability");

    private final String zh;
    private final String en;

    ProposalKind(String zh, String en) {
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
