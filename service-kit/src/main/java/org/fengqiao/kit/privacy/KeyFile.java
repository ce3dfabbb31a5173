package org.fengqiao.kit.privacy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.kit.web.ClockProducer;

/**
 * The key file of one service: versions of the key that seals, and apart from them versions of the
 * key of blind indexes; neither needs the other.
 *
 * <pre>{@code
 * {"format": 2,
 *  "sealing": {"versions": [{"id", "created", "activeFrom", "retired"?}, …], "keyset": <Tink>},
 *  "blindIndex": {"versions": [{"id", "created", "activeFrom", "retired"?, "marked"?}, …],
 *                 "keys": {"<id>": <base64, 32 bytes>, …}}}
 * }</pre>
 *
 * The first format, {@code {"aead": <Tink keyset>, "blindIndex": [<base64>, …]}}, is still read.
 *
 * @param keyset every sealing key of the file; which one writes is told by the versions
 */
public record KeyFile(
        List<KeyVersion> sealing,
        KeysetHandle keyset,
        List<KeyVersion> index,
        Map<Long, byte[]> indexKeys) {

    private static final int INDEX_KEY_BYTES = 32;

    /**
     * Writes a new file with fresh keys, readable by its owner alone (mode 600).
     *
     * @throws java.nio.file.FileAlreadyExistsException rather than overwrite keys: what they
     *     encrypted would be lost
     */
    public static void create(Path file) throws IOException {
        write(file, KeyFormat.bytes(fresh(ClockProducer.system().instant())));
    }

    /** {@code java … org.fengqiao.kit.privacy.KeyFile <file>} writes a new key file. */
    public static void main(String[] arguments) throws IOException {
        create(Path.of(arguments[0]));
    }

    private static KeyFile fresh(Instant now) {
        try {
            AeadConfig.register();
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            List<KeyVersion> sealing = List.of(version(keyset.getPrimary().getId(), now, now));
            KeyFile none = new KeyFile(sealing, keyset, List.of(), Map.of());
            return none.withIndexKey(now, now);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES256-GCM is not available", e);
        }
    }

    private static KeyVersion version(long id, Instant created, Instant activeFrom) {
        return new KeyVersion(id, created, activeFrom, null, true);
    }

    /** With one more sealing key, which writes from a moment on. */
    KeyFile withSealingKey(Instant now, Instant activeFrom) {
        try {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
            builder.addEntry(
                    KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId());
            KeysetHandle grown = builder.build();
            long id = grown.getAt(grown.size() - 1).getId();
            return new KeyFile(
                    with(sealing, version(id, now, activeFrom)), grown, index, indexKeys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES256-GCM is not available", e);
        }
    }

    /** With one more key of blind indexes, which writes from a moment on. */
    KeyFile withIndexKey(Instant now, Instant activeFrom) {
        SecureRandom random = new SecureRandom();
        byte[] key = new byte[INDEX_KEY_BYTES];
        random.nextBytes(key);
        long id = 1L + random.nextInt(Integer.MAX_VALUE);
        Map<Long, byte[]> keys = new HashMap<>(indexKeys);
        if (keys.put(id, key) != null) {
            return withIndexKey(now, activeFrom);
        }
        return new KeyFile(sealing, keyset, with(index, version(id, now, activeFrom)), keys);
    }

    /** Without the secret of an old version; that there was one stays. */
    KeyFile without(long id, Instant now) {
        if (indexKeys.containsKey(id)) {
            Map<Long, byte[]> keys = new HashMap<>(indexKeys);
            keys.remove(id);
            return new KeyFile(sealing, keyset, retired(index, id, now), keys);
        }
        try {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
            long primary = KeyVersion.primary(sealing, now).id();
            for (int i = builder.size() - 1; i >= 0; i--) {
                if (keyset.getAt(i).getId() == primary) {
                    builder.getAt(i).makePrimary();
                }
            }
            for (int i = builder.size() - 1; i >= 0; i--) {
                if (keyset.getAt(i).getId() == id) {
                    builder.deleteAt(i);
                }
            }
            return new KeyFile(retired(sealing, id, now), builder.build(), index, indexKeys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Version " + id + " cannot be taken out", e);
        }
    }

    private static List<KeyVersion> with(List<KeyVersion> versions, KeyVersion one) {
        List<KeyVersion> all = new ArrayList<>(versions);
        all.add(one);
        return List.copyOf(all);
    }

    private static List<KeyVersion> retired(List<KeyVersion> versions, long id, Instant now) {
        return versions.stream().map(it -> it.id() == id ? it.retiredAt(now) : it).toList();
    }

    /** The version that writes indexes first, then all others that are still searched. */
    List<KeyVersion> searched(Instant now) {
        long primary = KeyVersion.primary(index, now).id();
        return index.stream()
                .filter(it -> !it.isRetired())
                .sorted((a, b) -> Boolean.compare(b.id() == primary, a.id() == primary))
                .toList();
    }

    /** Whether each version that the other file had is here, or was retired here. */
    boolean follows(KeyFile other) {
        return ids(sealing).containsAll(ids(other.sealing))
                && ids(index).containsAll(ids(other.index));
    }

    private static List<Long> ids(List<KeyVersion> versions) {
        return versions.stream().map(KeyVersion::id).toList();
    }

    /** Puts the file in place of the one that it grew from: at once, or not at all. */
    void replace(Path file) throws IOException {
        Path target = file.toRealPath();
        Path written = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(written);
        write(written, KeyFormat.bytes(this));
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(
                        file,
                        EnumSet.of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.SYNC),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            Channels.newOutputStream(channel).write(content);
        }
    }
}
