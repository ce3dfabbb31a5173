package org.fengqiao.legal.advisers;

import org.fengqiao.kit.web.Labelled;

/** Whom an adviser is counsel to. */
public enum AdviserRole implements Labelled {
    GOVERNMENT("政府法律顾问", "Counsel of the government", "政府"),
    VILLAGE("村（居）法律顾问", "Counsel of a village", "村法律顾问", "村居法律顾问", "社区法律顾问", "村（社区）法律顾问", "村");

    private final Label label;

    AdviserRole(String zh, String en, String... aliases) {
        label = Labelled.label(zh, en, aliases);
    }

    @Override
    public Label label() {
        return label;
    }
}
