package org.fengqiao.legal.registers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.journal.RegisterDesks;
import org.fengqiao.kit.journal.Writes;

/** The books that all registers are kept in: how their records are read, locked and written. */
@ApplicationScoped
class Books {

    private final Register register;
    private final RegisterDesks desks;
    private final Writes writes;
    private final EntityManager entities;

    Books(Register register, RegisterDesks desks, Writes writes, EntityManager entities) {
        this.register = register;
        this.desks = desks;
        this.writes = writes;
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
