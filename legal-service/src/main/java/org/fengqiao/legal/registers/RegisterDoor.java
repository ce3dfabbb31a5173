package org.fengqiao.legal.registers;

import jakarta.enterprise.context.ApplicationScoped;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.journal.RegisterDesks;
import org.fengqiao.kit.journal.Writes;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;

/** What every register works with. */
@ApplicationScoped
public class RegisterDoor {

    private final Register register;
    private final RegisterDesks desks;
    private final Writes writes;
    private final Sealing sealing;
    private final Divisions divisions;
    private final References references;

    RegisterDoor(
            Register register,
            RegisterDesks desks,
            Writes writes,
            Sealing sealing,
            Divisions divisions,
            References references) {
        this.register = register;
        this.desks = desks;
        this.writes = writes;
        this.sealing = sealing;
        this.divisions = divisions;
        this.references = references;
    }

    Register register() {
        return register;
    }

    RegisterDesks desks() {
        return desks;
    }

    Writes writes() {
        return writes;
    }

    Sealing sealing() {
        return sealing;
    }

    /** Refuses a division outside the scope (404), and one that is none (422). */
    void requirePlace(String division, Scope scope, String pointer) {
        if (!scope.contains(division)) {
            throw Refusal.notFound();
        }
        divisions.require(division, pointer);
    }

    /** The code of the unit's village of that name; null where it has none. */
    String villageOf(String unit, String name) {
        return divisions.childNamed(unit, name).map(it -> it.code().value()).orElse(null);
    }

    /** The village's name as ledgers write it; null of any other division. */
    String villageIn(String division) {
        boolean village = new DivisionCode(division).level() == DivisionCode.Level.VILLAGE;
        return village ? divisions.name(division) : null;
    }

    References references() {
        return references;
    }
}
