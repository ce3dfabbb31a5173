package org.fengqiao.reporting.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import org.fengqiao.reporting.reports.Edition;

/** The seal of an edition: SHA-256 over its canonical JSON (RFC 8785). */
public final class Seal {

    // Of its own: what the service does to its answers must not change a seal.
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private Seal() {}

    /**
     * The edition in canonical JSON.
     *
     * @throws IllegalArgumentException for what would not come back as it was, of which requests
     *     let nothing in: a number that is no double, a character that XML does not know
     */
    public static String canonical(Edition edition) {
        JsonNode content = JSON.valueToTree(edition);
        refuse(content);
        try {
            return new JsonCanonicalizer(content.toString()).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The seal over canonical content: {@code sha256:} and 64 hex digits. */
    public static String of(String canonical) {
        return digest(canonical.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of a file in the form of a seal. */
    public static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refuse(JsonNode content) {
        if (content.isTextual()) {
            content.textValue().codePoints().forEach(Seal::refuse);
        } else if (content.isNumber()) {
            refuse(content.decimalValue());
        } else {
            content.forEach(Seal::refuse);
        }
    }

    private static void refuse(int point) {
        boolean control = point < 0x20 && point != '\t' && point != '\n' && point != '\r';
        boolean half = Character.getType(point) == Character.SURROGATE;
        if (control || half || point == 0x7f || (point & 0xfffe) == 0xfffe) {
            throw new IllegalArgumentException(
                    "No edition can hold the character U+%04X".formatted(point));
        }
    }

    private static void refuse(BigDecimal number) {
        double read = number.doubleValue();
        if (Double.isInfinite(read) || BigDecimal.valueOf(read).compareTo(number) != 0) {
            throw new IllegalArgumentException("No edition can hold the number " + number);
        }
    }
}
