package org.fengqiao.reporting.facts;

import static org.fengqiao.reporting.Api.patiently;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.fengqiao.reporting.Api;
import org.fengqiao.reporting.Events;
import org.fengqiao.reporting.facts.DeadLetters.BadEvent;
import org.fengqiao.reporting.facts.Facts.Reader;
import org.fengqiao.testkit.GoldenFile;
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

    // Mediation stores none of these yet.
    private static final Set<String> WITHOUT_SAMPLE =
            Set.of("mediation.mediator.v1", "mediation.screening.v1", "mediation.meeting.v1");

    @Inject DataSource database;
    @Inject @All List<Table> tables;

    private final String township = Api.township();

    @Test
    void everyKindThatIsCountedHasASample() {
        Set<String> missing = new HashSet<>();
        for (Table table : tables) {
            // Of the registers of legal-service there is none yet.
            if (!hasSample(table.kind()) && !table.source().equals("legal")) {
                missing.add(table.kind());
            }
        }
        assertEquals(WITHOUT_SAMPLE, missing);
    }

    @Test
    void everySampleBecomesAFactWithoutADeadLetter() throws SQLException {
        List<Table> sampled = tables.stream().filter(it -> hasSample(it.kind())).toList();
        Map<Table, SourceEvent> samples =
                sampled.stream().collect(Collectors.toMap(it -> it, this::sample));
        Events.send(samples.values().stream().map(StoredSampleTest::message).toList());
        for (Map.Entry<Table, SourceEvent> it : samples.entrySet()) {
            SourceEvent sample = it.getValue();
            patiently().until(() -> !fact(it.getKey(), sample.id()).isEmpty());
            Map<String, String> fact = fact(it.getKey(), sample.id());
            for (Column column : it.getKey().columns()) {
                Object sent = sample.fields().get(column.json());
                if (sent != null) {
                    assertEquals(said(sent), fact.get(column.sql()), sample.topic() + " " + column);
                }
            }
            assertEquals(0, letters(sample.id()), sample.topic());
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

    private static boolean hasSample(String topic) {
        return GoldenFile.inRepository("docs/generated/events/" + topic + ".json")
                .toFile()
                .exists();
    }

    private Table table(String topic) {
        return tables.stream().filter(it -> it.topic().equals(topic)).findFirst().orElseThrow();
    }

    private SourceEvent sample(Table table) {
        SourceEvent sample = SourceEvent.of(table.topic()).with("division", township);
        return sample.fields().containsKey("registeredDivision")
                ? sample.with("registeredDivision", township)
                : sample;
    }

    private String read(SourceEvent event, String column) throws BadEvent {
        Table table = table(event.topic());
        byte[] body = Events.json(event.fields()).getBytes(StandardCharsets.UTF_8);
        String[] row = new Reader(table).read(event.id(), body);
        return row[table.columns().indexOf(table.column(column))];
    }

    private static ProducerRecord<String, byte[]> message(SourceEvent it) {
        return Events.message(it.topic(), it.id(), Events.json(it.fields()), it.schema());
    }

    private static String said(Object sent) {
        return sent instanceof Boolean flag ? (flag ? "t" : "f") : sent.toString();
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
