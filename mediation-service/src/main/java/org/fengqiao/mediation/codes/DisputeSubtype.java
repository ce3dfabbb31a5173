package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** The finer types that published statistics split off (codes 3.3). */
public enum DisputeSubtype implements Labelled {
    MIGRANT_WAGES("拖欠农民工工资", "Wages owed to migrant workers"),
    E_COMMERCE("电子商务", "Electronic commerce"),
    OTHER("其他", "Other");

    DisputeSubtype(String zh, String en) {
        called(zh, en);
    }
}
