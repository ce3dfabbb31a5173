package org.fengqiao.reporting.divisions;

import java.util.Arrays;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.web.Refusal;

/**
 * By which boundaries a record is counted; the record itself keeps the code it was written with.
 */
public enum Boundaries {
    /** At the code that the record carries: that of the event. */
    AS_REPORTED {
        @Override
        public Area of(String division, Divisions register) {
            return Area.asReported(division);
        }
    },
    /** Where that code lies today, as {@link Divisions#current} tells. */
    TODAY {
        @Override
        public Area of(String division, Divisions register) {
            if (register.isSucceeded(division)) {
                throw register.ended(division, "division");
            }
            return new Area(division, this, register.moved(division));
        }
    };

    /**
     * What a division counts by them.
     *
     * @throws Refusal 422 {@code DIVISION_ENDED} at today's of one that is no more
     */
    public abstract Area of(String division, Divisions register);

    /**
     * Reads the query parameter {@code boundaries}.
     *
     * @param text null for the default, AS_REPORTED
     */
    public static Boundaries read(String text) {
        if (text == null) {
            return AS_REPORTED;
        }
        return Arrays.stream(values())
                .filter(it -> it.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.parameter(
                                        "boundaries",
                                        "boundaries 须为 AS_REPORTED（按上报时的区划）或 TODAY（按现行区划）",
                                        "boundaries needs AS_REPORTED or TODAY"));
    }
}
