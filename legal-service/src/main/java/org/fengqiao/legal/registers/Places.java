package org.fengqiao.legal.registers;

import jakarta.enterprise.context.ApplicationScoped;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;

/** The divisions whose records stand in registers, and how ledgers call them. */
@ApplicationScoped
class Places {

    private final Divisions divisions;

    Places(Divisions divisions) {
        this.divisions = divisions;
    }

    /** Refuses a division outside the scope (404), and one that is none (422). */
    void require(String division, Scope scope, String pointer) {
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
}
