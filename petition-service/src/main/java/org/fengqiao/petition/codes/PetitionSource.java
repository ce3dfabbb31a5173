package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** Whether the petitioner came directly or another organ sent the petition (XF 22, 23). */
public enum PetitionSource implements Labelled {
    DIRECT("直接提出", "Direct"),
    TRANSFERRED("转送", "Transferred"),
    ASSIGNED("交办", "Assigned");

    PetitionSource(String zh, String en) {
        called(zh, en);
    }
}
