package org.fengqiao.petition.petitions;

import java.util.Optional;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.kit.web.Refusal;

/**
 * Who may take a step on a petition. An organ is told by its division: a township under XF 23, a
 * petition department of a county and above under XF 22, the levels above under XF 35 and 36.
 */
enum Taker {
    // @formatter:off
    ORGAN               ("办理机关",               "the organ that holds the petition"),
    ORGAN_OR_ABOVE      ("办理机关或者其上级机关", "the organ that holds the petition, or one above it"),
    PETITION_DEPARTMENT ("县级以上信访部门",       "a petition department, county and above"),
    SENDER              ("转送、交办的机关",       "the organ that sent the petition"),
    LEVEL_ABOVE         ("办理机关的上一级机关",   "the organ one level above the one that handled it"),
    TWO_LEVELS_ABOVE    ("复查机关的上一级机关",   "the organ one level above the one that reexamined it"),
    ISSUER              ("出具答复的机关",         "the organ that issued the written reply"),
    MEDIATION           ("人民调解委员会",         "the mediation committee, by its event");
    // @formatter:on

    private final String zh;
    private final String en;

    Taker(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String zh() {
        return zh;
    }

    /**
     * Refuses whoever the law does not give the step to.
     *
     * @param organ 12-digit division of the one who acts
     */
    void require(Petition it, PetitionStep step, String organ) {
        if (!is(it, organ)) {
            throw Refusal.of(
                            403,
                            "STEP_NOT_YOURS",
                            "“" + step.zh() + "”由" + zh + "办理",
                            step + " is for " + en)
                    .citing(step.legalBasis());
        }
    }

    /** Whether the organ of that division is the one. */
    boolean is(Petition it, String organ) {
        return switch (this) {
            case ORGAN -> organ.equals(it.division);
            case ORGAN_OR_ABOVE -> new DivisionCode(organ).contains(new DivisionCode(it.division));
            case PETITION_DEPARTMENT -> organ.equals(it.division) && isDepartment(organ);
            case SENDER -> organ.equals(it.senderDivision);
            case LEVEL_ABOVE -> above(it.division, 1).filter(organ::equals).isPresent();
            case TWO_LEVELS_ABOVE -> above(it.division, 2).filter(organ::equals).isPresent();
            case ISSUER -> issuer(it).is(it, organ);
            case MEDIATION -> false;
        };
    }

    /** Who wrote the last reply to the petitioner. */
    private static Taker issuer(Petition it) {
        return switch (it.status) {
            case REEXAMINED, IN_FINAL_REVIEW -> LEVEL_ABOVE;
            case FINALISED -> TWO_LEVELS_ABOVE;
            case REGISTERED,
                    IN_OBJECTION,
                    ACCEPTED,
                    REFUSED,
                    REDIRECTED,
                    CONCLUDED,
                    IN_REEXAMINATION,
                    WITHDRAWN ->
                    ORGAN;
        };
    }

    /** Whether the organ has a petition department: a county and above (XF 22). */
    static boolean isDepartment(String organ) {
        return new DivisionCode(organ).level().compareTo(Level.COUNTY) <= 0;
    }

    /** The organ so many levels up; none above a province. */
    static Optional<String> above(String organ, int levels) {
        Optional<DivisionCode> at = Optional.of(new DivisionCode(organ));
        for (int i = 0; i < levels; i++) {
            at = at.flatMap(DivisionCode::parent);
        }
        return at.map(DivisionCode::value);
    }
}
