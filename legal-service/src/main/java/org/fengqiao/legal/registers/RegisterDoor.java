package org.fengqiao.legal.registers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.journal.Command;
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
    private final ComponentRules rules;
    private final Validator validator;
    private final EntityManager entities;

    RegisterDoor(
            Register register,
            RegisterDesks desks,
            Writes writes,
            Sealing sealing,
            Divisions divisions,
            References references,
            ComponentRules rules,
            Validator validator,
            EntityManager entities) {
        this.register = register;
        this.desks = desks;
        this.writes = writes;
        this.sealing = sealing;
        this.divisions = divisions;
        this.references = references;
        this.rules = rules;
        this.validator = validator;
        this.entities = entities;
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

    ComponentRules rules() {
        return rules;
    }

    /** Refuses (422) what Bean Validation refuses: a row of a ledger came past it. */
    void requireValid(Said read) {
        Refusal refusal = Refusal.of(422, "VALUE_INVALID", "数值或者长度不符", "A value is out of bounds");
        for (ConstraintViolation<Said> it : validator.validate(read)) {
            String pointer =
                    "/" + it.getPropertyPath().toString().replaceAll("\\]?[\\[.]|\\]", "/");
            refusal = refusal.at(pointer, it.getMessage(), it.getMessage());
        }
        if (!refusal.faults().isEmpty()) {
            throw refusal;
        }
    }

    /** Records that are not void, by what one of their components holds, locked, oldest first. */
    <R extends LegalRecord<?>> List<R> locked(Class<R> type, String component, UUID value) {
        return locked(type, component + " = :value and entry.voided = false", "value", value);
    }

    /** Records by their ids, locked, in the order of these. */
    <R extends LegalRecord<?>> List<R> locked(Class<R> type, List<UUID> ids) {
        return locked(type, "id in :ids", "ids", ids);
    }

    private <R> List<R> locked(Class<R> type, String condition, String parameter, Object value) {
        String hql =
                "from %s where %s order by id"
                        .formatted(entities.getMetamodel().entity(type).getName(), condition);
        return entities.createQuery(hql, type)
                .setParameter(parameter, value)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Enters a record beside the one that a command is about, in the same transaction. */
    void enter(LegalRecord<?> it, Command command) {
        entities.persist(it);
        writes.also(it, command);
    }
}
