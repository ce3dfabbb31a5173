package org.fengqiao.reporting.facts;

import static java.util.stream.Collectors.joining;
import static org.fengqiao.reporting.Api.patiently;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.fengqiao.reporting.Api;
import org.fengqiao.reporting.Events;
import org.fengqiao.reporting.facts.DeadLetters.BadEvent;
import org.fengqiao.reporting.facts.Facts.Reader;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.SourceEvent;
import org.junit.jupiter.api.Test;

/**
 * The stored samples of events (docs/generated/events), each made by its service's own test: all of
 * them become facts, with every field that a column asks for.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class StoredSampleTest {

    /** What is told and in no fact, by kind: figures do not ask for it. */
    private static final Map<String, Set<String>> NOT_KEPT =
            Map.of(
                    "mediation.case.v1", Set.of("referralId", "counselIds", "counselJoinedOn"),
                    "mediation.meeting.v1", Set.of("units"));

    @Inject DataSource database;
    @Inject @All List<Table> tables;

    private final String township = Api.township();

    @Test
    void everyKindThatIsCountedHasASampleAndNoOther() {
        Set<String> counted = tables.stream().map(Table::kind).collect(Collectors.toSet());
        assertEquals(counted, SourceEvent.sampled());
    }

    /** A field that a table forgot would be skipped, and nobody told. */
    @Test
    void everyFieldHasAColumnButThoseNamedHere() {
        Map<String, Set<String>> notKept = new TreeMap<>();
        for (Table table : tables) {
            Set<String> fields = new TreeSet<>(SourceEvent.of(table.kind()).fields().keySet());
            table.columns().forEach(it -> fields.remove(it.json()));
            if (!fields.isEmpty()) {
                notKept.put(table.kind(), fields);
            }
        }
        assertEquals(NOT_KEPT, notKept);
    }

    @Test
    void everySampleBecomesAFactWithoutADeadLetter() throws SQLException {
        Map<Table, SourceEvent> samples =
                tables.stream().collect(Collectors.toMap(it -> it, this::sample));
        Events.send(samples.values().stream().map(StoredSampleTest::message).toList());
        for (Map.Entry<Table, SourceEvent> it : samples.entrySet()) {
            SourceEvent sample = it.getValue();
            patiently().until(() -> !fact(it.getKey(), sample.id()).isEmpty());
            Map<String, String> fact = fact(it.getKey(), sample.id());
            for (Column column : it.getKey().columns()) {
                Object sent = sample.fields().get(column.json());
                if (sent != null) {
                    String kept = plain(column, fact.get(column.sql()));
                    assertEquals(plain(column, said(sent)), kept, sample.schema() + " " + column);
                }
            }
            assertEquals(0, letters(sample.id()), sample.schema());
        }
    }

    /** Topics keep what an older release sent: it is read for ever. */
    @Test
    void everySampleOfEveryReleaseBecomesAFactToo() throws SQLException {
        Map<SourceEvent, Table> samples = new HashMap<>();
        for (Table table : tables) {
            SourceEvent.released(table.kind(), table.topic())
                    .forEach(it -> samples.put(here(it), table));
        }
        assertFalse(samples.isEmpty(), "no release is kept");
        Events.send(samples.keySet().stream().map(StoredSampleTest::message).toList());
        for (Map.Entry<SourceEvent, Table> it : samples.entrySet()) {
            String id = it.getKey().id();
            patiently().until(() -> letters(id) > 0 || !fact(it.getValue(), id).isEmpty());
            assertEquals(0, letters(id), it.getKey().schema());
        }
    }

    /** Of a petition's event from before the two fields, what stands for them. */
    @Test
    void anOlderPetitionCountsWhereItLiesAndItsLimitBeganWithAcceptance() throws BadEvent {
        SourceEvent old =
                sample(table("petition.petition.v1"))
                        .with("registeredDivision", null)
                        .with("limitStartedOn", null);
        assertEquals(township, read(old, "registeredDivision"));
        assertEquals(old.text("acceptedOn"), read(old, "limitStartedOn"));
        assertNull(read(old.with("dueOn", null), "limitStartedOn"));
        SourceEvent moved = old.with("registeredDivision", "410423000000");
        assertEquals("410423000000", read(moved, "registeredDivision"));
        assertEquals(township, read(moved, "division"));
    }

    /** An answer was read as yes or no, and no answer is. */
    @Test
    void aSampleWithAnotherTypeIsNone() {
        SourceEvent answered = sample(table("petition.proposal.v1"));
        assertThrows(BadEvent.class, () -> read(answered.with("adopted", true), "adopted"));
        assertThrows(BadEvent.class, () -> read(answered.with("adopted", "YES"), "adopted"));
        assertThrows(BadEvent.class, () -> read(answered.with("kind", "WORK"), "kind"));
    }

    private Table table(String kind) {
        return tables.stream().filter(it -> it.kind().equals(kind)).findFirst().orElseThrow();
    }

    private SourceEvent sample(Table table) {
        return here(SourceEvent.of(table.kind(), table.topic()));
    }

    private SourceEvent here(SourceEvent anywhere) {
        SourceEvent sample = anywhere.with("division", township);
        return sample.fields().containsKey("registeredDivision")
                ? sample.with("registeredDivision", township)
                : sample;
    }

    /** Of a kind that has a topic of its own. */
    private String read(SourceEvent event, String column) throws BadEvent {
        Table table = table(event.topic());
        byte[] body = Events.json(event.fields()).getBytes(StandardCharsets.UTF_8);
        String[] row = new Reader(table).read(event.id(), body);
        return row[table.columns().indexOf(table.column(column))];
    }

    private static ProducerRecord<String, byte[]> message(SourceEvent it) {
        return Events.message(it.topic(), it.id(), Events.json(it.fields()), it.schema());
    }

    /** As PostgreSQL writes it; of codes the list that a column keeps. */
    private static String said(Object sent) {
        if (sent instanceof List<?> codes) {
            return codes.stream().map(Object::toString).collect(joining("|", "|", "|"));
        }
        return sent instanceof Boolean flag ? (flag ? "t" : "f") : sent.toString();
    }

    /** Of an amount without the zeros at its end: a column has as many decimals as it likes. */
    private static String plain(Column column, String text) {
        return column.type() == Column.Type.AMOUNT && text != null
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }

    private Map<String, String> fact(Table table, String id) throws SQLException {
        Map<String, String> fact = new TreeMap<>();
        String sql = "select * from " + table.name() + " where record_id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, UUID.fromString(id));
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    for (Column column : table.columns()) {
                        fact.put(column.sql(), row.getString(column.sql()));
                    }
                }
            }
        }
        return fact;
    }

    private long letters(String id) {
        List<String> ids =
                Api.as(township)
                        .get("/reporting/v1/dead-letters?limit=200")
                        .jsonPath()
                        .getList("items.recordId");
        return Stream.ofNullable(ids).flatMap(List::stream).filter(id::equals).count();
    }
}
