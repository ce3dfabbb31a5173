package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed file that says what the code should produce. {@code mvn test -Dgolden.update=true}
 * writes it anew; the difference is then reviewed like any change.
 */
public final class GoldenFile {
    private final Path path;

    private GoldenFile(Path path) {
        this.path = path;
    }

    /** A file below the repository's root, such as {@code docs/generated/lifecycle/case.md}. */
    public static GoldenFile inRepository(String path) {
        return new GoldenFile(root().resolve(path));
    }

    /** The repository's root. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".ci"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not inside the repository");
            }
        }
        return folder;
    }

    /** Any file; a relative path starts at the module's folder. */
    public static GoldenFile at(Path path) {
        return new GoldenFile(path);
    }

    /** The committed file, for a test of what another module drew. */
    public File toFile() {
        return path.toFile();
    }

    /** Fails unless the file holds exactly {@code actual}; line ends are LF. */
    public void matches(String actual) {
        if (Boolean.getBoolean("golden.update")) {
            write(actual);
            return;
        }
        assertTrue(
                Files.exists(path),
                () -> path + " is missing; run the test with -Dgolden.update=true and review it");
        assertEquals(
                read(),
                actual,
                () -> path + " differs; if that is meant, run the test with -Dgolden.update=true");
    }

    private String read() {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
