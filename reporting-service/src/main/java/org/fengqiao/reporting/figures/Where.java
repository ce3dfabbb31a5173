package org.fengqiao.reporting.figures;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.figures.Breakdown.By;
import org.fengqiao.reporting.indicators.Cohort;

/**
 * One row of a breakdown that is no division and no month of its own: 本级, a code, or a combination
 * of codes.
 *
 * @param breakdown NONE, DIVISION for 本级, or CODE
 */
record Where(Breakdown breakdown, String value) {

    static final Where ALL = new Where(Breakdown.NONE, null);

    /**
     * The condition that a record of the cohort is in the row.
     *
     * @param division whose figure is broken down
     */
    String sql(Cohort cohort, String division) {
        return switch (breakdown.by()) {
            case NONE, MONTH -> "true";
            case DIVISION -> cohort.place().sql() + " = '" + division + "'";
            case CODE -> each(" and ", Where::condition);
        };
    }

    String words() {
        if (breakdown.by() == By.DIVISION) {
            return "；仅本级";
        }
        if (breakdown.by() != By.CODE) {
            return "";
        }
        return each(
                "",
                (dimension, code) ->
                        "；" + dimension.label() + "为" + Breakdown.word(dimension, code));
    }

    private static String condition(Column dimension, String code) {
        return code.equals(Breakdown.NO_CODE)
                ? dimension.sql() + " is null"
                : dimension.sql() + " = '" + code + "'";
    }

    private String each(String between, BiFunction<Column, String, String> text) {
        List<String> codes = Breakdown.codesOf(value);
        return IntStream.range(0, codes.size())
                .mapToObj(it -> text.apply(breakdown.dimensions().get(it), codes.get(it)))
                .collect(Collectors.joining(between));
    }
}
