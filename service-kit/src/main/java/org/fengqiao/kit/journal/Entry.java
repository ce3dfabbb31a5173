package org.fengqiao.kit.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.kit.events.Taken;
import org.fengqiao.kit.web.Refusal;

/**
 * The book-keeping of a record without a life cycle of its own: it is entered, corrected with a
 * reason, and voided with a reason; nothing is deleted.
 */
@Embeddable
public class Entry {

    /** What can happen to such a record, and its literal on the wire. */
    public enum Step {
        ENTER("entered"),
        CORRECT("corrected"),
        VOID("voided");

        private final String wireName;

        Step(String wireName) {
            this.wireName = wireName;
        }
    }

    private int version;
    private String division;

    @Column(name = "step")
    private String step;

    @Column(name = "entered_on")
    private LocalDate enteredOn;

    @Column(name = "entered_at")
    private Instant enteredAt;

    private boolean voided;

    // The keyword keeps it out of snapshots, the annotation out of Hibernate's dirty tracking: as a
    // changed attribute without a column it hid those behind it in the alphabet, "version" as well.
    @Transient private final transient List<Taken> taken = new ArrayList<>();

    protected Entry() {}

    /** A new record of a division. */
    public static Entry of(String division, LocalDate on, Command command) {
        Entry it = new Entry();
        it.division = division;
        it.enteredOn = command.today();
        it.enteredAt = command.at();
        it.take(Step.ENTER, on, null);
        return it;
    }

    /** Refuses another division in a correction: it decides who sees the record. */
    public void requireDivision(String given, String pointer) {
        if (!given.equals(division)) {
            throw Refusal.of(422, "DIVISION_FIXED", "区划不能更正，请作废后重新登记", "Division is fixed")
                    .at(pointer, "应为" + division, "must stay");
        }
    }

    /** Marks a correction; the caller changes the fields. */
    public void correct(String reason) {
        take(Step.CORRECT, null, reason);
    }

    /** Marks the record void. */
    public void markVoid(String reason) {
        take(Step.VOID, null, reason);
        voided = true;
    }

    /**
     * Takes a step of the record's own.
     *
     * @param name of the step; the record gives its literal on the wire
     * @param on the day it happened
     */
    public void take(String name, LocalDate on) {
        take(name, on, null);
    }

    private void take(Step next, LocalDate on, String reason) {
        take(next.name(), on, reason);
    }

    private void take(String next, LocalDate on, String reason) {
        if (voided) {
            throw Refusal.of(409, "RECORD_VOIDED", "记录已作废", "The record is void");
        }
        version++;
        step = next;
        taken.add(new Taken(version, step, on, reason));
    }

    public int version() {
        return version;
    }

    public String division() {
        return division;
    }

    /** The day of first entry, in Asia/Shanghai. */
    public LocalDate enteredOn() {
        return enteredOn;
    }

    public boolean voided() {
        return voided;
    }

    /** {@code mediation.screening} gives {@code mediation.screening.entered}. */
    public String eventType(String prefix) {
        return prefix + "." + Step.valueOf(step).wireName;
    }

    /** The last step's name. */
    public String step() {
        return step;
    }

    public List<Taken> taken() {
        return taken;
    }
}
