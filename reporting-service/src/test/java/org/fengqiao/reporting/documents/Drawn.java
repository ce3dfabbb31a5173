package org.fengqiao.reporting.documents;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The documents of an edition as files to look at, and the commands that read them. */
final class Drawn {

    /** What a command said, both channels, and its exit code. */
    record Said(int code, String text) {}

    private static final Path FOLDER = Path.of("target", "documents");

    private Drawn() {}

    /** Writes the documents, by name, for tests and for those who want to see them. */
    static Map<Format, Path> write(String name, Map<Format, byte[]> documents) {
        documents.forEach((format, bytes) -> write(path(name, format), bytes));
        return documents.keySet().stream()
                .collect(Collectors.toMap(it -> it, it -> path(name, it)));
    }

    static Path write(Path path, byte[] bytes) {
        try {
            Files.createDirectories(path.getParent());
            return Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path path(String name, Format format) {
        return FOLDER.resolve(name + "." + format.ending());
    }

    static Said run(Object... command) {
        try {
            List<String> words = List.of(command).stream().map(Object::toString).toList();
            Process it = new ProcessBuilder(words).redirectErrorStream(true).start();
            String text = new String(it.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(it.waitFor(1, TimeUnit.MINUTES), () -> words + " does not end");
            return new Said(it.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
