package org.fengqiao.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was signed of a chain at one moment: one line of the file of checkpoints.
 *
 * @param number 1, 2, 3 … without a gap
 * @param at an instant in ISO 8601
 * @param seq how many links the service's ordinary chain had
 * @param link the last of them
 * @param apart by schema the same of each chain apart, sealed: nobody sees whether it grew
 * @param previous {@link #digest} of the line before; null in the first
 */
record Checkpoint(
        String service,
        long number,
        String at,
        long seq,
        byte[] link,
        Map<String, byte[]> apart,
        String previous) {

    /** Where a chain apart stood. */
    record Place(long seq, byte[] link) {}

    /** Under which its links stand in the chain. */
    static final String TABLE = "checkpoint";

    private static final String SIGNATURE = "signature";
    private static final String KEY = "key";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    static byte[] sealed(AuditKeys keys, long seq, byte[] link) {
        return keys.seal(
                ByteBuffer.allocate(Long.BYTES + link.length).putLong(seq).put(link).array());
    }

    /** Null where no place of this schema was signed. */
    Place opened(AuditKeys keys, String schema) {
        if (!apart.containsKey(schema)) {
            return null;
        }
        ByteBuffer place = ByteBuffer.wrap(keys.open(apart.get(schema)));
        long standing = place.getLong();
        byte[] last = new byte[place.remaining()];
        place.get(last);
        return new Place(standing, last);
    }

    /** The line, signed. */
    String line(AuditKeys keys) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("service", service);
        fields.put("number", number);
        fields.put("at", at);
        fields.put("sequence", seq);
        fields.put("link", HexFormat.of().formatHex(link));
        Map<String, String> sealed = new TreeMap<>();
        apart.forEach((it, place) -> sealed.put(it, Base64.getEncoder().encodeToString(place)));
        fields.put("apart", sealed);
        fields.put("previous", previous == null ? "" : previous);
        fields.put(KEY, keys.signingVersion());
        fields.put(SIGNATURE, Base64.getEncoder().encodeToString(keys.sign(bytes(fields))));
        return new String(bytes(fields), StandardCharsets.UTF_8);
    }

    /**
     * What a line says.
     *
     * @throws IllegalArgumentException where it is none, or its signature is not the service's
     */
    @SuppressWarnings("unchecked")
    static Checkpoint of(String line, AuditKeys keys) {
        try {
            Map<String, Object> fields = JSON.readValue(line, TreeMap.class);
            boolean canonical = line.equals(new String(bytes(fields), StandardCharsets.UTF_8));
            byte[] signature = Base64.getDecoder().decode((String) fields.remove(SIGNATURE));
            int key = ((Number) fields.get(KEY)).intValue();
            if (!canonical || !keys.signed(key, bytes(fields), signature)) {
                throw new IllegalArgumentException("The signature is not the service's");
            }
            Map<String, byte[]> apart = new TreeMap<>();
            ((Map<String, String>) fields.get("apart"))
                    .forEach((it, place) -> apart.put(it, Base64.getDecoder().decode(place)));
            String previous = (String) fields.get("previous");
            return new Checkpoint(
                    (String) fields.get("service"),
                    ((Number) fields.get("number")).longValue(),
                    (String) fields.get("at"),
                    ((Number) fields.get("sequence")).longValue(),
                    HexFormat.of().parseHex((String) fields.get("link")),
                    apart,
                    previous.isEmpty() ? null : previous);
        } catch (JsonProcessingException | ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("It is no checkpoint");
        }
    }

    /** By which the next line holds on to this one. */
    static String digest(String line) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(sha256.digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A checkpoint cannot be written", e);
        }
    }
}
