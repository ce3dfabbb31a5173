package org.fengqiao.legal.registers;

import java.time.LocalDate;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;

/**
 * Who looks at what was given, and where it stands in the request.
 *
 * @param at pointer of what was given within the body
 * @param own whether the service itself gives it: then what is derived is as given
 */
public record Looking(Command command, String at, boolean own) {

    Looking(Command command, String at) {
        this(command, at, false);
    }

    /** Given by the service itself, within a command about another record. */
    static Looking own(Command command) {
        return new Looking(command, "", true);
    }

    public LocalDate today() {
        return command.today();
    }

    public Scope scope() {
        return command.scope();
    }

    /** The pointer of a component. */
    public String place(String component) {
        return at + "/" + component;
    }

    /** Refuses one of two components without the other. */
    public void requireTogether(String one, Object first, String other, Object second) {
        if ((first == null) != (second == null)) {
            throw refuse(
                    first == null ? one : other, "TOGETHER", "须同时填写", "Both or none of the two");
        }
    }

    /** Refuses a division that is neither a village nor a community. */
    public void requireVillage(String division) {
        if (new DivisionCode(division).level() != DivisionCode.Level.VILLAGE) {
            throw refuse(Part.DIVISION, "VILLAGE_REQUIRED", "须为村（居）", "Must be a village");
        }
    }

    /** A refusal of one component: throw it. */
    public Refusal refuse(String component, String code, String zh, String en) {
        return Refusal.of(422, code, zh, en).at(place(component), zh, en);
    }
}
