package org.fengqiao.petition.petitions;

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
import org.fengqiao.kit.events.DatedKind;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.PetitionForm;
import org.hibernate.Session;

/** The petitions; every read names the scope of the one who reads. */
@ApplicationScoped
class Petitions implements PanacheRepositoryBase<Petition, UUID>, DatedKind {

    /**
     * What a list may be narrowed to; absent fields do not narrow.
     *
     * @param from registered on or after
     * @param to registered on or before
     */
    record Filter(
            PetitionStatus status,
            PetitionForm form,
            ContentClass contentClass,
            UUID matterId,
            String nationalNumber,
            LocalDate from,
            LocalDate to) {}

    /** The petition, or 404 where it is absent or outside the scope. */
    Petition get(UUID id, Scope scope) {
        return within(findById(id), scope);
    }

    /** The petition, locked until the transaction ends. */
    Petition getForUpdate(UUID id, Scope scope) {
        return within(findById(id, LockModeType.PESSIMISTIC_WRITE), scope);
    }

    /** Newest first; stable under inserts, since ids grow with time. */
    List<Petition> list(Scope scope, Filter filter, UUID before, int limit) {
        StringBuilder where = new StringBuilder(scope.clause("division"));
        Parameters values = new Parameters();
        scope.parameters().forEach(values::and);
        narrow(where, values, "status = :status", "status", filter.status());
        narrow(where, values, "form = :form", "form", filter.form());
        narrow(where, values, "contentClass = :class", "class", filter.contentClass());
        narrow(where, values, "matterId = :matter", "matter", filter.matterId());
        narrow(where, values, "nationalNumber = :national", "national", filter.nationalNumber());
        narrow(where, values, "registeredOn >= :from", "from", filter.from());
        narrow(where, values, "registeredOn <= :to", "to", filter.to());
        narrow(where, values, "id < :before", "before", before);
        return find(where + " order by id desc", values).page(0, limit).list();
    }

    /** The petitions of a year in id order, after an id: for exports. */
    List<Petition> ofYear(Scope scope, int year, UUID after, int limit) {
        Parameters values = Parameters.with("year", year).and("after", after);
        scope.parameters().forEach(values::and);
        String where = "year = :year and voided = false and id > :after and ";
        return find(where + scope.clause("division") + " order by id", values)
                .page(0, limit)
                .list();
    }

    /** Petitions of which a petitioner has one of these blind indexes, newest first. */
    List<Petition> searchByPerson(Scope scope, List<String> indexes, int limit) {
        // In SQL: HQL binds varchar[], which PostgreSQL does not compare with text[].
        String sql =
                """
                select *
                from petition
                where person_index && cast(:indexes as text[])
                  and %s
                order by id desc
                """
                        .formatted(scope.clause("division"));
        TypedQuery<Petition> query =
                getEntityManager()
                        .unwrap(Session.class)
                        .createNativeQuery(sql, Petition.class)
                        .setParameter("indexes", indexes.toArray(String[]::new));
        scope.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    /** The petition with that number of the national system, or {@code null}; only its id. */
    UUID numbered(String division, String nationalNumber) {
        return getEntityManager()
                .createQuery(
                        "select id from Petition where nationalNumber = :number"
                                + " and division = :division and voided = false order by id",
                        UUID.class)
                .setParameter("number", nationalNumber)
                .setParameter("division", division)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /**
     * The id of the petition that made this referral to mediation, its last or a former one;
     * unlocked.
     */
    UUID referredBy(UUID referralId) {
        String sql =
                """
                select id
                from petition
                where handling -> 'referrals'
                    @> jsonb_build_array(jsonb_build_object('referralId', cast(:referral as text)))
                """;
        return (UUID)
                getEntityManager()
                        .unwrap(Session.class)
                        .createNativeQuery(sql, UUID.class)
                        .setParameter("referral", referralId.toString())
                        .getResultStream()
                        .findFirst()
                        .orElse(null);
    }

    /** The petition of a referral: within the scope, or referred to a committee that is. */
    Petition referred(UUID referralId, Scope scope) {
        UUID id = referredBy(referralId);
        Petition it = id == null ? null : findById(id);
        if (it == null || it.voided) {
            throw Refusal.notFound();
        }
        boolean mediated = scope.contains(it.handling.referral(referralId).committeeDivision());
        return mediated ? it : within(it, scope);
    }

    /** The next number of an organ's year, drawn in the transaction. */
    int nextNumber(String division, int year) {
        String sql =
                """
                insert into petition_number (division, year, last)
                values (?, ?, 1)
                on conflict (division, year) do update set last = petition_number.last + 1
                returning last
                """;
        return getEntityManager()
                .unwrap(Session.class)
                .doReturningWork(
                        connection -> {
                            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                                insert.setString(1, division);
                                insert.setInt(2, year);
                                try (ResultSet row = insert.executeQuery()) {
                                    row.next();
                                    return row.getInt(1);
                                }
                            }
                        });
    }

    private static Petition within(Petition it, Scope scope) {
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
        return Petition.KIND;
    }

    @Override
    public String table() {
        return "petition";
    }

    @Override
    public String path() {
        return "v1/petitions";
    }

    @Override
    public List<Petition> lockNext(UUID after, int limit) {
        return find("id > ?1 order by id", after)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }

    @Override
    public List<Petition> lock(List<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
}
