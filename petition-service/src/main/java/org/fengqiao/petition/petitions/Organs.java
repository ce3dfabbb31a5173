package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.ApplicationScoped;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;

/** The organs that records lie with, and what is for a petition department only (XF 40). */
@ApplicationScoped
public class Organs {

    private final Divisions divisions;

    Organs(Divisions divisions) {
        this.divisions = divisions;
    }

    /**
     * The organ a record is of.
     *
     * @param division 12 digits
     * @throws Refusal 404 outside the scope, as if it did not exist; 422 for a village, which is no
     *     organ (XF 15, 23)
     */
    public String require(String division, Scope scope, String pointer) {
        if (!scope.contains(division)) {
            throw Refusal.notFound();
        }
        requireOrgan(division, pointer);
        return division;
    }

    /** Refuses a division that is none, and a village (422): it helps on the spot (XF 15). */
    void requireOrgan(String division, String pointer) {
        divisions.require(division, pointer);
        if (new DivisionCode(division).level() == Level.VILLAGE) {
            throw Refusal.of(422, "NO_ORGAN", "村（社区）不是信访办理机关", "A village is no organ")
                    .citing("XF 23")
                    .at(pointer, "应为乡镇以上", "a township or above");
        }
    }

    /**
     * Refuses whoever is no petition department: it supervises and proposes, a township does not.
     *
     * @param organ division of the caller
     */
    public static void requireDepartment(String organ) {
        if (!Taker.isDepartment(organ)) {
            throw notYours("由县级以上信访部门办理", "For a petition department, county and above");
        }
    }

    /**
     * Refuses whoever is not the organ whose act it is.
     *
     * @param organ division of the caller
     * @param whose division of the organ
     */
    public static void requireActor(String organ, String whose) {
        if (!organ.equals(whose)) {
            throw notYours("由" + whose + "的机关办理", "For the organ of " + whose);
        }
    }

    private static Refusal notYours(String zh, String en) {
        return Refusal.of(403, "STEP_NOT_YOURS", zh, en).citing("XF 40");
    }
}
