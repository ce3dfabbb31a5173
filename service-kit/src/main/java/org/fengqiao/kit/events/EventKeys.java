package org.fengqiao.kit.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that events are signed with, HMAC-SHA256: a service signs with the first key of its own
 * name in its key file, and believes a key only on the topics of the service that the key is of,
 * whose names begin with that service's name (docs/adr/0016).
 *
 * <p>Signed are these fields in this order, each as its length in four bytes, big-endian, and its
 * bytes; one that is absent has the length -1: the text {@code fengqiao-event-1}, topic, key, the
 * headers {@link #HEADERS}, body. Of a header that stands there twice the last one counts.
 */
@ApplicationScoped
public class EventKeys {

    public static final String KEY_ID = "fengqiao_keyid";
    public static final String MAC = "fengqiao_mac";

    /** The headers that are signed; a reader acts on no other. */
    public static final List<String> HEADERS =
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

    private static final byte[] FORMAT = "fengqiao-event-1".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder TEXT = Base64.getEncoder();

    private record Key(String id, String producer, ThreadLocal<Mac> mac) {}

    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final String service;

    /**
     * @throws IllegalStateException where the file cannot be read; never quotes its content
     */
    @Inject
    public EventKeys(
            @ConfigProperty(name = "fengqiao.events.key-file") Path file,
            @ConfigProperty(name = "fengqiao.service") String service) {
        this.service = service;
        try {
            for (JsonNode it : new ObjectMapper().readTree(Files.readAllBytes(file)).path("keys")) {
                String id = it.required("id").textValue();
                byte[] secret = Base64.getDecoder().decode(it.required("secret").textValue());
                String producer = it.required("producer").textValue();
                if (secret.length < KEY_BYTES || keys.containsKey(id)) {
                    throw new IllegalStateException(
                            "Event key %s needs %d bytes and a name of its own in %s"
                                    .formatted(id, KEY_BYTES, file));
                }
                keys.put(id, new Key(id, producer, ThreadLocal.withInitial(() -> mac(secret))));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Event keys " + file + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /**
     * Signs a message as it stands: nothing that is signed may change afterwards.
     *
     * @throws IllegalStateException where the service has no key of its own
     */
    public void sign(ProducerRecord<String, byte[]> message) {
        Key own =
                keys.values().stream()
                        .filter(it -> it.producer().equals(service))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No event key of " + service));
        Headers headers = message.headers();
        byte[] mac = mac(own, message.topic(), message.key(), headers, message.value());
        headers.add(KEY_ID, own.id().getBytes(StandardCharsets.UTF_8));
        headers.add(MAC, mac);
    }

    /**
     * Why an event is not to be believed; empty where it is.
     *
     * @param signedFrom the offset of its partition from which on events must be signed: those
     *     before were read by a version that knew no signatures
     */
    public Optional<EventDoubt> doubt(ConsumerRecord<String, byte[]> event, long signedFrom) {
        byte[] keyId = header(event.headers(), KEY_ID);
        byte[] mac = header(event.headers(), MAC);
        if (keyId == null || mac == null) {
            boolean older = keyId == null && mac == null && event.offset() < signedFrom;
            return older ? Optional.empty() : Optional.of(EventDoubt.UNSIGNED);
        }
        Key key = keys.get(new String(keyId, StandardCharsets.UTF_8));
        if (key == null) {
            return Optional.of(EventDoubt.KEY_UNKNOWN);
        }
        if (!event.topic().startsWith(key.producer() + ".")) {
            return Optional.of(EventDoubt.KEY_FOREIGN);
        }
        byte[] right = mac(key, event.topic(), event.key(), event.headers(), event.value());
        return MessageDigest.isEqual(right, mac)
                ? Optional.empty()
                : Optional.of(EventDoubt.ALTERED);
    }

    private static byte[] mac(Key key, String topic, String id, Headers headers, byte[] body) {
        Mac mac = key.mac().get();
        add(mac, FORMAT);
        add(mac, topic.getBytes(StandardCharsets.UTF_8));
        add(mac, id == null ? null : id.getBytes(StandardCharsets.UTF_8));
        for (String name : HEADERS) {
            add(mac, header(headers, name));
        }
        add(mac, body);
        return TEXT.encode(mac.doFinal());
    }

    private static byte[] header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : header.value();
    }

    private static void add(Mac mac, byte[] field) {
        mac.update(ByteBuffer.allocate(4).putInt(0, field == null ? -1 : field.length));
        if (field != null) {
            mac.update(field);
        }
    }

    private static Mac mac(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is not available", e);
        }
    }
}
