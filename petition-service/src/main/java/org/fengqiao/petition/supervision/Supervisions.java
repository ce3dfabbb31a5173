package org.fengqiao.petition.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.LocalDate;
import java.util.Objects;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.petitions.Organs;
import org.fengqiao.petition.petitions.PetitionReferences;
import org.fengqiao.petition.petitions.PetitionSealed;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Writes supervisions: issued by a petition department, answered by the organ (XF 40). */
@ApplicationScoped
class Supervisions {

    private static final String TABLE = "supervision";

    private final Organs organs;
    private final PetitionReferences petitions;
    private final PersonalData personalData;
    private final SupervisionDeadlines deadlines;

    Supervisions(
            Organs organs,
            PetitionReferences petitions,
            PersonalData personalData,
            SupervisionDeadlines deadlines) {
        this.organs = organs;
        this.petitions = petitions;
        this.personalData = personalData;
        this.deadlines = deadlines;
    }

    /** A new supervision; every refusal comes before its deadline is written. */
    Supervision fresh(SupervisionResource.NewSupervision given, Command command) {
        organs.require(given.division(), command.scope(), "/division");
        Organs.requireDepartment(command.division());
        Supervision it = new Supervision();
        it.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        it.entry = Entry.of(given.division(), given.supervisedOn(), command);
        it.issuer = command.division();
        describe(it, given, command, "");
        deadlines.derive(it);
        return it;
    }

    /** By whoever issued it. */
    void correct(Supervision it, SupervisionResource.Correction given, Command command) {
        Organs.requireActor(command.division(), it.issuer);
        describe(it, given.supervision(), command, "/supervision");
        if (given.answeredOn() != null) {
            Corrections.requireTaken(it.answeredOn, "/answeredOn");
            Days.requirePast(given.answeredOn(), command.today(), "/answeredOn");
            it.answeredOn = given.answeredOn();
        }
        Days.requireNotBefore(it.answeredOn, it.supervisedOn, "/answeredOn");
        deadlines.derive(it);
    }

    private void describe(
            Supervision it, SupervisionResource.NewSupervision given, Command command, String at) {
        it.entry.requireDivision(given.division(), at + "/division");
        Days.requirePast(given.supervisedOn(), command.today(), at + "/supervisedOn");
        Days.requireNotBefore(given.dueOn(), given.supervisedOn(), at + "/dueOn");
        if (given.petitionId() != null && !Objects.equals(given.petitionId(), it.petitionId)) {
            petitions.require(given.petitionId(), command.scope(), at + "/petitionId");
        }
        if (it.requirement == null && given.requirement() == null) {
            throw Refusal.of(422, "REQUIREMENT", "须写明督办要求", "The requirement is required")
                    .citing("XF 40")
                    .at(at + "/requirement", "必填", "required");
        }
        it.petitionId = given.petitionId();
        it.supervisedOn = given.supervisedOn();
        it.cause = given.cause();
        it.dueOn = given.dueOn();
        if (given.requirement() != null) {
            it.requirement = seal(it, "requirement", given.requirement());
        }
    }

    /** The organ answers in writing, once. */
    void reply(Supervision it, SupervisionResource.Answer given, Command command) {
        Organs.requireActor(command.division(), it.division());
        if (it.answeredOn != null) {
            throw Refusal.of(409, "ALREADY_ANSWERED", "已答复", "It has been answered")
                    .citing("XF 40");
        }
        LocalDate on = command.dateOr(given.on());
        Days.requireNotBefore(on, it.supervisedOn, "/on");
        it.answeredOn = on;
        it.answer = seal(it, "answer", given.answer());
        deadlines.derive(it);
    }

    /** Whoever issued it takes it back; its deadline goes with it. */
    void withdraw(Supervision it, Command command) {
        Organs.requireActor(command.division(), it.issuer);
        deadlines.drop(it);
    }

    private String seal(Supervision it, String column, String text) {
        return personalData.encrypt(text, TABLE, it.id, column);
    }

    /** In clear: only for an answer that has been audited. */
    String requirement(Supervision it) {
        return personalData.decrypt(it.requirement, TABLE, it.id, "requirement");
    }

    /** In clear: only for an answer that has been audited. */
    String answer(Supervision it) {
        return personalData.decrypt(it.answer, TABLE, it.id, "answer");
    }

    void leave(@Observes PetitionSealed sealed) {
        sealed.takeAlong(Supervision.class, Supervision.KIND, TABLE);
    }

    @Produces
    @ApplicationScoped
    RecordKind supervisionKind(Register register) {
        return register.kind(Supervision.class, Supervision.KIND, TABLE, "v1/supervisions");
    }
}
