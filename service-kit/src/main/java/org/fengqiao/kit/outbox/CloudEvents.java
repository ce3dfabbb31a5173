package org.fengqiao.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.ProducerRecord;

/** CloudEvents 1.0 in Kafka's binary content mode: attributes as headers, the record as JSON. */
final class CloudEvents {

    private CloudEvents() {}

    static ProducerRecord<String, byte[]> message(
            String source,
            String topic,
            String recordId,
            int version,
            String type,
            Instant time,
            String body) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topic, recordId, body.getBytes(StandardCharsets.UTF_8));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", recordId + ":" + version);
        header(message, "ce_source", source);
        header(message, "ce_type", type);
        header(message, "ce_subject", recordId);
        header(message, "ce_time", time.truncatedTo(ChronoUnit.MILLIS).toString());
        header(message, "ce_dataschema", topic + "/1");
        header(message, "ce_recordversion", Integer.toString(version));
        header(message, "content-type", "application/json");
        return message;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
