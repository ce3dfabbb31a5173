package org.fengqiao.petition.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.LocalDate;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.petitions.Organs;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Writes proposals: made by a petition department, answered by the organ (XF 40). */
@ApplicationScoped
class ImprovementProposals {

    private static final String TABLE = "improvement_proposal";

    private final Organs organs;
    private final PersonalData personalData;

    ImprovementProposals(Organs organs, PersonalData personalData) {
        this.organs = organs;
        this.personalData = personalData;
    }

    /** A new proposal. */
    ImprovementProposal fresh(
            ImprovementProposalResource.NewImprovementProposal given, Command command) {
        organs.require(given.division(), command.scope(), "/division");
        Organs.requireDepartment(command.division());
        ImprovementProposal it = new ImprovementProposal();
        it.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        it.entry = Entry.of(given.division(), given.proposedOn(), command);
        it.issuer = command.division();
        describe(it, given, command, "");
        return it;
    }

    /** By whoever issued it. */
    void correct(
            ImprovementProposal it, ImprovementProposalResource.Correction given, Command command) {
        requireIssuer(it, command);
        describe(it, given.proposal(), command, "/proposal");
        if (given.answeredOn() != null) {
            Corrections.requireTaken(it.answeredOn, "/answeredOn");
            Days.requirePast(given.answeredOn(), command.today(), "/answeredOn");
            it.answeredOn = given.answeredOn();
        }
        if (given.adopted() != null) {
            Corrections.requireTaken(it.adopted, "/adopted");
            it.adopted = given.adopted();
        }
        Days.requireNotBefore(it.answeredOn, it.proposedOn, "/answeredOn");
    }

    private void describe(
            ImprovementProposal it,
            ImprovementProposalResource.NewImprovementProposal given,
            Command command,
            String at) {
        it.entry.requireDivision(given.division(), at + "/division");
        Days.requirePast(given.proposedOn(), command.today(), at + "/proposedOn");
        if (it.proposal == null && given.proposal() == null) {
            throw Refusal.of(422, "PROPOSAL", "须写明建议内容", "The proposal is required")
                    .citing("XF 40")
                    .at(at + "/proposal", "必填", "required");
        }
        it.proposedOn = given.proposedOn();
        it.kind = given.kind();
        if (given.proposal() != null) {
            it.proposal = seal(it, "proposal", given.proposal());
        }
    }

    /** The organ says in writing whether it adopts the proposal, once. */
    void reply(
            ImprovementProposal it, ImprovementProposalResource.Feedback given, Command command) {
        Organs.requireActor(command.division(), it.division());
        if (it.answeredOn != null) {
            throw Refusal.of(409, "ALREADY_ANSWERED", "已反馈", "It has been answered")
                    .citing("XF 40");
        }
        LocalDate on = command.dateOr(given.on());
        Days.requireNotBefore(on, it.proposedOn, "/on");
        it.answeredOn = on;
        it.adopted = given.adopted();
        it.feedback = seal(it, "feedback", given.feedback());
    }

    void requireIssuer(ImprovementProposal it, Command command) {
        Organs.requireActor(command.division(), it.issuer);
    }

    private String seal(ImprovementProposal it, String column, String text) {
        return personalData.encrypt(text, TABLE, it.id, column);
    }

    /** In clear: only for an answer that has been audited. */
    String proposal(ImprovementProposal it) {
        return personalData.decrypt(it.proposal, TABLE, it.id, "proposal");
    }

    /** In clear: only for an answer that has been audited. */
    String feedback(ImprovementProposal it) {
        return personalData.decrypt(it.feedback, TABLE, it.id, "feedback");
    }

    @Produces
    @ApplicationScoped
    RecordKind proposalKind(Register register) {
        return register.kind(
                ImprovementProposal.class,
                ImprovementProposal.KIND,
                TABLE,
                "v1/improvement-proposals");
    }
}
