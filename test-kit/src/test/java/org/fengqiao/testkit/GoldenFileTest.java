package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFileTest {
    @TempDir Path folder;

    @AfterEach
    void stopUpdating() {
        System.clearProperty("golden.update");
    }

    @Test
    void aDifferenceFails() throws Exception {
        Path file = Files.writeString(folder.resolve("golden.txt"), "one\n");
        GoldenFile.at(file).matches("one\n");
        assertThrows(AssertionError.class, () -> GoldenFile.at(file).matches("two\n"));
    }

    @Test
    void aMissingFileFailsAndSaysHowToWriteIt() {
        AssertionError failure =
                assertThrows(
                        AssertionError.class,
                        () -> GoldenFile.at(folder.resolve("none.txt")).matches("one\n"));
        assertTrue(failure.getMessage().contains("-Dgolden.update=true"));
    }

    @Test
    void anUpdateWritesTheFile() throws Exception {
        System.setProperty("golden.update", "true");
        Path file = folder.resolve("deep").resolve("golden.txt");
        GoldenFile.at(file).matches("two\n");
        assertEquals("two\n", Files.readString(file));
    }
}
