package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Six or more lines of code that stand in two files to the letter: they say one thing twice. What
 * does not count, {@link SourceLines} leaves out.
 */
public final class SameLines {

    private static final int LINES = 6;

    /** Where a run of lines begins. */
    private record Place(String file, int index, int line) {

        boolean follows(Place before) {
            return before != null && file.equals(before.file) && index == before.index + 1;
        }
    }

    /** A run that stands twice. */
    private record Twice(Place first, Place again, List<String> code) {

        /** Told by a line, not by its number: so that a name outlives a change above. */
        boolean isCalled(String name) {
            String files = first.file + " ~ " + again.file + ": ";
            return code.stream().anyMatch(line -> name.equals(files + line));
        }

        String told() {
            return "%s:%d and %s:%d say the same:\n    %s"
                    .formatted(
                            first.file,
                            first.line,
                            again.file,
                            again.line,
                            String.join("\n    ", code));
        }
    }

    private SameLines() {}

    /**
     * Fails with both places of whatever stands twice.
     *
     * @param sources a folder of Java sources, from the root of the repository
     * @param allowed what may, {@code One.java ~ Other.java: a line of it}, each with the reason;
     *     what is allowed and does not stand there fails, too
     */
    public static void check(String sources, Map<String, String> allowed) {
        check(GoldenFile.root().resolve(sources), allowed);
    }

    static void check(Path sources, Map<String, String> allowed) {
        List<Twice> found = in(sources);
        String told =
                found.stream()
                        .filter(it -> allowed.keySet().stream().noneMatch(it::isCalled))
                        .map(Twice::told)
                        .collect(Collectors.joining("\n\n"));
        assertEquals("", told);
        List<String> gone =
                allowed.keySet().stream()
                        .filter(name -> found.stream().noneMatch(it -> it.isCalled(name)))
                        .toList();
        assertEquals(List.of(), gone, "allowed to stand twice, and does not");
    }

    private static List<Twice> in(Path sources) {
        Map<List<String>, Place> firsts = new HashMap<>();
        List<Twice> found = new ArrayList<>();
        List<Path> files = files(sources);
        assertFalse(files.isEmpty(), () -> "There is no source to read in " + sources);
        files.forEach(it -> find(SourceLines.of(it), firsts, found));
        return found;
    }

    private static void find(
            SourceLines source, Map<List<String>, Place> firsts, List<Twice> found) {
        Place before = null;
        for (int i = 0; i + LINES <= source.code().size(); i++) {
            List<String> run = source.code().subList(i, i + LINES);
            Place here = new Place(source.file(), i, source.numbers().get(i));
            Place first = firsts.putIfAbsent(run, here);
            boolean twice = first != null && !first.file.equals(here.file);
            if (twice && !first.follows(before)) {
                found.add(new Twice(first, here, run));
            }
            before = twice ? first : null;
        }
    }

    private static List<Path> files(Path sources) {
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(it -> it.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
