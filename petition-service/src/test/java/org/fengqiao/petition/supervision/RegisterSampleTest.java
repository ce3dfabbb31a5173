package org.fengqiao.petition.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.journal.Snapshots;
import org.fengqiao.petition.codes.Adoption;
import org.fengqiao.petition.codes.ProposalKind;
import org.fengqiao.petition.codes.SupervisionCause;
import org.fengqiao.testkit.SourceEvent;
import org.junit.jupiter.api.Test;

/** What goes on the wire of supervisions, proposals and the backlog: reporting reads these. */
class RegisterSampleTest {

    private static final LocalDate DAY = LocalDate.of(2024, 4, 10);
    private static final UUID PETITION = UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2c33");

    @Test
    void theSampleOfASupervisionIsCurrent() {
        Supervision it = new Supervision();
        it.id = UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2d02");
        it.entry = entry();
        it.petitionId = PETITION;
        it.supervisedOn = DAY;
        it.cause = SupervisionCause.DELAY;
        it.dueOn = DAY.plusDays(10);
        it.answeredOn = DAY.plusDays(8);
        it.entry.correct(null);
        requireSample(it);
    }

    /** Answered: what the organ said of it is one of three. */
    @Test
    void theSampleOfAProposalIsCurrent() {
        ImprovementProposal it = new ImprovementProposal();
        it.id = UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2d03");
        it.entry = entry();
        it.proposedOn = DAY;
        it.kind = ProposalKind.IMPROVEMENT;
        it.answeredOn = DAY.plusDays(20);
        it.adopted = Adoption.PARTLY;
        it.entry.correct(null);
        requireSample(it);
    }

    @Test
    void theSampleOfABacklogCaseIsCurrent() {
        BacklogCase it = new BacklogCase();
        it.id = UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2d04");
        it.entry = entry();
        it.petitionId = PETITION;
        it.contentClass = "010200";
        it.listedOn = DAY;
        it.resolvedOn = DAY.plusMonths(3);
        it.entry.correct(null);
        requireSample(it);
    }

    private static void requireSample(Register.Line it) {
        SourceEvent.requireSample(it.kind(), Snapshots.write(it.event()));
    }

    private static Entry entry() {
        return Entry.of(
                "410423106000",
                DAY,
                new Command(null, null, null, null, null, null, null, null, Instant.EPOCH, DAY));
    }
}
