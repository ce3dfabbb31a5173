package org.fengqiao.kit.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that prove audit and journal, in a file of their own: who verifies needs them, and opens
 * no personal data with them. {@code {"mac": {"1": <base64, 32 bytes>, …}, "signing": {"1":
 * {"private": <PKCS 8>, "public": <X.509>}, …}}}: versions 1 to 127, the highest one writes. Who
 * only verifies needs nothing private.
 */
@ApplicationScoped
public class AuditKeys {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String HMAC = "HmacSHA256";
    private static final String ED25519 = "Ed25519";

    /** The secret is null in the file of who only verifies. */
    private record Signing(PrivateKey secret, PublicKey open) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, SecretKeySpec> macs = new LinkedHashMap<>();
    private final Map<Integer, Signing> signing = new LinkedHashMap<>();
    private final int macVersion;
    private final int signingVersion;

    /** Reads a file; the message of a failure never quotes its content. */
    @Inject
    public AuditKeys(@ConfigProperty(name = "fengqiao.audit.key-file") Path file) {
        try {
            JsonNode keys = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            for (Map.Entry<String, JsonNode> it : keys.required("mac").properties()) {
                macs.put(version(it), new SecretKeySpec(secret(it.getValue()), HMAC));
            }
            KeyFactory factory = KeyFactory.getInstance(ED25519);
            for (Map.Entry<String, JsonNode> it : keys.required("signing").properties()) {
                JsonNode pair = it.getValue();
                signing.put(
                        version(it),
                        new Signing(
                                pair.has("private")
                                        ? factory.generatePrivate(
                                                new PKCS8EncodedKeySpec(
                                                        secret(pair.required("private"))))
                                        : null,
                                factory.generatePublic(
                                        new X509EncodedKeySpec(secret(pair.required("public"))))));
            }
            macVersion = macs.keySet().stream().mapToInt(it -> it).max().orElseThrow();
            signingVersion = signing.keySet().stream().mapToInt(it -> it).max().orElseThrow();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException(
                    "Audit key file " + file + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static int version(Map.Entry<String, JsonNode> key) {
        int version = Integer.parseInt(key.getKey());
        if (version < 1 || version > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("version");
        }
        return version;
    }

    private static byte[] secret(JsonNode text) {
        byte[] bytes = Base64.getDecoder().decode(text.textValue());
        if (bytes.length < KEY_BYTES) {
            throw new IllegalArgumentException("length");
        }
        return bytes;
    }

    /**
     * Writes a new file with fresh keys, readable by its owner alone (mode 600).
     *
     * @throws java.nio.file.FileAlreadyExistsException rather than overwrite keys: what they proved
     *     could not be verified any more
     */
    public static void create(Path file) throws IOException {
        byte[] mac = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(mac);
        ObjectNode keys = JSON.createObjectNode();
        keys.putObject("mac").put("1", mac);
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            keys.putObject("signing")
                    .putObject("1")
                    .put("private", pair.getPrivate().getEncoded())
                    .put("public", pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not available", e);
        }
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(keys));
    }

    /** {@code java … org.fengqiao.kit.audit.AuditKeys <file>} writes a new key file. */
    public static void main(String[] arguments) throws IOException {
        create(Path.of(arguments[0]));
    }

    /**
     * The proof of a row about to be written: version of the key, nonce, HMAC. The nonce makes two
     * rows that say the same tell apart, so that a copy is found.
     *
     * @param columns the row's columns but id, xid and mac, as {@link RowContent#of} takes them
     */
    byte[] prove(byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return tagged(macVersion, nonce, content);
    }

    boolean proves(byte[] mac, byte[] content) {
        return mac != null
                && mac.length > NONCE_BYTES
                && macs.containsKey((int) mac[0])
                && MessageDigest.isEqual(
                        mac, tagged(mac[0], Arrays.copyOfRange(mac, 1, 1 + NONCE_BYTES), content));
    }

    byte[] link(byte[] content) {
        return tagged(macVersion, new byte[0], content);
    }

    boolean links(byte[] link, byte[] content) {
        return link.length > 0
                && macs.containsKey((int) link[0])
                && MessageDigest.isEqual(link, tagged(link[0], new byte[0], content));
    }

    private byte[] tagged(int version, byte[] nonce, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(macs.get(version));
            mac.update(nonce);
            byte[] tag = mac.doFinal(content);
            byte[] all = new byte[1 + nonce.length + tag.length];
            all[0] = (byte) version;
            System.arraycopy(nonce, 0, all, 1, nonce.length);
            System.arraycopy(tag, 0, all, 1 + nonce.length, tag.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available", e);
        }
    }

    int signingVersion() {
        return signingVersion;
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(signing.get(signingVersion).secret());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A checkpoint cannot be signed", e);
        }
    }

    boolean signed(int version, byte[] text, byte[] by) {
        try {
            if (!signing.containsKey(version)) {
                return false;
            }
            Signature signature = Signature.getInstance(ED25519);
            signature.initVerify(signing.get(version).open());
            signature.update(text);
            return signature.verify(by);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What must tell nobody how it changes, or whether: of the same text another each time. */
    byte[] seal(byte[] text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, macVersion, nonce, text);
        byte[] all = Arrays.copyOf(new byte[] {(byte) macVersion}, 1 + NONCE_BYTES + sealed.length);
        System.arraycopy(nonce, 0, all, 1, NONCE_BYTES);
        System.arraycopy(sealed, 0, all, 1 + NONCE_BYTES, sealed.length);
        return all;
    }

    byte[] open(byte[] sealed) {
        int head = 1 + NONCE_BYTES;
        return cipher(
                Cipher.DECRYPT_MODE,
                sealed[0],
                Arrays.copyOfRange(sealed, 1, head),
                Arrays.copyOfRange(sealed, head, sealed.length));
    }

    private byte[] cipher(int mode, int version, byte[] nonce, byte[] text) {
        try {
            // Another key than that of the MACs, made of it.
            byte[] key = tagged(version, new byte[0], "seal".getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(key, 1, KEY_BYTES, "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed place of a chain cannot be read", e);
        }
    }
}
