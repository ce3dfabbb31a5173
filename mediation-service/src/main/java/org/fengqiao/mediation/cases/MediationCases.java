package org.fengqiao.mediation.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.events.DatedKind;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.DisputeType;
import org.hibernate.Session;

/** The cases; every read names the scope of the one who reads. */
@ApplicationScoped
class MediationCases implements PanacheRepositoryBase<MediationCase, UUID>, DatedKind {

    /**
     * What a list may be narrowed to; absent fields do not narrow.
     *
     * @param from registered on or after
     * @param to registered on or before
     */
    record Filter(
            CaseStatus status,
            DisputeType disputeType,
            UUID committeeId,
            UUID matterId,
            LocalDate from,
            LocalDate to) {}

    /** The case, or 404 where it is absent or outside the scope. */
    MediationCase get(UUID id, Scope scope) {
        return within(findById(id), scope);
    }

    /** The case, locked until the transaction ends. */
    MediationCase getForUpdate(UUID id, Scope scope) {
        return within(findById(id, LockModeType.PESSIMISTIC_WRITE), scope);
    }

    /** Newest first; stable under inserts, since ids grow with time. */
    List<MediationCase> list(Scope scope, Filter filter, UUID before, int limit) {
        StringBuilder where = new StringBuilder(scope.clause("division"));
        Parameters values = new Parameters();
        scope.parameters().forEach(values::and);
        narrow(where, values, "status = :status", "status", filter.status());
        narrow(where, values, "disputeType = :type", "type", filter.disputeType());
        narrow(where, values, "committeeId = :committee", "committee", filter.committeeId());
        narrow(where, values, "matterId = :matter", "matter", filter.matterId());
        narrow(where, values, "registeredOn >= :from", "from", filter.from());
        narrow(where, values, "registeredOn <= :to", "to", filter.to());
        narrow(where, values, "id < :before", "before", before);
        return find(where + " order by id desc", values).page(0, limit).list();
    }

    /**
     * The cases of a year in id order, after an id: for exports. One that was handed over is in the
     * ledger of the committee that took it.
     */
    List<MediationCase> ofYear(Scope scope, int year, UUID after, int limit) {
        Parameters values =
                Parameters.with("year", year)
                        .and("after", after)
                        .and("elsewhere", CaseStatus.HANDED_OVER);
        scope.parameters().forEach(values::and);
        String where =
                "year = :year and voided = false and status <> :elsewhere and id > :after and ";
        return find(where + scope.clause("division") + " order by id", values)
                .page(0, limit)
                .list();
    }

    /**
     * The disputes of an area registered in a period, by division: for exports. One that was handed
     * over is left to the committee that took it.
     *
     * @param after the last of the page before; null for the first page
     */
    List<MediationCase> registered(Scope area, Period period, MediationCase after, int limit) {
        StringBuilder where = new StringBuilder(area.clause("division"));
        Parameters values = new Parameters();
        area.parameters().forEach(values::and);
        narrow(where, values, "registeredOn >= :from", "from", period.start());
        narrow(where, values, "registeredOn <= :to", "to", period.end());
        narrow(where, values, "status <> :status", "status", CaseStatus.HANDED_OVER);
        if (after != null) {
            // Along the index on division and id, so that a page costs the same wherever it is.
            where.append(" and division >= :division and (division > :division or id > :id)");
            values.and("division", after.division).and("id", after.id);
        }
        return find(where + " and voided = false order by division, id", values)
                .page(0, limit)
                .list();
    }

    /** Cases in which a person with one of these blind indexes is a party, newest first. */
    List<MediationCase> searchByPerson(Scope scope, List<String> indexes, int limit) {
        // In SQL: HQL binds varchar[], which PostgreSQL does not compare with text[].
        String sql =
                """
                select *
                from mediation_case
                where person_index && cast(:indexes as text[])
                  and %s
                order by id desc
                """
                        .formatted(scope.clause("division"));
        TypedQuery<MediationCase> query =
                getEntityManager()
                        .unwrap(Session.class)
                        .createNativeQuery(sql, MediationCase.class)
                        .setParameter("indexes", indexes.toArray(String[]::new));
        scope.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    /** The next number of a committee's year: drawn in the transaction, so none is skipped. */
    int nextNumber(UUID committeeId, int year) {
        return number(committeeId, year, 1, "case_number.last + 1");
    }

    /** Whether a case of the committee's year has the number, voided ones included. */
    boolean hasNumber(UUID committeeId, int year, int number) {
        return count("committeeId = ?1 and year = ?2 and number = ?3", committeeId, year, number)
                > 0;
    }

    /** The case of the number, not voided, or {@code null}; unlocked, so only its id. */
    UUID numbered(UUID committeeId, int year, int number) {
        return getEntityManager()
                .createQuery(
                        "select id from MediationCase where committeeId = :committee and year = :year"
                                + " and number = :number and voided = false",
                        UUID.class)
                .setParameter("committee", committeeId)
                .setParameter("year", year)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Whether a case came by this referral, wherever it is mediated now. */
    boolean hasReferral(UUID referralId) {
        return count("referralId", referralId) > 0;
    }

    /** The cases made of a petition, the committees that took it over included, locked. */
    List<MediationCase> madeOf(UUID petitionId, Scope scope) {
        Parameters values = Parameters.with("petition", petitionId);
        scope.parameters().forEach(values::and);
        String where = "petitionId = :petition and " + scope.clause("division") + " order by id";
        return find(where, values).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Takes a number that a ledger brings along; later ones go on above it. */
    void reserveNumber(UUID committeeId, int year, int number) {
        number(committeeId, year, number, "greatest(case_number.last, excluded.last)");
    }

    private int number(UUID committeeId, int year, int first, String next) {
        String sql =
                """
                insert into case_number (committee_id, year, last)
                values (?, ?, ?)
                on conflict (committee_id, year) do update set last = %s
                returning last
                """
                        .formatted(next);
        // Plain JDBC: looking up the plan of a native query took a third of a registration.
        return getEntityManager()
                .unwrap(Session.class)
                .doReturningWork(
                        connection -> {
                            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                                insert.setObject(1, committeeId);
                                insert.setInt(2, year);
                                insert.setInt(3, first);
                                try (ResultSet row = insert.executeQuery()) {
                                    row.next();
                                    return row.getInt(1);
                                }
                            }
                        });
    }

    private static MediationCase within(MediationCase it, Scope scope) {
        if (it == null || !scope.contains(it.division)) {
            throw Refusal.notFound();
        }
        return it;
    }

    private static void narrow(
            StringBuilder where, Parameters values, String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.and(name, value);
        }
    }

    @Override
    public String kind() {
        return MediationCase.KIND;
    }

    @Override
    public String table() {
        return "mediation_case";
    }

    @Override
    public String path() {
        return "v1/cases";
    }

    @Override
    public List<MediationCase> lockNext(UUID after, int limit) {
        return find("id > ?1 order by id", after)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }

    @Override
    public List<MediationCase> lock(List<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
}
