package org.fengqiao.kit.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.web.ClockProducer;

/**
 * Encrypts personal data by an explicit call, makes blind indexes to find it again, and masks it.
 *
 * <p>A ciphertext is bound to its place: moved to another table, row or column it does not decrypt.
 * It names its key, so keys can be rotated.
 */
@ApplicationScoped
public class PersonalData {

    /** What stands for a text of a person after it was erased; a mask leaves it as it is. */
    public static final String DESTROYED = "已销毁";

    // Tink: one byte of version, four of the key's id, nonce and tag.
    private static final int SHORTEST_CIPHERTEXT_BYTES = 33;

    private final KeyRing keys;

    @Inject
    PersonalData(@ConfigProperty(name = "fengqiao.privacy.key-file") Path keyFile, Clock clock) {
        this(new KeyRing(keyFile, clock));
    }

    PersonalData(KeyRing keys) {
        this.keys = keys;
    }

    /** Under keys of its own, beside the service's: neither opens what the other has sealed. */
    public static PersonalData of(Path keyFile) {
        return new PersonalData(new KeyRing(keyFile, ClockProducer.system()));
    }

    KeyRing keys() {
        return keys;
    }

    /** The version that a text was sealed with; 0 for one that is no ciphertext. */
    static long version(String text) {
        try {
            return version(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException noBase64) {
            return 0;
        }
    }

    private static long version(byte[] cipher) {
        boolean sealed = cipher.length >= SHORTEST_CIPHERTEXT_BYTES && cipher[0] == 1;
        return sealed ? ByteBuffer.wrap(cipher, 1, Integer.BYTES).getInt() : 0;
    }

    /** The ciphertext in base64; {@code null} stays {@code null}. */
    public String encrypt(String plain, String table, UUID id, String column) {
        if (plain == null) {
            return null;
        }
        try {
            byte[] cipher =
                    keys.aead()
                            .encrypt(
                                    plain.getBytes(StandardCharsets.UTF_8),
                                    place(table, id, column));
            return Base64.getEncoder().encodeToString(cipher);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Encryption failed for " + table + "." + column, e);
        }
    }

    /**
     * The text; {@code null} stays {@code null}.
     *
     * @throws IllegalStateException where key, place or ciphertext do not fit; its message holds no
     *     content
     */
    public String decrypt(String cipher, String table, UUID id, String column) {
        if (cipher == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(cipher);
            byte[] plain = keys.aead(version(bytes)).decrypt(bytes, place(table, id, column));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Decryption failed for " + table + "." + column + " of " + id, e);
        }
    }

    /** Whether a ciphertext is bound to this place and one of the keys opens it. */
    boolean opens(String cipher, String table, UUID id, String column) {
        try {
            decrypt(cipher, table, id, column);
            return true;
        } catch (IllegalStateException boundToAnother) {
            return false;
        }
    }

    /**
     * The index to store, {@code <version>.<64 hex digits>}: equal for texts that are equal after
     * NFKC and trimming, in either case. Versions of a first key file are not named.
     *
     * @param field name of the field, so that equal texts of two fields have nothing in common
     */
    public String blindIndex(String field, String plain) {
        return plain == null ? null : blindIndexes(field, plain).get(0);
    }

    /** All indexes to search by: one per key, several while a rotation lasts. */
    public List<String> blindIndexes(String field, String plain) {
        KeyFile file = keys.file();
        return file.searched(keys.now()).stream()
                .map(it -> index(it, file.indexKeys().get(it.id()), field, plain))
                .toList();
    }

    /** Keeps the first character of a name: {@code 李某某} becomes {@code 李**}. */
    public static String maskName(String name) {
        return mask(name, 1, 0);
    }

    /**
     * Keeps the region and the last two digits of an identity number: {@code 999999************1X}.
     */
    public static String maskIdentityNumber(String number) {
        return number == null || number.length() < 15 ? mask(number, 0, 0) : mask(number, 6, 2);
    }

    /** Keeps the first three and the last four digits of a phone number: {@code 138****0001}. */
    public static String maskPhone(String phone) {
        return phone == null || phone.length() < 11 ? mask(phone, 0, 2) : mask(phone, 3, 4);
    }

    /** Keeps nothing of an address, not even its length. */
    public static String maskAddress(String address) {
        return address == null || address.equals(DESTROYED) ? address : "***";
    }

    private static String mask(String text, int keptInFront, int keptAtEnd) {
        if (text == null || text.equals(DESTROYED)) {
            return text;
        }
        // Code points: half of a rare character such as 𠮷 must not be cut off.
        int[] points = text.codePoints().toArray();
        int end = points.length - keptAtEnd;
        for (int i = Math.min(keptInFront, points.length); i < end; i++) {
            points[i] = '*';
        }
        return new String(points, 0, points.length);
    }

    private static byte[] place(String table, UUID id, String column) {
        return (table + "|" + id + "|" + column).getBytes(StandardCharsets.UTF_8);
    }

    static String index(KeyVersion version, byte[] key, String field, String plain) {
        String normal =
                Normalizer.normalize(plain, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] digest =
                    mac.doFinal((field + "\u0000" + normal).getBytes(StandardCharsets.UTF_8));
            String hex = HexFormat.of().formatHex(digest);
            return version.marked() ? version.id() + "." + hex : hex;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available", e);
        }
    }
}
