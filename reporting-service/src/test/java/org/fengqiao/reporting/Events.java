package org.fengqiao.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fengqiao.kit.events.EventKeys;
import org.fengqiao.testkit.Platform;

/** What mediation-service would publish: one snapshot per record and version, by hand. */
public final class Events {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, EventKeys> KEYS = new ConcurrentHashMap<>();

    private Events() {}

    /**
     * A snapshot; {@link #with} changes a field, {@link #next} raises the version.
     *
     * @param topic the kind; see {@link Events#topic} for where it goes
     */
    public record Snapshot(String topic, Map<String, Object> fields) {

        public Snapshot with(String field, Object value) {
            Map<String, Object> changed = new LinkedHashMap<>(fields);
            if (value == null) {
                changed.remove(field);
            } else {
                changed.put(field, value);
            }
            return new Snapshot(topic, changed);
        }

        public Snapshot next() {
            return with("version", version() + 1);
        }

        public int version() {
            return (Integer) fields.get("version");
        }

        public String id() {
            return (String) fields.get("id");
        }

        public Object get(String field) {
            return fields.get(field);
        }
    }

    /** A case that was registered and accepted on the day. */
    public static Snapshot acceptedCase(String division, String level, String on) {
        return record("mediation.case.v1", division, on)
                .with("matterId", UUID.randomUUID().toString())
                .with("caseNumber", "(%s)人调字第12号".formatted(on.substring(0, 4)))
                .with("status", "ACCEPTED")
                .with("place", division)
                .with("committeeId", UUID.randomUUID().toString())
                .with("committeeLevel", level)
                .with("source", "ON_APPLICATION")
                .with("disputeType", "02")
                .with("basis", "PEOPLES_MEDIATION")
                .with("difficulty", "ORDINARY")
                .with("personsInvolved", 2)
                .with("registeredOn", on)
                .with("acceptedOn", on);
    }

    /** A case closed by a written agreement on the day. */
    public static Snapshot agreedCase(String division, String level, String on) {
        return acceptedCase(division, level, on)
                .next()
                .with("status", "AGREED")
                .with("agreedOn", on)
                .with("closedOn", on)
                .with("endedOn", on)
                .with("agreementForm", "WRITTEN");
    }

    public static Snapshot meeting(String division, String on) {
        return record("mediation.meeting.v1", division, on)
                .with("heldOn", on)
                .with("units", List.of("POLICE", "COURT"))
                .with("casesDiscussed", 3);
    }

    public static Snapshot screening(String division, String on, int rounds, int found) {
        return record("mediation.screening.v1", division, on)
                .with("committeeId", UUID.randomUUID().toString())
                .with("level", "VILLAGE")
                .with("screenedOn", on)
                .with("rounds", rounds)
                .with("disputesFound", found)
                .with("prevented", 1);
    }

    public static Snapshot committee(String division, String level, String on) {
        return record("mediation.committee.v1", division, on)
                .with("level", level)
                .with("establishedOn", on);
    }

    public static Snapshot mediator(String division, boolean fullTime, String on) {
        return record("mediation.mediator.v1", division, on)
                .with("committeeId", UUID.randomUUID().toString())
                .with("level", "VILLAGE")
                .with("fullTime", fullTime)
                .with("appointedOn", on);
    }

    public static Snapshot record(String topic, String division, String on) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", UUID.randomUUID().toString());
        fields.put("version", 1);
        fields.put("voided", false);
        fields.put("division", division);
        fields.put("enteredOn", on);
        return new Snapshot(topic, fields);
    }

    /** Publishes the snapshots in order, in one Kafka transaction, as the relay does. */
    public static void publish(Snapshot... snapshots) {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        for (Snapshot it : snapshots) {
            messages.add(message(it, it.topic() + "/1"));
        }
        send(messages);
    }

    public static void send(List<ProducerRecord<String, byte[]>> messages) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            messages.forEach(producer::send);
            producer.commitTransaction();
        }
    }

    public static ProducerRecord<String, byte[]> message(Snapshot it, String schema) {
        return message(topic(it.topic()), it.id(), json(it.fields()), schema);
    }

    /** Where a kind is published: the registers of legal-service share one topic. */
    static String topic(String kind) {
        return kind.startsWith("legal.") ? "legal.record.v1" : kind;
    }

    public static ProducerRecord<String, byte[]> message(
            String topic, String key, String body, String schema) {
        byte[] value = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
        header(message, "ce_specversion", "1.0");
        header(message, "ce_dataschema", schema);
        header(message, "ce_time", Instant.now().toString());
        KEYS.computeIfAbsent(topic, Platform::eventKeys).sign(message);
        return message;
    }

    /** Puts another body, and its signature, into a dead letter. */
    public static void signLetter(int id, Snapshot body) throws SQLException {
        ProducerRecord<String, byte[]> message = message(body, body.topic() + "/1");
        Map<String, String> headers = new HashMap<>();
        message.headers()
                .forEach(
                        it ->
                                headers.put(
                                        it.key(), new String(it.value(), StandardCharsets.UTF_8)));
        String sql = "update dead_letter set body = ?, headers = ?::jsonb where id = ?";
        try (Connection connection = Platform.postgres().connect();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setBytes(1, message.value());
            update.setString(2, json(headers));
            update.setInt(3, id);
            update.executeUpdate();
        }
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KafkaProducer<String, byte[]> producer() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", Platform.broker().bootstrapServers());
        settings.put("transactional.id", "tests-" + UUID.randomUUID());
        settings.put("compression.type", "lz4");
        settings.put("acks", "all");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
