package org.fengqiao.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.fengqiao.kit.events.EventDoubt;
import org.fengqiao.kit.events.EventKeys;

/**
 * A message that its topic's owner never sent, made of one that it did.
 *
 * @param why it must not be believed
 */
public record Forgery(EventDoubt why, ProducerRecord<String, byte[]> message) {

    private static final String NOBODYS_TOPIC = "test.nobody.v1";

    /** One of each kind: what is changed in it, and how, is the random's choice. */
    public static List<Forgery> of(ProducerRecord<String, byte[]> genuine, Random random) {
        byte[] value = genuine.value();
        List<Forgery> all = new ArrayList<>();
        all.add(with(EventDoubt.UNSIGNED, genuine, it -> it.remove(EventKeys.MAC)));
        all.add(
                with(
                        EventDoubt.UNSIGNED,
                        genuine,
                        it -> it.remove(EventKeys.MAC).remove(EventKeys.KEY_ID)));
        all.add(with(EventDoubt.UNSIGNED, genuine, it -> it.add(EventKeys.KEY_ID, null)));
        all.add(
                with(
                        EventDoubt.KEY_UNKNOWN,
                        genuine,
                        set(EventKeys.KEY_ID, "k" + random.nextInt())));
        all.add(new Forgery(EventDoubt.KEY_FOREIGN, signedByAnother(genuine)));
        all.add(with(EventDoubt.ALTERED, genuine, set(EventKeys.MAC, "A".repeat(44))));
        for (String header : EventKeys.HEADERS) {
            all.add(with(EventDoubt.ALTERED, genuine, set(header, "x" + random.nextInt())));
        }
        all.add(with(EventDoubt.ALTERED, genuine, set("ce_time", "2999-01-01T00:00:00Z")));
        all.add(with(EventDoubt.ALTERED, genuine, set("ce_dataschema", genuine.topic() + "/9")));
        all.add(altered(genuine, UUID.randomUUID().toString(), value));
        if (value != null) {
            all.add(altered(genuine, genuine.key(), null));
            all.add(altered(genuine, genuine.key(), "{".getBytes(StandardCharsets.UTF_8)));
            byte[] changed = value.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(127));
            all.add(altered(genuine, genuine.key(), changed));
            String text = new String(value, StandardCharsets.UTF_8);
            String later = text.replaceFirst("\"version\":\\d+", "\"version\":99");
            all.add(altered(genuine, genuine.key(), later.getBytes(StandardCharsets.UTF_8)));
        }
        return all;
    }

    private static Consumer<RecordHeaders> set(String header, String value) {
        return it -> it.add(header, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Forgery with(
            EventDoubt why,
            ProducerRecord<String, byte[]> genuine,
            Consumer<RecordHeaders> change) {
        RecordHeaders headers = new RecordHeaders(genuine.headers());
        change.accept(headers);
        return new Forgery(
                why,
                new ProducerRecord<>(
                        genuine.topic(), null, genuine.key(), genuine.value(), headers));
    }

    private static Forgery altered(
            ProducerRecord<String, byte[]> genuine, String key, byte[] value) {
        return new Forgery(
                EventDoubt.ALTERED,
                new ProducerRecord<>(genuine.topic(), null, key, value, genuine.headers()));
    }

    /** Rightly signed, by a service that does not own the topic. */
    private static ProducerRecord<String, byte[]> signedByAnother(
            ProducerRecord<String, byte[]> genuine) {
        RecordHeaders headers = new RecordHeaders(genuine.headers());
        headers.remove(EventKeys.KEY_ID).remove(EventKeys.MAC);
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(
                        genuine.topic(), null, genuine.key(), genuine.value(), headers);
        Platform.eventKeys(NOBODYS_TOPIC).sign(message);
        return message;
    }
}
