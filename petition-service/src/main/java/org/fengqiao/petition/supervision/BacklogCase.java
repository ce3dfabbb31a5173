package org.fengqiao.petition.supervision;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;

/** A matter of the backlog (积案) with the leader in charge (XF 18). */
@Entity
@Table(name = "backlog_case")
class BacklogCase implements Register.Line {

    static final String KIND = "petition.backlog.v1";

    @Id UUID id;
    @Embedded Entry entry;

    @Column(name = "petition_id")
    UUID petitionId;

    /** Six digits. */
    @Column(name = "content_class")
    String contentClass;

    /** Ciphertext: the text names people as often as not. */
    String description;

    /** Name of the leader in charge: ciphertext. */
    String leader;

    @Column(name = "leader_post")
    String leaderPost;

    @Column(name = "listed_on")
    LocalDate listedOn;

    @Column(name = "resolved_on")
    LocalDate resolvedOn;

    /** How: ciphertext. */
    String resolution;

    /** The case on the wire: no text, no name. */
    record Event(
            UUID id,
            int version,
            boolean voided,
            String division,
            LocalDate enteredOn,
            LocalDate listedOn,
            LocalDate resolvedOn,
            UUID petitionId,
            String contentClass) {}

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
        return entry.eventType("petition.backlog");
    }

    @Override
    public Object event() {
        return new Event(
                id,
                version(),
                entry.voided(),
                division(),
                entry.enteredOn(),
                listedOn,
                resolvedOn,
                petitionId,
                contentClass);
    }
}
