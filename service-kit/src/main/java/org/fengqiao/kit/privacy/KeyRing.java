package org.fengqiao.kit.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * The keys of a running service. The file is looked at every few seconds, and a changed one taken
 * over; one that cannot be read, or that lacks a version, changes nothing and is told.
 */
final class KeyRing {

    private static final Logger LOG = Logger.getLogger(KeyRing.class);
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    private final Path path;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Keys keys;
    private volatile byte[] content;
    private volatile String fault;
    private volatile long lookedAtNanos;

    /** A file's keys, ready for use. */
    private record Keys(KeyFile file, Map<Long, Aead> writers) {

        static Keys of(KeyFile file) {
            try {
                Map<Long, Aead> writers = new HashMap<>();
                for (int i = 0; i < file.keyset().size(); i++) {
                    KeysetHandle.Builder builder = KeysetHandle.newBuilder(file.keyset());
                    builder.getAt(i).makePrimary();
                    writers.put(
                            (long) file.keyset().getAt(i).getId(),
                            builder.build().getPrimitive(RegistryConfiguration.get(), Aead.class));
                }
                return new Keys(file, writers);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("A key of the file is not for AES256-GCM", e);
            }
        }
    }

    KeyRing(Path path, Clock clock) {
        this.path = path;
        this.clock = clock;
        try {
            content = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Key file " + path + " cannot be read: " + e.getClass().getSimpleName());
        }
        keys = Keys.of(KeyFormat.parse(content, path));
        lookedAtNanos = System.nanoTime();
    }

    /** The file's keys as they now stand. */
    KeyFile file() {
        if (System.nanoTime() - lookedAtNanos > LOOK_EVERY_NANOS) {
            look();
        }
        return keys.file;
    }

    /** Why the file as it lies there was not taken over; {@code null} where it was. */
    String fault() {
        return fault;
    }

    Instant now() {
        return clock.instant();
    }

    /** Reads the file again. Who comes while another looks goes on with the keys at hand. */
    void look() {
        if (!looking.tryLock()) {
            return;
        }
        try {
            byte[] read = Files.readAllBytes(path);
            if (!Arrays.equals(read, content)) {
                take(read);
            }
            fault = null;
        } catch (IOException | IllegalStateException e) {
            String now = e instanceof IOException ? e.getClass().getSimpleName() : e.getMessage();
            if (!now.equals(fault)) {
                LOG.errorf("Key file %s is not taken over: %s", path, now);
            }
            fault = now;
        } finally {
            lookedAtNanos = System.nanoTime();
            looking.unlock();
        }
    }

    private void take(byte[] read) {
        KeyFile next = KeyFormat.parse(read, path);
        if (!next.follows(keys.file)) {
            throw new IllegalStateException("a version that is in use is not in it");
        }
        keys = Keys.of(next);
        content = read;
        LOG.infof("Key file %s was taken over", path);
    }

    /** Seals with the version that writes now, and opens with any version of the file. */
    Aead aead() {
        file();
        Keys these = keys;
        return these.writers.get(KeyVersion.primary(these.file.sealing(), now()).id());
    }

    /** The same; where the file has no such version it is read again: another replica saw it. */
    Aead aead(long version) {
        if (!keys.writers.containsKey(version)) {
            look();
        }
        return aead();
    }
}
