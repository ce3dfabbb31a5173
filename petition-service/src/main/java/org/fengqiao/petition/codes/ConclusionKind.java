package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** The five ways in which a petition is concluded. */
public enum ConclusionKind implements Labelled {
    HANDLING_OPINION("信访处理意见书", "Written handling opinion", "XF 32"),
    MEDIATION_OR_SETTLEMENT_AGREEMENT("调解、和解协议", "Agreement by mediation or settlement", "XF 33"),
    ROUTED_TO_PROCEDURE("导入法定程序", "Routed to its procedure", "XF 31"),
    DUTY_PERFORMED_OR_ANSWERED("依法履行或者答复", "Duty performed or answered", "XF 31"),
    PROPOSAL_REPLY("建议意见答复", "Reply to a proposal", "XF 29");

    private final String legalBasis;

    ConclusionKind(String zh, String en, String legalBasis) {
        called(zh, en);
        this.legalBasis = legalBasis;
    }

    /** The article it rests on. */
    public String legalBasis() {
        return legalBasis;
    }
}
