package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.journal.Narrowing;
import org.fengqiao.kit.journal.Records;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.PetitionForm;
import org.hibernate.Session;

/** The petitions; every read names the scope of the one who reads. */
@ApplicationScoped
class Petitions implements Records<Petition> {

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

    /** Newest first; stable under inserts, since ids grow with time. */
    List<Petition> list(Scope scope, Filter filter, UUID before, int limit) {
        Narrowing asked =
                Narrowing.to(scope, "division")
                        .by("status = :status", "status", filter.status())
                        .by("form = :form", "form", filter.form())
                        .by("contentClass = :class", "class", filter.contentClass())
                        .by("matterId = :matter", "matter", filter.matterId())
                        .by("nationalNumber = :national", "national", filter.nationalNumber())
                        .by("registeredOn >= :from", "from", filter.from())
                        .by("registeredOn <= :to", "to", filter.to())
                        .by("id < :before", "before", before);
        return find(asked.condition() + " order by id desc", asked.values()).page(0, limit).list();
    }

    /** The petitions of a year in id order, after an id: for exports. */
    List<Petition> ofYear(Scope scope, int year, UUID after, int limit) {
        Narrowing asked =
                Narrowing.to(scope, "division")
                        .by("year = :year", "year", year)
                        .by("id > :after", "after", after);
        return find(asked.condition() + " and voided = false order by id", asked.values())
                .page(0, limit)
                .list();
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
        return mediated ? it : get(id, scope);
    }

    /**
     * The next number of an organ's year, drawn in the transaction. About one in eight is left out
     * at random: a petition that moves to the vault leaves a gap, and a gap must prove nothing.
     */
    int nextNumber(String division, int year) {
        String sql =
                """
                insert into petition_number (division, year, last)
                values (?, ?, 1)
                on conflict (division, year) do update
                set last = petition_number.last + 1 + (random() < 0.125)::integer
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

    @Override
    public String name() {
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
}
