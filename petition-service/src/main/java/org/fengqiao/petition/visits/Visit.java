package org.fengqiao.petition.visits;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.petition.codes.VisitLevel;
import org.fengqiao.petition.codes.VisitNotifier;
import org.fengqiao.petition.codes.VisitPlace;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A visit by petitioners (走访), counted at the place responsible for the matter. */
@Entity
class Visit implements Register.Line {

    static final String KIND = "petition.visit.v1";

    private static final int GROUP_FROM_PERSONS = 5;
    private static final int MOST_REPRESENTATIVES = 5;

    @Id UUID id;
    @Embedded Entry entry;

    @Column(name = "visited_on")
    LocalDate visitedOn;

    @Enumerated(EnumType.STRING)
    VisitLevel level;

    int persons;
    Integer representatives;

    @Column(name = "petition_id")
    UUID petitionId;

    /** The petition's matter; the visit's own id where it names no petition. */
    @Column(name = "matter_id")
    UUID matterId;

    /** Whose matter it was when it was recorded: the organ of the petition, else the visit's. */
    @Column(name = "competent_division")
    String competentDivision;

    @Enumerated(EnumType.STRING)
    VisitPlace place;

    @Column(name = "notified_by")
    @Enumerated(EnumType.STRING)
    VisitNotifier notifiedBy;

    /** Ciphertext: the text names people as often as not. */
    String account;

    /** Names, each a ciphertext. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> petitioners = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Disorder> disorders = new ArrayList<>();

    /** The visit on the wire: no names, no text, no conduct. */
    record Event(
            UUID id,
            int version,
            boolean voided,
            String division,
            LocalDate enteredOn,
            LocalDate visitedOn,
            VisitLevel level,
            int persons,
            UUID petitionId,
            UUID matterId,
            VisitPlace place,
            boolean groupVisit,
            boolean skipLevel) {}

    /** 集体访: five persons or more. */
    boolean groupVisit() {
        return persons >= GROUP_FROM_PERSONS;
    }

    /** 越级访: past the level right above the competent organ's; no disorder by itself (XF 20). */
    boolean skipLevel() {
        return level.skips(new DivisionCode(competentDivision).level());
    }

    boolean tooManyRepresentatives() {
        return representatives != null && representatives > MOST_REPRESENTATIVES;
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
        return entry.eventType("petition.visit");
    }

    @Override
    public Object event() {
        return new Event(
                id,
                version(),
                entry.voided(),
                division(),
                entry.enteredOn(),
                visitedOn,
                level,
                persons,
                petitionId,
                matterId,
                place,
                groupVisit(),
                skipLevel());
    }
}
