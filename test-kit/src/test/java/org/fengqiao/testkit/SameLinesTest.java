package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameLinesTest {

    private static final String SIX = "one();\ntwo();\nthree();\nfour();\nfive();\nsix();\n";
    private static final String FIVE = SIX.replace("six();\n", "");

    @TempDir Path sources;

    private void file(String name, String text) throws IOException {
        Files.writeString(sources.resolve(name), text);
    }

    private String complaint(Map<String, String> allowed) {
        return assertThrows(AssertionError.class, () -> SameLines.check(sources, allowed))
                .getMessage();
    }

    private void passes() {
        assertDoesNotThrow(() -> SameLines.check(sources, Map.of()));
    }

    @Test
    void sixLinesInTwoFilesAreToldWithBothPlaces() throws IOException {
        file("One.java", "package one;\n\n" + SIX + "seven();\n");
        file("Two.java", "class Two {\n" + SIX.indent(4) + "    seven();\n}\n");
        String told = complaint(Map.of());
        assertTrue(told.contains("One.java:3 and Two.java:2 say the same:\n    one();"), told);
        assertEquals(told.indexOf("say the same"), told.lastIndexOf("say the same"), told);
    }

    @Test
    void fiveLinesMayStandTwice() throws IOException {
        file("One.java", FIVE + "more();\n");
        file("Two.java", FIVE + "less();\n");
        passes();
    }

    @Test
    void commentsAndBlankLinesBetweenHideNothing() throws IOException {
        file("One.java", SIX);
        file("Two.java", SIX.replace("three();", "// Why\n\nthree(); /* so */"));
        assertTrue(complaint(Map.of()).contains("say the same"));
    }

    @Test
    void whatEveryFileSaysAnewDoesNotCount() throws IOException {
        String head =
                """
                package office;

                import java.util.List;
                import java.util.Map;
                import java.util.Set;
                import java.util.UUID;
                import org.eclipse.microprofile.openapi.annotations.media.Schema;
                import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

                @APIResponse(
                        responseCode = "200",
                        // A bracket in a text closes nothing.
                        description = "办理 :)",
                        content = @Content(
                                schema = @Schema(
                                        ref = "Registered")))
                """;
        file("One.java", head + FIVE + "more();\n");
        file("Two.java", head + FIVE + "less();\n");
        passes();
        file("Two.java", head + "@Schema(title = \"六\") " + SIX);
        file("One.java", head + SIX);
        String told = complaint(Map.of());
        assertTrue(told.contains("One.java:17 and Two.java:17 say the same"), told);
    }

    @Test
    void whatIsAllowedIsNamedAndStillThere() throws IOException {
        Map<String, String> allowed = Map.of("One.java ~ Two.java: one();", "nothing inherits it");
        file("One.java", "zero();\n" + SIX);
        file("Two.java", "zero();\n" + SIX);
        assertDoesNotThrow(() -> SameLines.check(sources, allowed));
        file("Two.java", FIVE);
        assertTrue(complaint(allowed).contains("One.java ~ Two.java: one();"));
    }

    @Test
    void aFolderWithoutSourcesIsNotPassed() {
        assertTrue(complaint(Map.of()).contains("There is no source"));
    }
}
