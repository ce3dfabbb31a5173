package org.fengqiao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Signs events as a service does, by the words of docs/adr/0016 and with nothing of the services'
 * classes: what is written there is enough.
 */
final class Signature {
    private static final List<String> HEADERS =
            List.of(
                    "ce_specversion",
                    "ce_id",
                    "ce_source",
                    "ce_type",
                    "ce_subject",
                    "ce_time",
                    "ce_dataschema",
                    "ce_recordversion",
                    "content-type");

    private final byte[] keyId;
    private final Mac mac;

    /**
     * @param keyFile of the service that publishes: its first key signs
     */
    Signature(Path keyFile) throws IOException {
        JsonNode key = new ObjectMapper().readTree(Files.readAllBytes(keyFile)).at("/keys/0");
        keyId = key.get("id").asText().getBytes(StandardCharsets.UTF_8);
        byte[] secret = Base64.getDecoder().decode(key.get("secret").asText());
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void sign(ProducerRecord<String, byte[]> message) {
        add("fengqiao-event-1".getBytes(StandardCharsets.UTF_8));
        add(message.topic().getBytes(StandardCharsets.UTF_8));
        add(message.key().getBytes(StandardCharsets.UTF_8));
        for (String name : HEADERS) {
            Header header = message.headers().lastHeader(name);
            add(header == null ? null : header.value());
        }
        add(message.value());
        byte[] signed = Base64.getEncoder().encode(mac.doFinal());
        message.headers().add("fengqiao_keyid", keyId).add("fengqiao_mac", signed);
    }

    private void add(byte[] field) {
        mac.update(ByteBuffer.allocate(4).putInt(0, field == null ? -1 : field.length));
        if (field != null) {
            mac.update(field);
        }
    }
}
