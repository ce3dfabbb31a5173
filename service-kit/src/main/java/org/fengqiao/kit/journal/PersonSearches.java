package org.fengqiao.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.function.Function;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.privacy.PersonIndex;
import org.fengqiao.kit.privacy.PersonSearch;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Page;
import org.fengqiao.kit.web.Refusal;
import org.hibernate.Session;

/**
 * Finds records by a person: by blind index, never in a URL, and audited. The table of such a kind
 * has the columns {@code person_index text[]} and {@code division}.
 */
@ApplicationScoped
public class PersonSearches {

    private static final int MOST = 200;

    private final EntityManager entities;
    private final PersonIndex index;
    private final Caller caller;
    private final ReadAudit audit;

    PersonSearches(EntityManager entities, PersonIndex index, Caller caller, ReadAudit audit) {
        this.entities = entities;
        this.index = index;
        this.caller = caller;
        this.audit = audit;
    }

    /**
     * Answers a search: at most 200 records of the caller's area, newest first.
     *
     * @param operation that answers it, for the audit
     * @throws Refusal 403 where the caller may not read persons, 400 as {@link
     *     PersonIndex#searched}
     */
    public <R, V> Page<V> answer(
            String operation,
            RecordKind kind,
            Class<R> type,
            PersonSearch search,
            Function<R, V> view) {
        caller.requirePersons();
        audit.record(operation, kind.name(), "-", ReadAudit.Result.SHOWN);
        List<R> found = find(kind, type, caller.scope(), index.searched(search));
        return new Page<>(found.stream().map(view).toList(), null);
    }

    /** Records that have one of these blind indexes, at most 200, newest first. */
    public <R> List<R> find(RecordKind kind, Class<R> type, Scope scope, List<String> indexes) {
        // In SQL: HQL binds varchar[], which PostgreSQL does not compare with text[].
        String sql =
                """
                select *
                from %s
                where person_index && cast(:indexes as text[])
                  and %s
                order by id desc
                """
                        .formatted(kind.table(), scope.clause("division"));
        TypedQuery<R> query =
                entities.unwrap(Session.class)
                        .createNativeQuery(sql, type)
                        .setParameter("indexes", indexes.toArray(String[]::new));
        scope.parameters().forEach(query::setParameter);
        return query.setMaxResults(MOST).getResultList();
    }
}
