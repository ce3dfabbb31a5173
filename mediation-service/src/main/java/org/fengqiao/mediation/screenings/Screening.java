package org.fengqiao.mediation.screenings;

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
import org.fengqiao.mediation.codes.CommitteeLevel;

/** A committee's search for disputes: rounds, found and prevented, never blended with mediation. */
@Entity
class Screening implements Register.Line {

    static final String KIND = "mediation.screening.v1";

    @Id UUID id;
    @Embedded Entry entry;

    @Column(name = "committee_id")
    UUID committeeId;

    @Enumerated(EnumType.STRING)
    CommitteeLevel level;

    @Column(name = "screened_on")
    LocalDate screenedOn;

    int rounds;

    @Column(name = "disputes_found")
    int disputesFound;

    int prevented;

    /** The screening on the wire. */
    record Event(
            UUID id,
            int version,
            boolean voided,
            String division,
            UUID committeeId,
            CommitteeLevel level,
            LocalDate enteredOn,
            LocalDate screenedOn,
            int rounds,
            int disputesFound,
            int prevented) {}

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
        return entry.eventType("mediation.screening");
    }

    @Override
    public Object event() {
        return new Event(
                id,
                version(),
                entry.voided(),
                division(),
                committeeId,
                level,
                entry.enteredOn(),
                screenedOn,
                rounds,
                disputesFound,
                prevented);
    }
}
