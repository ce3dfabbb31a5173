package org.fengqiao.kit.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;

/**
 * The keys of one service: {@code {"aead": <Tink keyset>, "blindIndex": [<base64, 32 bytes>, …]}}.
 *
 * @param aead encrypts with the keyset's primary key, decrypts with any of its keys
 * @param blindIndexKeys the first one writes; the others are still searched while a rotation lasts
 */
public record KeyFile(Aead aead, List<byte[]> blindIndexKeys) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BLIND_INDEX_KEY_BYTES = 32;

    /**
     * Writes a new file with fresh keys, readable by its owner alone (mode 600).
     *
     * @throws java.nio.file.FileAlreadyExistsException rather than overwrite keys: what they
     *     encrypted would be lost
     */
    public static void create(Path file) throws IOException {
        byte[] key = new byte[BLIND_INDEX_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        ObjectNode keys = JSON.createObjectNode();
        keys.set("aead", JSON.readTree(newKeyset()));
        keys.putArray("blindIndex").add(Base64.getEncoder().encodeToString(key));
        try (SeekableByteChannel channel =
                Files.newByteChannel(
                        file,
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            Channels.newOutputStream(channel)
                    .write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(keys));
        }
    }

    /** {@code java … org.fengqiao.kit.privacy.KeyFile <file>} writes a new key file. */
    public static void main(String[] arguments) throws IOException {
        create(Path.of(arguments[0]));
    }

    /** Reads the keys; the message of a failure never quotes the file's content. */
    static KeyFile read(Path file) {
        try {
            AeadConfig.register();
            JsonNode keys = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            KeysetHandle keyset =
                    TinkJsonProtoKeysetFormat.parseKeyset(
                            keys.required("aead").toString(), InsecureSecretKeyAccess.get());
            List<byte[]> indexKeys = new ArrayList<>();
            for (JsonNode key : keys.required("blindIndex")) {
                indexKeys.add(Base64.getDecoder().decode(key.textValue()));
            }
            if (indexKeys.isEmpty()
                    || indexKeys.stream().anyMatch(it -> it.length < BLIND_INDEX_KEY_BYTES)) {
                throw new IllegalStateException(
                        "Key file " + file + " needs a blind index key of 32 bytes");
            }
            return new KeyFile(
                    keyset.getPrimitive(RegistryConfiguration.get(), Aead.class), indexKeys);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Key file " + file + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static String newKeyset() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                    InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES256-GCM is not available", e);
        }
    }
}
