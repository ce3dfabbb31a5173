package org.fengqiao.mediation.committees;

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
import org.fengqiao.mediation.codes.CommitteeRole;
import org.fengqiao.mediation.codes.Sex;

/** A people's mediator: a member of the committee or appointed by it (RT 13). */
@Entity
class Mediator implements Register.Line {

    static final String KIND = "mediation.mediator.v1";

    @Id UUID id;
    @Embedded Entry entry;

    @Column(name = "committee_id")
    UUID committeeId;

    @Enumerated(EnumType.STRING)
    CommitteeLevel level;

    /** Ciphertext; the name is public within the area, since parties choose by it (RT 19). */
    String name;

    /** Ciphertext. */
    String phone;

    @Column(name = "name_index")
    String nameIndex;

    @Enumerated(EnumType.STRING)
    Sex sex;

    String nationality;

    @Enumerated(EnumType.STRING)
    CommitteeRole role;

    @Column(name = "full_time")
    boolean fullTime;

    @Column(name = "appointed_on")
    LocalDate appointedOn;

    @Column(name = "left_on")
    LocalDate leftOn;

    /** The mediator on the wire: no name, no phone, no sex. */
    record Event(
            UUID id,
            int version,
            boolean voided,
            String division,
            UUID committeeId,
            CommitteeLevel level,
            boolean fullTime,
            LocalDate enteredOn,
            LocalDate appointedOn,
            LocalDate leftOn) {}

    /** From the day of appointment to the day of leaving; an unknown day ends nothing. */
    boolean isInOfficeOn(LocalDate day) {
        return (appointedOn == null || !day.isBefore(appointedOn))
                && (leftOn == null || !day.isAfter(leftOn));
    }

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
        return entry.eventType("mediation.mediator");
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
                fullTime,
                entry.enteredOn(),
                appointedOn,
                leftOn);
    }
}
