package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The law's text in docs/regulation, an article under a heading each. */
final class Regulation {

    private static final String SETTING = "SETTING";

    private Regulation() {}

    /** Fails unless the article is on file; a setting cites none. */
    static void requireOnFile(String row, String article) {
        if (article.equals(SETTING)) {
            return;
        }
        String law = article.replaceFirst("[ 0-9].*", "");
        Path file = GoldenFile.root().resolve("docs/regulation/" + law + ".md");
        try {
            assertTrue(
                    Files.exists(file)
                            && Files.readString(file).lines().anyMatch(("## " + article)::equals),
                    () -> row + " cites " + article + ", which is not in docs/regulation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
