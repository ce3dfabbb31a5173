package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** What the petitioner is after (信访目的). ACCUSATION has a door of its own. */
public enum PetitionPurpose implements Labelled {
    SEEK_SETTLEMENT("求决", "Seeks a settlement"),
    APPEAL("申诉", "Appeal"),
    PROPOSAL("意见建议", "Opinion or proposal"),
    ACCUSATION("揭发控告", "Accusation"),
    INQUIRY("咨询", "Inquiry"),
    OTHER("其他", "Other");

    PetitionPurpose(String zh, String en) {
        called(zh, en);
    }
}
