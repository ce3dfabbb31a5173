package org.fengqiao.legal.advisers;

import org.fengqiao.kit.web.Labelled;

/** Whose counsel an adviser is. */
public enum AdviserRole implements Labelled {
    GOVERNMENT("政府法律顾问", "Government counsel", "政府"),
    VILLAGE("村（居）法律顾问", "Village counsel", "村法律顾问", "农村法律顾问", "村居法律顾问", "社区法律顾问", "村（社区）法律顾问", "村");

    AdviserRole(String zh, String en, String... aliases) {
        called(zh, en, aliases);
    }
}
