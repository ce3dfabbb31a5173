package org.fengqiao.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fengqiao.kit.privacy.IdentityNumber;
import org.junit.jupiter.api.Test;

/** What is placed is found, or a test that finds nothing would say nothing. */
class TracesTest {

    private static final String DOCUMENT =
            """
            {"paths":{"/a":{"post":{"operationId":"enter","requestBody":{"content":
              {"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}}}},
             "components":{"schemas":{"A":{"type":"object","properties":{
              "free":{"type":"string","maxLength":9},
              "filled":{"type":"string","pattern":"\\\\S"},
              "code":{"type":"string","pattern":"[0-9]{12}"},
              "kind":{"type":"string","enum":["ONE"]},
              "on":{"type":"string","format":"date"},
              "count":{"type":"integer"},
              "names":{"type":"array","items":{"type":"string"}},
              "parts":{"type":"array","items":{"$ref":"#/components/schemas/B"}}}},
              "B":{"type":"object","properties":{"said":{"type":"string"},
              "on":{"type":"string","format":"date"}},"required":["said","on"]}}}}""";

    private final Canary canary = new Canary();

    @Test
    void aRowIsFoundInTextJsonAndBytesUnlessItsSchemaIsLeftOut() throws Exception {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema \"Traces\"");
            statement.execute("create table \"Traces\".kept (said text, more jsonb, file bytea)");
            String sql = "insert into \"Traces\".kept values (?, ?::jsonb, ?)";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (int column = 1; column <= 3; column++) {
                    insert.setString(1, column == 1 ? canary.text() : "");
                    insert.setString(2, "{\"a\":\"" + (column == 2 ? canary.text() : "") + "\"}");
                    insert.setBytes(3, (column == 3 ? canary.text() : "").getBytes(UTF_8));
                    insert.executeUpdate();
                }
            }
            assertEquals(3, canary.in(Traces.rows()).size());
            assertEquals(List.of(), canary.in(Traces.rows("\"Traces\"")));
            statement.execute("drop schema \"Traces\" cascade");
        }
        assertEquals(List.of(), canary.in(Traces.rows()));
    }

    @Test
    void aMessageIsFoundInKeyHeaderAndBody() throws Exception {
        String topic = "mediation.case.v1";
        byte[] none = "none".getBytes(UTF_8);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", Platform.broker().bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, bytes(), none)).get();
            producer.send(new ProducerRecord<>(topic, none, bytes())).get();
            ProducerRecord<byte[], byte[]> headed = new ProducerRecord<>(topic, none, null);
            headed.headers().add("said", bytes());
            producer.send(headed).get();
        }
        assertEquals(3, canary.in(Traces.messages()).size());
    }

    private byte[] bytes() {
        return canary.text().getBytes(UTF_8);
    }

    @Test
    void aLineIsFoundInItsMessageItsParametersAndItsCauses() {
        Logger ours = Logger.getLogger("org.fengqiao.testkit.said");
        Logger others = Logger.getLogger("com.example");
        List<String> records =
                Traces.logged(
                        () -> {
                            ours.fine(canary.text());
                            ours.log(Level.INFO, "of {0}", canary.text());
                            ours.log(Level.INFO, "why", new Error(new Error(canary.text())));
                            others.info(canary.text());
                            others.fine(canary.text());
                        });
        assertEquals(4, canary.in(records).size(), records::toString);
        ours.info(canary.text());
        assertEquals(4, canary.in(records).size());
    }

    @Test
    void aCanaryIsItsOwn() {
        assertEquals(List.of(), new Canary().in(List.of(canary.text())));
        String number = canary.identityNumber();
        assertEquals(true, IdentityNumber.isValid(number) && canary.isIn("of " + number + "."));
        assertFalse(canary.isIn("canary"));
        assertEquals(18, canary.core().length());
        canary.requireNotIn(List.of(new Canary().text()));
        assertThrows(
                AssertionError.class, () -> canary.requireNotIn(List.of("of " + canary.text())));
    }

    @Test
    void aBodyIsFilledWhereverATextIsFree() throws Exception {
        ObjectNode body = (ObjectNode) new ObjectMapper().readTree("{\"kind\":\"ONE\"}");
        FreeTexts.fill(new ObjectMapper().readTree(DOCUMENT), "A", body, String::trim);
        assertEquals("ONE", body.path("kind").asText());
        assertEquals("/names/0", body.at("/names/0").asText());
        assertEquals("/parts/0/said", body.at("/parts/0/said").asText());
        assertEquals("2024-06-28", body.at("/parts/0/on").asText());
        assertEquals(Set.of("free", "filled", "kind", "names", "parts"), fields(body));
    }

    private static Set<String> fields(ObjectNode body) {
        Set<String> names = new TreeSet<>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void textsAreFreeUnlessTheSchemaBindsThem() throws Exception {
        Set<String> places = FreeTexts.of(new ObjectMapper().readTree(DOCUMENT));
        assertEquals(
                Set.of("enter /free", "enter /filled", "enter /names/0", "enter /parts/0/said"),
                places);
        String body =
                canary.fill("{\"free\":\"\",\"names\":[\"x\",\"?\"],\"parts\":[{\"said\":\"#\"}]}");
        assertEquals(
                Set.of("enter /names/0", "enter /parts/0/said"),
                FreeTexts.holding(canary, "enter", new ObjectMapper().readTree(body)));
    }
}
