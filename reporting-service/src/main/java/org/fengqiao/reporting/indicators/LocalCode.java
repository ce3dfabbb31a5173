package org.fengqiao.reporting.indicators;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.web.Refusal;

/**
 * The code of an indicator that a county, or a unit above it, defined for itself: {@code
 * X-410423-01}, X and the prefix of its division. It tells whose it is.
 *
 * @param owner the division, and all below it, that the indicator is there for
 */
record LocalCode(String value, DivisionCode owner) {

    private static final Pattern FORM =
            Pattern.compile("X-([0-9]{2}(?:[0-9]{2}){0,2})-[0-9]{2,3}(?:-[A-Z]{1,3})?");

    private static final int COUNTY_DIGITS = 6;

    /** Who may own indicators that are there for figures of a division. */
    static Stream<String> owners(String division) {
        return Stream.of(2, 4, COUNTY_DIGITS)
                .map(it -> division.substring(0, it) + "0".repeat(12 - it))
                .distinct();
    }

    /** Empty where it is no such code. */
    static Optional<LocalCode> of(String code) {
        Matcher form = FORM.matcher(code);
        if (!form.matches()) {
            return Optional.empty();
        }
        String division = form.group(1) + "0".repeat(12 - form.group(1).length());
        return Optional.of(division)
                .filter(DivisionCode::valid)
                .map(DivisionCode::new)
                .filter(it -> it.prefix().equals(form.group(1)))
                .map(it -> new LocalCode(code, it));
    }

    /**
     * A code for a new indicator.
     *
     * @param division of the caller, who has to be a county or above it
     * @throws Refusal 422 COUNTY_DEFINES at {@code /code} unless it is the caller's to give
     */
    static LocalCode required(String code, String division) {
        return of(code).filter(it -> it.owner().value().equals(division))
                .orElseThrow(() -> foreign(division));
    }

    private static Refusal foreign(String division) {
        // Of a township its county's; of what lies above a county its own.
        String prefix = division.substring(0, COUNTY_DIGITS).replaceFirst("(00)+$", "");
        String example = "X-" + prefix + "-01";
        return Refusal.of(
                        422,
                        "COUNTY_DEFINES",
                        "自定义指标由县级以上单位为本区划定义",
                        "A county, or a unit above it, defines indicators for its own division")
                .at("/code", "代码形如 " + example, "The code has the form " + example);
    }

    /** Whether the indicator is there for figures of the division. */
    boolean isFor(String division) {
        return division.startsWith(owner.prefix());
    }
}
