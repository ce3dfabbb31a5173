package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/** What the petitioner is after (信访目的). ACCUSATION has a door of its own. */
public enum PetitionPurpose implements Coded {
    SEEK_SETTLEMENT("求决", "Seeks a settlement"),
    APPEAL("申诉", "Appeal"),
    PROPOSAL("意见建议", "Opinion or proposal"),
    ACCUSATION("揭发控告", "Accusation"),
    INQUIRY("咨询", "Inquiry"),
    OTHER("其他", "Other");

    private final String zh;
    private final String en;

    PetitionPurpose(String zh, String en) {
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
