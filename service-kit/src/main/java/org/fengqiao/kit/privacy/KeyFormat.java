package org.fengqiao.kit.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A key file as JSON, see {@link KeyFile}: two formats are read, the second is written. */
final class KeyFormat {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int INDEX_KEY_BYTES = 32;
    private static final String BLIND_INDEX = "blindIndex";
    private static final String SEALING = "sealing";
    private static final String VERSIONS = "versions";

    private KeyFormat() {}

    /** Reads a file's content; the message of a failure never quotes it. */
    static KeyFile parse(byte[] content, Path file) {
        try {
            AeadConfig.register();
            JsonNode json = JSON.readTree(content);
            KeyFile keys = json.has(SEALING) ? second(json) : first(json);
            boolean whole =
                    !keys.indexKeys().isEmpty()
                            && keys.indexKeys().values().stream()
                                    .allMatch(it -> it.length >= INDEX_KEY_BYTES);
            if (!whole) {
                throw new IllegalStateException(
                        "Key file " + file + " needs a blind index key of 32 bytes");
            }
            return keys;
        } catch (IOException
                | GeneralSecurityException
                | NullPointerException
                | DateTimeException
                | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Key file " + file + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static KeyFile second(JsonNode json) throws GeneralSecurityException {
        JsonNode sealing = json.required(SEALING);
        JsonNode index = json.required(BLIND_INDEX);
        Map<Long, byte[]> indexKeys = new HashMap<>();
        index.required("keys")
                .properties()
                .forEach(it -> indexKeys.put(Long.valueOf(it.getKey()), decoded(it.getValue())));
        KeyFile keys =
                new KeyFile(
                        versions(sealing),
                        keyset(sealing.required("keyset")),
                        versions(index),
                        indexKeys);
        requireSecrets(keys);
        return keys;
    }

    // The first one wrote, the others were still searched. Since when nobody noted.
    private static KeyFile first(JsonNode json) throws GeneralSecurityException {
        KeysetHandle keyset = keyset(json.required("aead"));
        List<KeyVersion> sealing = new ArrayList<>();
        for (int i = 0; i < keyset.size(); i++) {
            boolean writes = keyset.getAt(i).isPrimary();
            Instant since = Instant.EPOCH.plusSeconds(writes ? 1 : 0);
            sealing.add(new KeyVersion(keyset.getAt(i).getId(), since, since, null, true));
        }
        List<KeyVersion> index = new ArrayList<>();
        Map<Long, byte[]> indexKeys = new HashMap<>();
        JsonNode keys = json.required(BLIND_INDEX);
        for (int i = 0; i < keys.size(); i++) {
            long id = keys.size() - i;
            Instant since = Instant.EPOCH.plusSeconds(id);
            index.add(0, new KeyVersion(id, since, since, null, false));
            indexKeys.put(id, decoded(keys.get(i)));
        }
        return new KeyFile(List.copyOf(sealing), keyset, List.copyOf(index), indexKeys);
    }

    private static byte[] decoded(JsonNode key) {
        return Base64.getDecoder().decode(key.textValue());
    }

    private static KeysetHandle keyset(JsonNode json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                json.toString(), InsecureSecretKeyAccess.get());
    }

    private static List<KeyVersion> versions(JsonNode section) {
        List<KeyVersion> versions = new ArrayList<>();
        section.required(VERSIONS).forEach(it -> versions.add(KeyVersion.of(it)));
        return List.copyOf(versions);
    }

    private static void requireSecrets(KeyFile keys) {
        List<Long> secrets = new ArrayList<>();
        for (int i = 0; i < keys.keyset().size(); i++) {
            secrets.add((long) keys.keyset().getAt(i).getId());
        }
        boolean whole =
                keys.sealing().stream().allMatch(it -> it.isRetired() || secrets.contains(it.id()))
                        && keys.index().stream()
                                .allMatch(
                                        it ->
                                                it.isRetired()
                                                        || keys.indexKeys().containsKey(it.id()));
        if (!whole) {
            throw new IllegalArgumentException("A version has no key");
        }
    }

    /** As it is written: the second format. */
    static byte[] bytes(KeyFile keys) throws IOException {
        ObjectNode json = JSON.createObjectNode().put("format", 2);
        ObjectNode seals = json.putObject(SEALING);
        keys.sealing().forEach(it -> it.writeTo(array(seals).addObject()));
        ObjectNode indexes = json.putObject(BLIND_INDEX);
        keys.index().forEach(it -> it.writeTo(array(indexes).addObject()));
        ObjectNode secrets = indexes.putObject("keys");
        keys.indexKeys()
                .forEach(
                        (id, key) ->
                                secrets.put(
                                        id.toString(), Base64.getEncoder().encodeToString(key)));
        try {
            seals.set(
                    "keyset",
                    JSON.readTree(
                            TinkJsonProtoKeysetFormat.serializeKeyset(
                                    keys.keyset(), InsecureSecretKeyAccess.get())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keyset cannot be written", e);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    private static ArrayNode array(ObjectNode section) {
        return section.withArray(VERSIONS);
    }
}
