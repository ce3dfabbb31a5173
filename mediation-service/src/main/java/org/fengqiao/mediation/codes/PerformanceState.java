package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** How far an agreement is performed (RT 31). */
public enum PerformanceState implements Labelled {
    PERFORMED("已履行", "Performed"),
    PARTLY("部分履行", "Partly performed"),
    NOT("未履行", "Not performed");

    PerformanceState(String zh, String en) {
        called(zh, en);
    }
}
