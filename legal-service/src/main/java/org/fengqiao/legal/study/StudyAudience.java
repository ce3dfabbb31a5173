package org.fengqiao.legal.study;

import org.fengqiao.kit.web.Labelled;

/** Whom it was for. */
public enum StudyAudience implements Labelled {
    LEADERS("领导干部", "Leaders"),
    STAFF("机关干部", "Staff", "机关工作人员"),
    VILLAGE_CADRES("村（居）干部", "Village cadres", "村干部", "村委干部", "村两委"),
    ENFORCEMENT_STAFF("执法人员", "Enforcement staff");

    StudyAudience(String zh, String en, String... aliases) {
        called(zh, en, aliases);
    }
}
