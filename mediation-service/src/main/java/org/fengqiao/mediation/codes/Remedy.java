package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** The remedies told when mediation fails (RT 26). */
public enum Remedy implements Labelled {
    ARBITRATION("仲裁", "Arbitration"),
    ADMINISTRATIVE("行政途径", "Administrative way"),
    LITIGATION("诉讼", "Litigation");

    Remedy(String zh, String en) {
        called(zh, en);
    }
}
