package org.fengqiao.legal.registers;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.kit.events.Dated;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A record of a register: what it says, its texts as ciphertexts, and the book-keeping. All kinds
 * share one topic; the kind is named by the table.
 */
@MappedSuperclass
public abstract class LegalRecord<S extends Said> implements Register.Line, Dated {

    static final String TOPIC = "legal.record.v1";

    @Id UUID id;
    @Embedded Entry entry;
    @Embedded S said;

    /** Blind indexes of the persons it names, for search. */
    @Column(name = "person_index")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> personIndex = new ArrayList<>();

    /** What it says, texts as ciphertexts. */
    public S said() {
        return said;
    }

    /** Takes over what it says from now on. */
    protected void say(S given) {
        said = given;
    }

    // Hibernate's enhancement of a subclass asks for a getter of what is embedded here.

    Entry getEntry() {
        return entry;
    }

    S getSaid() {
        return said;
    }

    /** {@code legal.contract-review.v1}, of table {@code contract_review}. */
    static String kind(Class<?> record) {
        return "legal." + name(record) + ".v1";
    }

    static String table(Class<?> record) {
        return record.getAnnotation(Table.class).name();
    }

    static String name(Class<?> record) {
        return table(record).replace('_', '-');
    }

    /** Of the kinds whose records show a last day: it is derived, and called {@code dueOn}. */
    @Override
    public void moveLastDay(String rule, LocalDate dueOn) {
        Parts<S> parts = Parts.of(said);
        if (parts.all().stream().anyMatch(it -> it.isDerived() && it.name().equals("dueOn"))) {
            say(parts.with(said, "dueOn", dueOn));
        }
    }

    @Override
    public String kind() {
        return kind(getClass());
    }

    @Override
    public String topic() {
        return TOPIC;
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
        String kind = "legal." + name(getClass());
        String own = StepRow.event(said().steps(), entry.step());
        return own == null ? entry.eventType(kind) : kind + "." + own;
    }

    /** Codes, dates, counts, ids and divisions of what it says; no text. */
    @Override
    public Object event() {
        S said = said();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", id);
        event.put("version", version());
        event.put("voided", entry.voided());
        event.put("enteredOn", entry.enteredOn());
        Parts.of(said).all().stream()
                .filter(it -> it.isPublished() && it.of(said) != null)
                .forEach(it -> event.put(it.name(), it.of(said)));
        return event;
    }
}
