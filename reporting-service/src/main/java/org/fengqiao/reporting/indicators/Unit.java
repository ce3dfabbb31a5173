package org.fengqiao.reporting.indicators;

import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Units of definitions D1. */
@Schema(name = "IndicatorUnit")
public enum Unit {
    CASE("件", 0),
    SESSION("场次", 0),
    DOCUMENT("份", 0),
    ITEM("个", 0),
    TIME("次", 0),
    PERSON("人", 0),
    PERSON_TIME("人次", 0),
    BATCH("批次", 0),
    YUAN("元", 2),
    HOUR("小时", 1),
    PERCENT("%", 2);

    /** How every figure is rounded to the decimals of its unit. */
    public static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

    private final String label;
    private final int decimals;

    Unit(String label, int decimals) {
        this.label = label;
        this.decimals = decimals;
    }

    public String label() {
        return label;
    }

    public int decimals() {
        return decimals;
    }

    /** In what else its values may be printed: 元 in 万元. */
    public List<Scale> scales() {
        return this == YUAN ? List.of(Scale.values()) : List.of();
    }
}
