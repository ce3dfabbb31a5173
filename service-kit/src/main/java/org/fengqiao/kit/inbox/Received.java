package org.fengqiao.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;

/**
 * A record of another service, as an event tells it.
 *
 * @param division as the body has it; null where it has none
 * @param at the moment of receipt
 */
public record Received(
        String topic, UUID id, int version, String division, JsonNode body, Instant at) {

    /** Issuer of the commands that no person gave: an event of another service did. */
    public static final String ISSUER = "urn:fengqiao:event";

    private static final Scope ANYWHERE =
            new Scope(List.of(new Scope.Range("0".repeat(12), "9".repeat(12))));

    // Tolerant: fields that this version does not know are skipped.
    private static final ObjectMapper EVENTS =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .build();

    /** The event's envelope, read. */
    static Received of(ConsumerRecord<String, byte[]> event, Instant at) {
        UUID key = id(event);
        JsonNode body = body(event.value());
        if (!body.path("id").asText().equalsIgnoreCase(key.toString())) {
            throw unreadable("消息键与记录编号不符", "The key is not the record's id");
        }
        if (!body.path("version").isInt()) {
            throw unreadable("字段version无法读取", "Field version cannot be read");
        }
        String division = body.path("division").asText();
        return new Received(
                event.topic(),
                key,
                body.path("version").intValue(),
                Scope.isDivision(division) ? division : null,
                body,
                at);
    }

    static UUID id(ConsumerRecord<String, byte[]> event) {
        return mayBeId(event).orElseThrow(() -> unreadable("消息键不是编号", "The key is no id"));
    }

    static Optional<UUID> mayBeId(ConsumerRecord<String, byte[]> event) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(event.key())));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static JsonNode body(byte[] value) {
        try {
            return EVENTS.readTree(value);
        } catch (IOException e) {
            throw unreadable("消息不是有效的JSON", "The body is no valid JSON");
        }
    }

    /**
     * The fields that a follower needs.
     *
     * @throws Refusal where one cannot be read; names the field and nothing of what it holds
     */
    public <T> T as(Class<T> type) {
        try {
            return EVENTS.treeToValue(body, type);
        } catch (JsonMappingException e) {
            String field =
                    e.getPath().stream()
                            .map(JsonMappingException.Reference::getFieldName)
                            .collect(Collectors.joining("/"));
            throw unreadable("字段" + field + "无法读取", "Field " + field + " cannot be read");
        } catch (JsonProcessingException e) {
            throw unreadable("消息无法读取", "The body cannot be read");
        }
    }

    /**
     * The command of a change that the event brings about: no person gave it. Its subject is the
     * topic, its client the record and version.
     */
    public Command command() {
        return command(topic, id + ":" + version, division, at);
    }

    /** The same of a removal, which leaves no name of the record: its client is the topic. */
    static Command removal(String topic, Instant at) {
        return command(topic, topic, null, at);
    }

    private static Command command(String topic, String client, String division, Instant at) {
        return new Command(
                ISSUER,
                topic,
                client,
                division,
                ANYWHERE,
                null,
                null,
                null,
                at,
                LocalDate.ofInstant(at, Commands.SHANGHAI));
    }

    private static Refusal unreadable(String zh, String en) {
        return Refusal.of(422, "EVENT_UNREADABLE", zh, en);
    }
}
