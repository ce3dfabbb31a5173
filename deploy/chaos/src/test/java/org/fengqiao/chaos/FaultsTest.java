package org.fengqiao.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The planted faults still fit the tree that they are to be planted into. */
class FaultsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();
    private static final Path FAULTS = ROOT.resolve("deploy/chaos/faults");

    @TempDir Path folder;

    @Test
    void eachFaultCanBePlantedAndSaysHow() throws Exception {
        List<Path> patches;
        try (Stream<Path> files = Files.list(FAULTS)) {
            patches = files.filter(it -> it.toString().endsWith(".patch")).sorted().toList();
        }
        assertEquals(8, patches.size());
        for (Path it : patches) {
            String text = Files.readString(it);
            assertTrue(text.contains("\nmodules: ") && text.contains("\noptions: "), it::toString);
            assertEquals("", apply(it), it::toString);
        }
    }

    /** The control: one whose place is gone. */
    @Test
    void oneThatDoesNotFitIsTold() throws Exception {
        Path patch = FAULTS.resolve("2-deleted-before-the-ack.patch");
        Path other = folder.resolve("other.patch");
        String text = Files.readString(patch);
        Files.writeString(other, text.replace("producer.commitTransaction()", "producer.commit()"));
        assertNotEquals("", apply(other));
    }

    private static String apply(Path patch) throws IOException, InterruptedException {
        Process git =
                new ProcessBuilder("git", "apply", "--check", patch.toString())
                        .directory(ROOT.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return git.waitFor() == 0 ? "" : "does not apply: " + said;
    }
}
