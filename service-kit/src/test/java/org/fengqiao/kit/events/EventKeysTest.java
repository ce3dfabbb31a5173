package org.fengqiao.kit.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventKeysTest {

    private static final String TOPIC = "alpha.thing.v1";
    private static final String KEY = "0190a5c0-0000-7000-8000-000000000001";
    private static final String BODY = "{\"id\":\"" + KEY + "\",\"version\":3}";

    @TempDir Path folder;

    @BeforeEach
    void keys() throws IOException {
        EventKeyFiles.addKey(folder, List.of("alpha", "beta", "reader"));
        EventKeyFiles.addKey(folder, List.of("beta", "reader"));
    }

    private EventKeys of(String service) {
        return new EventKeys(folder.resolve(service + "-events.json"), service);
    }

    private static ProducerRecord<String, byte[]> event(String topic, String body) {
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(
                        topic, KEY, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        for (String name : EventKeys.HEADERS) {
            event.headers().add(name, ("a " + name).getBytes(StandardCharsets.UTF_8));
        }
        return event;
    }

    private ConsumerRecord<String, byte[]> sent(String by, String topic, String body) {
        ProducerRecord<String, byte[]> event = event(topic, body);
        of(by).sign(event);
        return received(topic, KEY, event.value(), event.headers());
    }

    private static ConsumerRecord<String, byte[]> received(
            String topic, String key, byte[] body, Headers headers) {
        ConsumerRecord<String, byte[]> event = new ConsumerRecord<>(topic, 0, 10, key, body);
        headers.forEach(event.headers()::add);
        return event;
    }

    private Optional<EventDoubt> doubt(ConsumerRecord<String, byte[]> event) {
        return of("reader").doubt(event, 0);
    }

    private EventDoubt altered(Consumer<Headers> change) {
        ConsumerRecord<String, byte[]> event = sent("alpha", TOPIC, BODY);
        change.accept(event.headers());
        return doubt(event).orElse(null);
    }

    @Test
    void whatItsOwnerSignedIsBelieved() {
        assertEquals(Optional.empty(), doubt(sent("alpha", TOPIC, BODY)));
        assertEquals(Optional.empty(), doubt(sent("alpha", TOPIC, null)));
        assertEquals(Optional.empty(), doubt(sent("beta", "beta.thing.v1", BODY)));
    }

    @Test
    void nothingThatIsSignedMayChange() {
        ConsumerRecord<String, byte[]> good = sent("alpha", TOPIC, BODY);
        byte[] other = BODY.replace('3', '4').getBytes(StandardCharsets.UTF_8);
        Headers headers = good.headers();
        for (ConsumerRecord<String, byte[]> it :
                List.of(
                        received(TOPIC, KEY, other, headers),
                        received(TOPIC, KEY, null, headers),
                        received(TOPIC, KEY, new byte[0], headers),
                        received(TOPIC, KEY.replace('1', '2'), good.value(), headers),
                        received(TOPIC, null, good.value(), headers),
                        received("alpha.other.v1", KEY, good.value(), headers))) {
            assertEquals(Optional.of(EventDoubt.ALTERED), doubt(it), it::toString);
        }
        for (String name : EventKeys.HEADERS) {
            assertEquals(EventDoubt.ALTERED, altered(it -> it.remove(name)), name);
            assertEquals(EventDoubt.ALTERED, altered(it -> it.add(name, new byte[1])), name);
            assertEquals(EventDoubt.ALTERED, altered(it -> it.add(name, null)), name);
        }
        // Nobody acts on others.
        assertEquals(null, altered(it -> it.add("traceparent", new byte[1])));
    }

    @Test
    void fieldsDoNotRunIntoEachOther() {
        assertEquals(
                EventDoubt.ALTERED,
                altered(
                        it -> {
                            it.remove("ce_id").remove("ce_source");
                            it.add("ce_id", "a ce_ida ".getBytes(StandardCharsets.UTF_8));
                            it.add("ce_source", "ce_source".getBytes(StandardCharsets.UTF_8));
                        }));
    }

    @Test
    void aMissingUnknownOrForeignKeyIsToldApart() {
        assertEquals(EventDoubt.UNSIGNED, altered(it -> it.remove(EventKeys.MAC)));
        assertEquals(EventDoubt.UNSIGNED, altered(it -> it.remove(EventKeys.KEY_ID)));
        assertEquals(EventDoubt.UNSIGNED, altered(it -> it.add(EventKeys.KEY_ID, null)));
        assertEquals(EventDoubt.KEY_UNKNOWN, altered(it -> it.add(EventKeys.KEY_ID, new byte[1])));
        assertEquals(EventDoubt.ALTERED, altered(it -> it.add(EventKeys.MAC, new byte[44])));
        assertEquals(Optional.of(EventDoubt.KEY_FOREIGN), doubt(sent("beta", TOPIC, BODY)));
        assertEquals(
                Optional.of(EventDoubt.KEY_FOREIGN), doubt(sent("beta", "betamax.thing.v1", BODY)));
        assertThrows(IllegalStateException.class, () -> of("reader").sign(event(TOPIC, BODY)));
    }

    @Test
    void unsignedEventsAreBelievedOnlyWhereSignaturesWereNotKnown() {
        ProducerRecord<String, byte[]> old = event(TOPIC, BODY);
        ConsumerRecord<String, byte[]> event =
                received(TOPIC, KEY, old.value(), old.headers()); // at offset 10
        assertEquals(Optional.empty(), of("reader").doubt(event, 11));
        assertEquals(Optional.of(EventDoubt.UNSIGNED), of("reader").doubt(event, 10));
        ConsumerRecord<String, byte[]> altered =
                received(TOPIC, KEY, new byte[1], sent("alpha", TOPIC, BODY).headers());
        assertEquals(Optional.of(EventDoubt.ALTERED), of("reader").doubt(altered, 11));
    }

    @Test
    void aNewKeyIsBelievedBesideTheOldOne() throws IOException {
        ConsumerRecord<String, byte[]> before = sent("alpha", TOPIC, BODY);
        EventKeys stillRunning = of("alpha");
        EventKeyFiles.addKey(folder, List.of("alpha", "beta", "reader"));
        ConsumerRecord<String, byte[]> after = sent("alpha", TOPIC, BODY);
        assertEquals(Optional.empty(), doubt(before));
        assertEquals(Optional.empty(), doubt(after));
        ProducerRecord<String, byte[]> meanwhile = event(TOPIC, BODY);
        stillRunning.sign(meanwhile);
        assertEquals(
                Optional.empty(),
                doubt(received(TOPIC, KEY, meanwhile.value(), meanwhile.headers())));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("reader-events.json"))));
    }

    /** The bytes by the words of the document alone, for whoever writes another reader. */
    @Test
    void theSignatureIsThatOfTheWrittenFormat() throws IOException, GeneralSecurityException {
        byte[] secret = new byte[32];
        Path file = folder.resolve("known.json");
        Files.writeString(
                file,
                "{\"keys\": [{\"id\": \"k1\", \"producer\": \"alpha\", \"secret\": \"%s\"}]}"
                        .formatted(Base64.getEncoder().encodeToString(secret)));
        ProducerRecord<String, byte[]> event = event(TOPIC, BODY);
        event.headers().remove("ce_recordversion");
        new EventKeys(file, "alpha").sign(event);

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (String field :
                List.of(
                        "fengqiao-event-1",
                        TOPIC,
                        KEY,
                        "a ce_specversion",
                        "a ce_id",
                        "a ce_source",
                        "a ce_type",
                        "a ce_subject",
                        "a ce_time",
                        "a ce_dataschema",
                        "",
                        "a content-type",
                        BODY)) {
            out.writeInt(field.isEmpty() ? -1 : field.length());
            out.writeBytes(field);
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        assertEquals(
                Base64.getEncoder().encodeToString(mac.doFinal(bytes.toByteArray())),
                new String(event.headers().lastHeader("fengqiao_mac").value(), "UTF-8"));
        assertEquals(
                "k1", new String(event.headers().lastHeader("fengqiao_keyid").value(), "UTF-8"));
    }
}
