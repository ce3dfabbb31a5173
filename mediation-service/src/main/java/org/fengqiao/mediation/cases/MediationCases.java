package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.journal.Narrowing;
import org.fengqiao.kit.journal.Records;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.mediation.codes.DisputeType;
import org.hibernate.Session;

/** The cases; every read names the scope of the one who reads. */
@ApplicationScoped
class MediationCases implements Records<MediationCase> {

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

    /** Newest first; stable under inserts, since ids grow with time. */
    List<MediationCase> list(Scope scope, Filter filter, UUID before, int limit) {
        Narrowing asked =
                Narrowing.to(scope, "division")
                        .by("status = :status", "status", filter.status())
                        .by("disputeType = :type", "type", filter.disputeType())
                        .by("committeeId = :committee", "committee", filter.committeeId())
                        .by("matterId = :matter", "matter", filter.matterId())
                        .by("registeredOn >= :from", "from", filter.from())
                        .by("registeredOn <= :to", "to", filter.to())
                        .by("id < :before", "before", before);
        return find(asked.condition() + " order by id desc", asked.values()).page(0, limit).list();
    }

    /**
     * The cases of a year in id order, after an id: for exports. One that was handed over is in the
     * ledger of the committee that took it.
     */
    List<MediationCase> ofYear(Scope scope, int year, UUID after, int limit) {
        Narrowing asked =
                Narrowing.to(scope, "division")
                        .by("year = :year", "year", year)
                        .by("status <> :elsewhere", "elsewhere", CaseStatus.HANDED_OVER)
                        .by("id > :after", "after", after);
        return find(asked.condition() + " and voided = false order by id", asked.values())
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
        Narrowing asked =
                Narrowing.to(area, "division")
                        .by("registeredOn >= :from", "from", period.start())
                        .by("registeredOn <= :to", "to", period.end())
                        .by("status <> :elsewhere", "elsewhere", CaseStatus.HANDED_OVER);
        if (after != null) {
            // Along the index on division and id, so that a page costs the same wherever it is.
            asked.by("division >= :division", "division", after.division)
                    .by("(division > :division or id > :id)", "id", after.id);
        }
        return find(asked.condition() + " and voided = false order by division, id", asked.values())
                .page(0, limit)
                .list();
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
        Narrowing narrowed =
                Narrowing.to(scope, "division")
                        .by("petitionId = :petition", "petition", petitionId);
        return find(narrowed.condition() + " order by id", narrowed.values())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
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

    @Override
    public String name() {
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
}
