package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** Whom a risk was reported to (RT 25). */
public enum RiskReceiver implements Labelled {
    POLICE("公安机关", "Police"),
    OTHER("其他有关部门", "Another department");

    RiskReceiver(String zh, String en) {
        called(zh, en);
    }
}
