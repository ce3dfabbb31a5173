package org.fengqiao.petition.supervision;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.petition.codes.SupervisionCause;

/** A supervision (督办) of an organ by a petition department (XF 40). */
@Entity
class Supervision implements Register.Line {

    static final String KIND = "petition.supervision.v1";

    @Id UUID id;

    /** Its division is the organ supervised. */
    @Embedded Entry entry;

    /** The petition department. */
    String issuer;

    @Column(name = "petition_id")
    UUID petitionId;

    @Column(name = "supervised_on")
    LocalDate supervisedOn;

    @Enumerated(EnumType.STRING)
    SupervisionCause cause;

    /** Ciphertext: the text names people as often as not. */
    String requirement;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "answered_on")
    LocalDate answeredOn;

    /** Ciphertext. */
    String answer;

    /** The supervision on the wire: no text. */
    record Event(
            UUID id,
            int version,
            boolean voided,
            String division,
            LocalDate enteredOn,
            LocalDate supervisedOn,
            SupervisionCause cause,
            LocalDate dueOn,
            LocalDate answeredOn,
            UUID petitionId) {}

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
        return entry.eventType("petition.supervision");
    }

    @Override
    public Object event() {
        return new Event(
                id,
                version(),
                entry.voided(),
                division(),
                entry.enteredOn(),
                supervisedOn,
                cause,
                dueOn,
                answeredOn,
                petitionId);
    }
}
