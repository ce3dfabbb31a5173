package org.fengqiao.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.events.Recorded;
import org.fengqiao.kit.events.Taken;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;

/** The one door of all registers: records without a life cycle, which carry an {@link Entry}. */
@ApplicationScoped
public class Register {

    /** A record of a register; an entity with the attributes {@code id} and {@code entry}. */
    public interface Line extends Recorded {

        Entry entry();

        @Override
        default int version() {
            return entry().version();
        }

        @Override
        default String division() {
            return entry().division();
        }

        @Override
        default List<Taken> taken() {
            return entry().taken();
        }
    }

    private static final int PAGE_ROWS = 500;

    private final EntityManager entities;
    private final Writes writes;

    Register(EntityManager entities, Writes writes) {
        this.entities = entities;
        this.writes = writes;
    }

    /** Enters a record; 404 where its division lies outside the caller's scope. */
    @Transactional(dontRollbackOn = Refusal.class)
    public <R extends Line> R enter(Class<R> type, Command command, Supplier<R> fresh) {
        return writes.once(
                command,
                type,
                () -> {
                    R it = fresh.get();
                    if (!command.scope().contains(it.division())) {
                        throw Refusal.notFound();
                    }
                    entities.persist(it);
                    return it;
                });
    }

    /** Corrects a record; the version before stays in the history. */
    @Transactional(dontRollbackOn = Refusal.class)
    public <R extends Line> R correct(
            Class<R> type, UUID id, String reason, Command command, Consumer<R> change) {
        return change(
                type,
                id,
                command,
                it -> {
                    it.entry().correct(reason);
                    change.accept(it);
                });
    }

    /** Changes a record by a step of its own, which the change takes. */
    @Transactional(dontRollbackOn = Refusal.class)
    public <R extends Line> R change(Class<R> type, UUID id, Command command, Consumer<R> change) {
        return writes.once(
                command,
                type,
                () -> {
                    R it =
                            within(
                                    entities.find(type, id, LockModeType.PESSIMISTIC_WRITE),
                                    command.scope());
                    command.requireVersion(it.version());
                    change.accept(it);
                    return it;
                });
    }

    /** The record, whoever's it is: to look at what others name; null where there is none. */
    public <R extends Line> R find(Class<R> type, UUID id) {
        return entities.find(type, id);
    }

    /** These records in the order of their ids, locked: to bring them in line with the calendar. */
    public <R extends Line> List<R> lock(Class<R> type, List<UUID> ids) {
        return entities.createQuery("from " + named(type) + " where id in :ids order by id", type)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The record, or 404 where it is absent or outside the scope. */
    public <R extends Line> R get(Class<R> type, UUID id, Scope scope) {
        return within(entities.find(type, id), scope);
    }

    /**
     * Newest first, before an id where given; stable under inserts, since ids grow with time.
     *
     * @param narrowing to which of the scope's records
     */
    public <R extends Line> List<R> list(
            Class<R> type,
            Scope scope,
            UUID before,
            int limit,
            UnaryOperator<Narrowing> narrowing) {
        Narrowing asked =
                narrowing.apply(
                        Narrowing.to(scope, "entry.division").by("id < :before", "before", before));
        String hql = "from " + named(type) + " where " + asked.condition() + " order by id desc";
        TypedQuery<R> query = entities.createQuery(hql, type);
        asked.values().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    /**
     * The version of a record, locked from now on; 0 where there is none: how ledgers see a
     * conflict.
     */
    public int version(Class<? extends Line> type, UUID id) {
        Line it = entities.find(type, id, LockModeType.PESSIMISTIC_WRITE);
        return it == null ? 0 : it.version();
    }

    /** Every record of the scope, oldest first, read page by page. */
    public <R extends Line> void each(Class<R> type, Scope scope, Consumer<R> act) {
        String hql =
                "from "
                        + named(type)
                        + " where id > :after and "
                        + scope.clause("entry.division")
                        + " order by id";
        UUID after = new UUID(0, 0);
        List<R> page;
        do {
            TypedQuery<R> query = entities.createQuery(hql, type).setParameter("after", after);
            scope.parameters().forEach(query::setParameter);
            page = query.setMaxResults(PAGE_ROWS).getResultList();
            page.forEach(act);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
            entities.clear();
        } while (page.size() == PAGE_ROWS);
    }

    /** The register as a kind of record, for parity, replay and the change feed. */
    public RecordKind kind(Class<? extends Line> type, String name, String table, String path) {
        return new Kind(entities, type, named(type), name, table, path);
    }

    private String named(Class<?> type) {
        return entities.getMetamodel().entity(type).getName();
    }

    static <R extends Recorded> R within(R it, Scope scope) {
        if (it == null || !scope.contains(it.division())) {
            throw Refusal.notFound();
        }
        return it;
    }

    private record Kind(
            EntityManager entities,
            Class<? extends Line> type,
            String entity,
            String name,
            String table,
            String path)
            implements RecordKind {

        @Override
        public List<? extends Recorded> lockNext(UUID after, int limit) {
            return entities.createQuery("from " + entity + " where id > :after order by id", type)
                    .setParameter("after", after)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .setMaxResults(limit)
                    .getResultList();
        }
    }
}
