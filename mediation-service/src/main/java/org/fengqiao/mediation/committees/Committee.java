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

/** A people's mediation committee (RT 8; of a township or street: RT 34). */
@Entity
class Committee implements Register.Line {

    static final String KIND = "mediation.committee.v1";

    @Id UUID id;
    @Embedded Entry entry;

    @Enumerated(EnumType.STRING)
    CommitteeLevel level;

    String name;

    @Column(name = "established_on")
    LocalDate establishedOn;

    @Column(name = "term_ends_on")
    LocalDate termEndsOn;

    @Column(name = "dissolved_on")
    LocalDate dissolvedOn;

    /** Members and women as reported, where the members are not listed one by one. */
    @Column(name = "members_reported")
    Integer membersReported;

    @Column(name = "women_reported")
    Integer womenReported;

    /** The committee on the wire. */
    record Event(
            UUID id,
            int version,
            boolean voided,
            String division,
            CommitteeLevel level,
            LocalDate enteredOn,
            LocalDate establishedOn,
            LocalDate termEndsOn,
            LocalDate dissolvedOn) {}

    /** From the day it was established to the day it was dissolved; an unknown day ends nothing. */
    boolean standsOn(LocalDate day) {
        return (establishedOn == null || !day.isBefore(establishedOn))
                && (dissolvedOn == null || !day.isAfter(dissolvedOn));
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
        return entry.eventType("mediation.committee");
    }

    @Override
    public Object event() {
        return new Event(
                id,
                version(),
                entry.voided(),
                division(),
                level,
                entry.enteredOn(),
                establishedOn,
                termEndsOn,
                dissolvedOn);
    }
}
