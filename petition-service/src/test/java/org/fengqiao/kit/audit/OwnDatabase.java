package org.fengqiao.kit.audit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fengqiao.testkit.Platform;

/** A database and a file of checkpoints that no other test writes to. */
public final class OwnDatabase implements QuarkusTestResourceLifecycleManager {

    static final String NAME = "tamperings";
    static final Path CHECKPOINTS = file();

    @Override
    public int order() {
        // After Platform, in whose stead it says where these are.
        return 1;
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                Platform.postgres(NAME).jdbcUrl(),
                "fengqiao.audit.checkpoint-file",
                CHECKPOINTS.toString(),
                "fengqiao.audit.checkpoint-seconds",
                "1",
                "fengqiao.audit.interval-millis",
                "100");
    }

    @Override
    public void stop() {}

    private static Path file() {
        try {
            // One path for all class loaders of this JVM.
            Path file =
                    Path.of(
                            System.getProperty("java.io.tmpdir"),
                            "checkpoints-" + ProcessHandle.current().pid() + ".jsonl");
            Files.deleteIfExists(file);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
