package org.fengqiao.reporting.divisions;

import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;

/** A unit confirms, submits and reports for itself, a township also for its villages (D1, D6). */
public final class OwnUnit {

    // The last digits of a county's code, or of a unit above it.
    private static final String COUNTY = "000000";

    private OwnUnit() {}

    /**
     * Whether the caller acts for a division of the caller's area: nobody above a township does.
     */
    public static boolean is(String division, Caller caller) {
        return !caller.division().endsWith(COUNTY) || division.equals(caller.division());
    }

    /**
     * Refuses a unit above the division.
     *
     * @throws Refusal 403 {@code UNIT_ITSELF}
     */
    public static void require(String division, Caller caller) {
        if (!is(division, caller)) {
            throw Refusal.of(
                            403,
                            "UNIT_ITSELF",
                            "须由本单位办理：" + division,
                            "Only the unit itself does this: " + division)
                    .citing("SETTING");
        }
    }
}
