package org.fengqiao.mediation.meetings;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.mediation.codes.MeetingUnit;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A regular joint meeting of the units that settle disputes. */
@Entity
class Meeting implements Register.Line {

    static final String KIND = "mediation.meeting.v1";

    @Id UUID id;
    @Embedded Entry entry;

    @Column(name = "held_on")
    LocalDate heldOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<MeetingUnit> units = new ArrayList<>();

    @Column(name = "cases_discussed")
    int casesDiscussed;

    @Column(name = "case_ids")
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<UUID> caseIds = new ArrayList<>();

    /** Ciphertext: the text names people as often as not. */
    String decisions;

    /** The meeting on the wire: no decisions. */
    record Event(
            UUID id,
            int version,
            boolean voided,
            String division,
            LocalDate enteredOn,
            LocalDate heldOn,
            List<MeetingUnit> units,
            int casesDiscussed) {}

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
        return entry.eventType("mediation.meeting");
    }

    @Override
    public Object event() {
        return new Event(
                id,
                version(),
                entry.voided(),
                division(),
                entry.enteredOn(),
                heldOn,
                units,
                casesDiscussed);
    }
}
