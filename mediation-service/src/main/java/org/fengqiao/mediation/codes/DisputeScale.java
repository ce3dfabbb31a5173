package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** The scale of a dispute in GB/T 31000, by the persons involved. */
public enum DisputeScale implements Labelled {
    INDIVIDUAL("个体性", "Individual"),
    GROUP("一般群体性", "Ordinary group"),
    MAJOR_GROUP("重大群体性", "Major group");

    DisputeScale(String zh, String en) {
        called(zh, en);
    }
}
