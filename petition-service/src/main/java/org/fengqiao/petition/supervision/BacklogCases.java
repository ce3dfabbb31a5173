package org.fengqiao.petition.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.journal.Writes;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.petitions.Organs;
import org.fengqiao.petition.petitions.PetitionReferences;
import org.fengqiao.petition.petitions.PetitionResolved;
import org.fengqiao.petition.petitions.PetitionSealed;
import org.fengqiao.petition.supervision.BacklogCaseResource.NewBacklogCase;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Writes the backlog, and seals and opens what it says of persons. */
@ApplicationScoped
class BacklogCases {

    private static final String TABLE = "backlog_case";

    private final Organs organs;
    private final PetitionReferences petitions;
    private final PersonalData personalData;

    private final EntityManager entities;
    private final Writes writes;

    BacklogCases(
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

    /** A new case. */
    BacklogCase fresh(NewBacklogCase given, Command command) {
        organs.require(given.division(), command.scope(), "/division");
        BacklogCase it = new BacklogCase();
        it.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        it.entry = Entry.of(given.division(), given.listedOn(), command);
        describe(it, given, command, "");
        return it;
    }

    /** Corrects what was entered, and the day it was resolved once it was. */
    void correct(BacklogCase it, BacklogCaseResource.Correction given, Command command) {
        describe(it, given.backlogCase(), command, "/backlogCase");
        if (given.resolvedOn() != null) {
            Corrections.requireTaken(it.resolvedOn, "/resolvedOn");
            settle(it, given.resolvedOn(), command, "/resolvedOn");
        }
    }

    /**
     * Writes what was given. Names and texts that are left out stay as they were.
     *
     * @param at pointer of the case within the body
     */
    void describe(BacklogCase it, NewBacklogCase given, Command command, String at) {
        it.entry.requireDivision(given.division(), at + "/division");
        Days.requirePast(given.listedOn(), command.today(), at + "/listedOn");
        Days.requireNotAfter(given.listedOn(), it.resolvedOn, at + "/listedOn");
        require(given.leader() != null || it.leader != null, "LEADER", at + "/leader");
        boolean described = given.description() != null || it.description != null;
        require(described || given.petitionId() != null, "DESCRIPTION", at + "/description");
        String known = classOf(it, given, command, at);
        require(known != null, "CONTENT_CLASS", at + "/contentClass");
        it.petitionId = given.petitionId();
        it.contentClass = known;
        it.leaderPost = given.leaderPost();
        it.listedOn = given.listedOn();
        if (given.leader() != null) {
            it.leader = seal(it, "leader", given.leader());
        }
        if (given.description() != null) {
            it.description = seal(it, "description", given.description());
        }
    }

    private static void require(boolean there, String code, String pointer) {
        if (!there) {
            throw Refusal.of(422, code, "缺少必填内容", "Something required is missing")
                    .at(pointer, "必填", "required");
        }
    }

    /** As given, else as the petition has it; where neither says, as it stands. */
    private String classOf(BacklogCase it, NewBacklogCase given, Command command, String at) {
        String standing = it.contentClass;
        if (given.petitionId() != null && !Objects.equals(given.petitionId(), it.petitionId)) {
            standing =
                    petitions
                            .require(given.petitionId(), command.scope(), at + "/petitionId")
                            .contentClass()
                            .code();
        }
        return given.contentClass() == null ? standing : given.contentClass().code();
    }

    /** It was settled in substance, once (化解). */
    void resolve(BacklogCase it, BacklogCaseResource.Resolution given, Command command) {
        if (it.resolvedOn != null) {
            throw Refusal.of(409, "ALREADY_RESOLVED", "已登记化解", "It has been resolved")
                    .citing("XF 37");
        }
        settle(it, command.dateOr(given.on()), command, "/on");
        it.resolution = seal(it, "resolution", given.how());
    }

    /** Sets the day it was resolved. */
    void settle(BacklogCase it, LocalDate on, Command command, String pointer) {
        Days.requirePast(on, command.today(), pointer);
        Days.requireNotBefore(on, it.listedOn, pointer);
        it.resolvedOn = on;
    }

    /** A case of the backlog is settled with its petition (P-08), from the day it is listed on. */
    void settle(@Observes PetitionResolved resolved) {
        List<BacklogCase> open =
                entities.createQuery(
                                "from BacklogCase where petitionId = :petition and resolvedOn is null"
                                        + " and entry.voided = false and listedOn <= :on order by id",
                                BacklogCase.class)
                        .setParameter("petition", resolved.petitionId())
                        .setParameter("on", resolved.on())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
        for (BacklogCase it : open) {
            it.entry.correct("所涉信访件已化解 Its petition was resolved");
            it.resolvedOn = resolved.on();
            writes.also(it, resolved.command());
        }
    }

    String seal(BacklogCase it, String column, String text) {
        return personalData.encrypt(text, TABLE, it.id, column);
    }

    /** Names and texts in clear: only for an answer that has been audited. */
    BacklogCaseResource.Texts texts(BacklogCase it) {
        return new BacklogCaseResource.Texts(
                open(it, "description", it.description),
                open(it, "leader", it.leader),
                open(it, "resolution", it.resolution));
    }

    private String open(BacklogCase it, String column, String text) {
        return personalData.decrypt(text, TABLE, it.id, column);
    }

    void leave(@Observes PetitionSealed sealed) {
        sealed.takeAlong(BacklogCase.class, BacklogCase.KIND, TABLE);
    }

    @Produces
    @ApplicationScoped
    RecordKind backlogKind(Register register) {
        return register.kind(BacklogCase.class, BacklogCase.KIND, TABLE, "v1/backlog-cases");
    }
}
