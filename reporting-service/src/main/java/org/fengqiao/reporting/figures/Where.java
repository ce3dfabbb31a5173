package org.fengqiao.reporting.figures;

import org.fengqiao.reporting.figures.Breakdown.By;

/**
 * One row of a breakdown that is no division and no month of its own: 本级, or a code.
 *
 * @param breakdown NONE, DIVISION for 本级, or CODE
 */
record Where(Breakdown breakdown, String value) {

    static final Where ALL = new Where(Breakdown.NONE, null);

    String sql(String division) {
        return switch (breakdown.by()) {
            case NONE, MONTH -> "true";
            case DIVISION -> "division = '" + division + "'";
            case CODE ->
                    value.equals(Breakdown.NO_CODE)
                            ? breakdown.dimension().sql() + " is null"
                            : breakdown.dimension().sql() + " = '" + value + "'";
        };
    }

    String words() {
        if (breakdown.by() == By.DIVISION) {
            return "；仅本级";
        }
        if (breakdown.by() != By.CODE) {
            return "";
        }
        boolean none = value.equals(Breakdown.NO_CODE);
        String word = none ? "未填" : breakdown.dimension().word(value);
        return "；" + breakdown.dimension().label() + "为" + word;
    }
}
