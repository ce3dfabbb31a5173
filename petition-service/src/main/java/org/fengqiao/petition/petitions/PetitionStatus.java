package org.fengqiao.petition.petitions;

import org.fengqiao.kit.web.Labelled;

/** Where a petition stands. */
public enum PetitionStatus implements Labelled {
    REGISTERED("已登记", "Registered"),
    IN_OBJECTION("异议中", "In objection"),
    ACCEPTED("已受理", "Accepted"),
    REFUSED("不予受理", "Refused"),
    REDIRECTED("告知另行提出", "Redirected"),
    CONCLUDED("已办结", "Concluded"),
    IN_REEXAMINATION("复查中", "In reexamination"),
    REEXAMINED("已复查", "Reexamined"),
    IN_FINAL_REVIEW("复核中", "In final review"),
    FINALISED("复核终结", "Finally reviewed"),
    WITHDRAWN("撤回", "Withdrawn");

    PetitionStatus(String zh, String en) {
        called(zh, en);
    }
}
