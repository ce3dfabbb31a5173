package org.fengqiao.petition.visits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.journal.Writes;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.petitions.MatterJoined;
import org.fengqiao.petition.petitions.Organs;
import org.fengqiao.petition.petitions.PetitionReferences;
import org.fengqiao.petition.petitions.PetitionSealed;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Writes visits, and seals and opens what they say of persons. */
@ApplicationScoped
class Visits {

    private static final String TABLE = "visit";

    private final Organs organs;
    private final PetitionReferences petitions;
    private final PersonalData personalData;
    private final EntityManager entities;
    private final Writes writes;

    Visits(
            Organs organs,
            PetitionReferences petitions,
            PersonalData personalData,
            EntityManager entities,
            Writes writes) {
        this.organs = organs;
        this.petitions = petitions;
        this.personalData = personalData;
        this.entities = entities;
        this.writes = writes;
    }

    /** A new visit. */
    Visit fresh(NewVisit given, Command command) {
        organs.require(given.division(), command.scope(), "/division");
        Visit it = new Visit();
        it.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        it.entry = Entry.of(given.division(), given.visitedOn(), command);
        about(it, null, command.scope(), "");
        describe(it, given, null, command, "");
        return it;
    }

    /**
     * Writes what was given. Names and text that are left out stay as they were: who corrects a
     * visit need not have seen them.
     *
     * @param disorders all acts, in the place of those that stand; {@code null}: they stay
     * @param at pointer of the visit within the body
     */
    void describe(Visit it, NewVisit given, List<Disorder> disorders, Command command, String at) {
        it.entry.requireDivision(given.division(), at + "/division");
        Days.requirePast(given.visitedOn(), command.today(), at + "/visitedOn");
        List<String> petitioners = given.petitioners();
        int named = petitioners == null ? it.petitioners.size() : petitioners.size();
        requireNumbers(given, named, at);
        if (!Objects.equals(given.petitionId(), it.petitionId)) {
            about(it, given.petitionId(), command.scope(), at + "/petitionId");
        }
        it.visitedOn = given.visitedOn();
        it.level = given.level();
        it.persons = given.persons();
        it.representatives = given.representatives();
        it.place = given.place();
        it.notifiedBy = given.notifiedBy();
        if (petitioners != null) {
            name(it, petitioners);
        }
        if (given.account() != null) {
            it.account = personalData.encrypt(given.account(), TABLE, it.id, "account");
        }
        if (disorders == null) {
            it.disorders.forEach(
                    act -> Days.requireNotAfter(it.visitedOn, act.on(), at + "/visitedOn"));
            return;
        }
        for (int i = 0; i < disorders.size(); i++) {
            requireDay(it, disorders.get(i), command, "/disorders/" + i + "/on");
        }
        it.disorders = disorders;
    }

    /** One more act on a day. */
    void add(Visit it, Disorder act, Command command) {
        requireDay(it, act, command, "/on");
        it.disorders = Stream.concat(it.disorders.stream(), Stream.of(act)).toList();
    }

    private static void requireDay(Visit it, Disorder act, Command command, String pointer) {
        Days.requirePast(act.on(), command.today(), pointer);
        Days.requireNotBefore(act.on(), it.visitedOn, pointer);
    }

    private static void requireNumbers(NewVisit given, int named, String at) {
        if (given.persons() < named) {
            throw Refusal.of(422, "PERSONS", "人数少于列出的信访人", "Fewer persons than are named")
                    .at(at + "/persons", "至少" + named + "人", "at least " + named);
        }
        if (given.representatives() != null && given.representatives() > given.persons()) {
            throw Refusal.of(422, "REPRESENTATIVES", "代表多于来访人数", "More of them than came")
                    .citing("XF 20")
                    .at(
                            at + "/representatives",
                            "至多" + given.persons() + "人",
                            "at most " + given.persons());
        }
    }

    /** What matter it was about, and whose matter that was. */
    private void about(Visit it, UUID petitionId, Scope scope, String pointer) {
        it.petitionId = petitionId;
        if (petitionId == null) {
            it.matterId = it.id;
            it.competentDivision = it.division();
            return;
        }
        PetitionReferences.Reference petition = petitions.require(petitionId, scope, pointer);
        it.matterId = petition.matterId();
        it.competentDivision = petition.division();
    }

    private void name(Visit it, List<String> names) {
        it.petitioners =
                IntStream.range(0, names.size())
                        .mapToObj(
                                i ->
                                        personalData.encrypt(
                                                names.get(i), TABLE, it.id, "petitioners." + i))
                        .toList();
    }

    /** The names in clear: to be masked, or for an answer that has been audited. */
    List<String> names(Visit it) {
        return IntStream.range(0, it.petitioners.size())
                .mapToObj(
                        i ->
                                personalData.decrypt(
                                        it.petitioners.get(i), TABLE, it.id, "petitioners." + i))
                .toList();
    }

    /** The text in clear: only for an answer that has been audited. */
    String account(Visit it) {
        return personalData.decrypt(it.account, TABLE, it.id, "account");
    }

    /**
     * Those about a petition whose matter is another one now: 件 counts matters (P-03-M to P-09-M).
     */
    void follow(@Observes MatterJoined joined) {
        List<Visit> about =
                entities.createQuery(
                                "from Visit where petitionId = :petition and entry.voided = false"
                                        + " order by id",
                                Visit.class)
                        .setParameter("petition", joined.petitionId())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
        for (Visit it : about) {
            it.entry.correct("所涉信访件并入原信访事项 The petition was joined to a former matter");
            it.matterId = joined.matterId();
            writes.also(it, joined.command());
        }
    }

    void leave(@Observes PetitionSealed sealed) {
        sealed.takeAlong(Visit.class, Visit.KIND, TABLE);
    }

    @Produces
    @ApplicationScoped
    RecordKind visitKind(Register register) {
        return register.kind(Visit.class, Visit.KIND, TABLE, "v1/visits");
    }
}
