package org.fengqiao.reporting.indicators;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In what else than its unit a value may be printed (D1, unit scale); the value stays. */
@Schema(name = "FigureScale")
public enum Scale {
    TEN_THOUSAND("万", 4);

    private static final int DECIMALS = 2;

    private final String label;
    private final int digits;

    Scale(String label, int digits) {
        this.label = label;
        this.digits = digits;
    }

    /** What stands before the unit: 万. */
    public String label() {
        return label;
    }

    /** The value in the scale, with two decimals. */
    public BigDecimal of(BigDecimal value) {
        return value.movePointLeft(digits).setScale(DECIMALS, Unit.ROUNDING);
    }
}
