package org.fengqiao.kit.journal;

import java.util.Set;
import org.fengqiao.kit.web.Coded;
import org.fengqiao.kit.web.Refusal;

/**
 * A step of a life cycle: an enum of steps is the table, one lawful step per row. A step that is
 * not in the table is forbidden.
 *
 * @param <S> the statuses
 */
public interface Step<S extends Enum<S> & Coded> {

    String name();

    /** The step's word, as a refusal and the drawing have it. */
    String zh();

    /** The statuses it may be taken from; empty: it is a first step. */
    Set<S> from();

    /** The status after it; {@code null}: the status stays. */
    S to();

    /** The literal name on the wire. */
    String event();

    /** The article the step rests on, or {@code SETTING}. */
    String legalBasis();

    /** Who may take it, in words; {@code null} where the table leaves it to the scope. */
    default String who() {
        return null;
    }

    /** What takes the step, e.g. {@code 案件}. */
    String subjectZh();

    /** What takes the step, e.g. {@code case}. */
    String subjectEn();

    /** Whether the table has this step from that status; {@code null} is a record not yet there. */
    default boolean allowedFrom(S current) {
        return current == null ? from().isEmpty() : from().contains(current);
    }

    /**
     * The status after this step.
     *
     * @throws Refusal 409 that names the law, where the table does not have it
     */
    default S takenFrom(S current) {
        if (!allowedFrom(current)) {
            throw Refusal.of(
                            409,
                            "STEP_FORBIDDEN",
                            current == null
                                    ? "“" + zh() + "”不是首个步骤"
                                    : "“" + current.zh() + "”的" + subjectZh() + "不能“" + zh() + "”",
                            name() + " is not allowed when the " + subjectEn() + " is " + current)
                    .citing(legalBasis());
        }
        return to() == null ? current : to();
    }
}
