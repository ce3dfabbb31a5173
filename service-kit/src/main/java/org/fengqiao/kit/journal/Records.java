package org.fengqiao.kit.journal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.events.Dated;
import org.fengqiao.kit.events.DatedKind;
import org.fengqiao.kit.security.Scope;

/**
 * The records of a kind with a life cycle of its own; those without one are in a {@link Register}.
 * Every read for a caller names the caller's scope.
 */
public interface Records<R extends Dated> extends PanacheRepositoryBase<R, UUID>, DatedKind {

    /** The record, or 404 where it is absent or outside the scope. */
    default R get(UUID id, Scope scope) {
        return Register.within(findById(id), scope);
    }

    /** The same, locked until the transaction ends. */
    default R getForUpdate(UUID id, Scope scope) {
        return Register.within(findById(id, LockModeType.PESSIMISTIC_WRITE), scope);
    }

    @Override
    default List<R> lockNext(UUID after, int limit) {
        return find("id > ?1 order by id", after)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }

    @Override
    default List<R> lock(List<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
}
