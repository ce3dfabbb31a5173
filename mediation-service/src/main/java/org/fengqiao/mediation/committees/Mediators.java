package org.fengqiao.mediation.committees;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Locks;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.web.Refusal;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Writes mediators, and seals and opens what is personal about them. */
@ApplicationScoped
class Mediators {

    private static final String TABLE = "mediator";

    private final Committees committees;
    private final EntityManager entities;
    private final PersonalData personalData;

    Mediators(Committees committees, EntityManager entities, PersonalData personalData) {
        this.committees = committees;
        this.entities = entities;
        this.personalData = personalData;
    }

    /** A new mediator of a committee within the caller's scope. */
    Mediator fresh(MediatorResource.NewMediator given, Command command) {
        Committees.Place committee = committees.place(given.committeeId(), command.scope());
        Mediator it = new Mediator();
        it.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        it.entry = Entry.of(committee.division(), given.appointedOn(), command);
        it.committeeId = committee.id();
        it.level = committee.level();
        describe(it, given, command.today(), "");
        return it;
    }

    /**
     * Writes what was given. A phone that is left out stays as it was: who corrects a mediator need
     * not have seen it.
     *
     * @param at pointer of the mediator within the body
     */
    void describe(Mediator it, MediatorResource.NewMediator given, LocalDate today, String at) {
        requireSameCommittee(it, given, at);
        requireDates(given, today, at);
        if (!given.appointedOn().equals(it.appointedOn)) {
            committees.requireStanding(it.committeeId, given.appointedOn(), at + "/committeeId");
        }
        requireNew(it.id, given, at);
        it.name = personalData.encrypt(given.name(), TABLE, it.id, "name");
        it.nameIndex = personalData.blindIndex("name", given.name());
        if (given.phone() != null) {
            it.phone = personalData.encrypt(given.phone(), TABLE, it.id, "phone");
        }
        it.sex = given.sex();
        it.nationality = given.nationality();
        it.role = given.role();
        it.fullTime = given.fullTime();
        it.appointedOn = given.appointedOn();
        it.leftOn = given.leftOn();
    }

    /**
     * The mediator of the committee whose name and time in office meet with these, or {@code null}.
     */
    UUID standing(MediatorResource.NewMediator given) {
        return namesakes(given).findFirst().orElse(null);
    }

    /** Refuses a second mediator of the name at a time: ledgers know mediators by their names. */
    private void requireNew(UUID id, MediatorResource.NewMediator given, String at) {
        Locks.hold(entities, "mediator|" + given.committeeId());
        if (namesakes(given).anyMatch(it -> !it.equals(id))) {
            throw Refusal.of(
                            409,
                            "MEDIATOR_EXISTS",
                            "该调委会已登记同名调解员：是同一人的不再登记，确为两人的请在姓名后注明区别",
                            "The committee has a mediator of this name: if it is another person, add a"
                                    + " distinguishing word to the name")
                    .at(at + "/name", "已登记", "entered already");
        }
    }

    private Stream<UUID> namesakes(MediatorResource.NewMediator given) {
        String hql =
                """
                select id
                from Mediator
                where committeeId = :committee
                  and nameIndex in :indexes
                  and entry.voided = false
                  and appointedOn <= :until
                  and (leftOn is null or leftOn >= :from)
                order by id
                """;
        LocalDate until = given.leftOn() == null ? LocalDate.of(9999, 12, 31) : given.leftOn();
        return entities.createQuery(hql, UUID.class)
                .setParameter("committee", given.committeeId())
                .setParameter("indexes", personalData.blindIndexes("name", given.name()))
                .setParameter("until", until)
                .setParameter("from", given.appointedOn())
                .getResultStream();
    }

    /** The name in clear: the parties choose their mediator by it (RT 19). */
    String name(Mediator it) {
        return personalData.decrypt(it.name, TABLE, it.id, "name");
    }

    /** The phone in clear: only for an answer that has been audited. */
    String phone(Mediator it) {
        return personalData.decrypt(it.phone, TABLE, it.id, "phone");
    }

    private static void requireSameCommittee(
            Mediator it, MediatorResource.NewMediator given, String at) {
        if (!given.committeeId().equals(it.committeeId)) {
            throw Refusal.of(422, "COMMITTEE_FIXED", "调委会不能更正", "The committee is fixed")
                    .at(at + "/committeeId", "应为" + it.committeeId, "must stay");
        }
    }

    private static void requireDates(
            MediatorResource.NewMediator given, LocalDate today, String at) {
        Days.requirePast(given.appointedOn(), today, at + "/appointedOn");
        if (given.leftOn() == null) {
            return;
        }
        Days.requirePast(given.leftOn(), today, at + "/leftOn");
        if (given.leftOn().isBefore(given.appointedOn())) {
            throw Refusal.of(422, "DATE_ORDER", "离任日期早于任职日期", "Left before appointed")
                    .at(at + "/leftOn", "不能早于" + given.appointedOn(), "not before appointedOn");
        }
    }
}
