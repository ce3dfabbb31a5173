package org.fengqiao.petition.supervision;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.petition.codes.Adoption;
import org.fengqiao.petition.codes.ProposalKind;

/** What a petition department proposes to an organ, and the organ's written feedback (XF 40). */
@Entity
@Table(name = "improvement_proposal")
class ImprovementProposal implements Register.Line {

    static final String KIND = "petition.proposal.v1";

    @Id UUID id;

    /** Its division is the organ it is addressed to. */
    @Embedded Entry entry;

    /** The petition department. */
    String issuer;

    @Column(name = "proposed_on")
    LocalDate proposedOn;

    @Enumerated(EnumType.STRING)
    ProposalKind kind;

    /** Ciphertext: the text names people as often as not. */
    String proposal;

    @Column(name = "answered_on")
    LocalDate answeredOn;

    @Enumerated(EnumType.STRING)
    Adoption adopted;

    /** Ciphertext. */
    String feedback;

    /** The proposal on the wire: no text. */
    record Event(
            UUID id,
            int version,
            boolean voided,
            String division,
            LocalDate enteredOn,
            LocalDate proposedOn,
            ProposalKind kind,
            LocalDate answeredOn,
            Adoption adopted) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Entry entry() {
        return entry;
    }

    @Override
    public String eventType() {
        return entry.eventType("petition.proposal");
    }

    @Override
    public Object event() {
        return new Event(
                id,
                version(),
                entry.voided(),
                division(),
                entry.enteredOn(),
                proposedOn,
                kind,
                answeredOn,
                adopted);
    }
}
