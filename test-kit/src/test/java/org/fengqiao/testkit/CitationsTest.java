package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every article that a module cites, in code, refusals and comments, stands in docs/regulation
 * under its heading.
 */
class CitationsTest {

    private static final Path ROOT = GoldenFile.root();
    private static final Path REGULATION = ROOT.resolve("docs/regulation");
    private static final Pattern PRACTICE = Pattern.compile("(?:\"|practice )(P\\d+)\\b");

    @Test
    void everyCitationHasItsText() throws IOException {
        Set<String> headings = headings();
        List<String> missing = new ArrayList<>();
        int cited = 0;
        for (Path source : sources()) {
            for (String citation : citations(Files.readString(source))) {
                cited++;
                if (!headings.contains(citation)) {
                    missing.add(ROOT.relativize(source) + " cites " + citation);
                }
            }
        }
        assertEquals("", String.join("\n", missing));
        assertTrue(cited > 100, "only " + cited + " citations were found: are they still read?");
    }

    @Test
    void aCitationWithoutATextIsFound() throws IOException {
        Set<String> cited =
                citations("\"RT 17\" and (RT 26, 99; MF 200-202), XF 31(6), \"P98\", practice P97");
        assertEquals(
                Set.of("RT 17", "RT 26", "RT 99", "MF 200", "MF 202", "XF 31", "P97", "P98"),
                cited);
        assertTrue(headings().containsAll(Set.of("RT 17", "RT 26", "MF 200", "MF 202", "XF 31")));
        assertFalse(headings().contains("RT 99"));
        assertFalse(headings().contains("P98"));
    }

    private static Set<String> citations(String text) throws IOException {
        Matcher law =
                Pattern.compile("\\b(" + laws() + ") (\\d+(?:\\(\\d+\\))?(?:(?:, |-)\\d+)*)")
                        .matcher(text);
        Set<String> cited = new TreeSet<>();
        while (law.find()) {
            for (String article : law.group(2).replaceAll("\\(\\d+\\)", "").split(", |-")) {
                cited.add(law.group(1) + " " + article);
            }
        }
        PRACTICE.matcher(text).results().forEach(it -> cited.add(it.group(1)));
        return cited;
    }

    private static Set<String> headings() throws IOException {
        Set<String> headings = new TreeSet<>();
        try (Stream<Path> files = Files.list(REGULATION)) {
            for (Path file : files.toList()) {
                Files.readString(file)
                        .lines()
                        .filter(it -> it.startsWith("## "))
                        .forEach(it -> headings.add(it.substring(3)));
            }
        }
        return headings;
    }

    private static String laws() throws IOException {
        try (Stream<Path> files = Files.list(REGULATION)) {
            return files.map(it -> it.getFileName().toString().replace(".md", ""))
                    .filter(it -> it.matches("[A-Z]{2}"))
                    .collect(Collectors.joining("|"));
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(it -> it.toString().endsWith(".java"))
                    .filter(it -> it.toString().contains("/src/main/java/"))
                    .toList();
        }
    }
}
