package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.journal.Step;
import org.fengqiao.kit.web.Coded;

/**
 * A life cycle as a table: complete, drawn, and every article on file.
 *
 * @param <S> the statuses
 * @param <T> the steps
 */
public final class LifeCycle<S extends Enum<S> & Coded, T extends Enum<T> & Step<S>> {

    private static final Pattern OPERATION =
            Pattern.compile("summary: \"?(.*?)\"?\\n(?:.*\\n){0,8}? +operationId: (\\w+)");
    private static final Pattern CITATION = Pattern.compile("\\b([A-Z]{2}) (\\d+(?:, \\d+)*)");

    private final Class<S> statuses;
    private final Class<T> steps;

    private LifeCycle(Class<S> statuses, Class<T> steps) {
        this.statuses = statuses;
        this.steps = steps;
    }

    public static <S extends Enum<S> & Coded, T extends Enum<T> & Step<S>> LifeCycle<S, T> of(
            Class<S> statuses, Class<T> steps) {
        return new LifeCycle<>(statuses, steps);
    }

    /** Fails unless some way leads from a first step to each status. */
    public void everyStatusIsReached() {
        Set<S> reached = EnumSet.noneOf(statuses);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (T step : all()) {
                boolean takeable =
                        step.from().isEmpty() || step.from().stream().anyMatch(reached::contains);
                grew |= takeable && step.to() != null && reached.add(step.to());
            }
        }
        assertEquals(EnumSet.allOf(statuses), reached);
    }

    /** Fails unless these are the statuses that no step leads out of, and no others. */
    public void endsAre(Set<S> ends) {
        Set<S> open = EnumSet.noneOf(statuses);
        for (T step : all()) {
            step.from().stream()
                    .filter(it -> step.to() != null && step.to() != it)
                    .forEach(open::add);
        }
        assertEquals(ends, EnumSet.complementOf(EnumSet.copyOf(open)));
    }

    /** Fails unless the article of every step stands in docs/regulation. */
    public void everyArticleIsOnFile() {
        all().forEach(it -> Regulation.requireOnFile(it.name(), it.legalBasis()));
    }

    /**
     * Fails unless the operation that takes a step cites what the table cites, or nothing.
     *
     * @param document the service's OpenAPI document, below the repository's root
     * @param operations id of the operation that takes the step, for each step
     */
    public void isCitedAlikeIn(String document, Map<T, String> operations) {
        isCitedAlikeIn(document, operations, Set.of());
    }

    /**
     * The same where some steps are taken by no operation of the document.
     *
     * @param otherwise exactly those that have none
     */
    public void isCitedAlikeIn(String document, Map<T, String> operations, Set<T> otherwise) {
        Map<String, String> summaries = summaries(document);
        for (T step : all()) {
            assertEquals(
                    otherwise.contains(step),
                    !operations.containsKey(step),
                    step + " is taken by no operation");
            if (otherwise.contains(step)) {
                continue;
            }
            String operation = operations.get(step);
            String summary = summaries.get(operation);
            assertNotNull(summary, step + " is taken by no operation: " + operation);
            Set<String> cited = citations(summary);
            Set<String> based =
                    all().stream()
                            .filter(it -> operation.equals(operations.get(it)))
                            .flatMap(it -> citations(it.legalBasis()).stream())
                            .collect(Collectors.toSet());
            assertTrue(
                    cited.isEmpty() || cited.equals(based),
                    () -> step + " rests on " + step.legalBasis() + ", not on " + summary);
        }
    }

    private static Map<String, String> summaries(String document) {
        Map<String, String> summaries = new HashMap<>();
        try {
            Matcher found =
                    OPERATION.matcher(Files.readString(GoldenFile.root().resolve(document)));
            while (found.find()) {
                summaries.put(found.group(2), found.group(1));
            }
            return summaries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> citations(String text) {
        Set<String> cited = new TreeSet<>();
        CITATION.matcher(text)
                .results()
                .forEach(
                        it ->
                                Stream.of(it.group(2).split(", "))
                                        .forEach(no -> cited.add(it.group(1) + " " + no)));
        return cited;
    }

    /**
     * Fails unless the committed drawing and the matrix of statuses and steps are current.
     *
     * @param file below the repository's root
     * @param title in both languages
     */
    public void isDrawnIn(String file, String title) {
        GoldenFile.inRepository(file).matches(page(title));
    }

    String page(String title) {
        String name = steps.getSimpleName();
        return "# %s\n\nDrawn from `%s` by `%sTest`. ✓ = lawful from that status.\n\n"
                        .formatted(title, name, name)
                + "```mermaid\nstateDiagram-v2\n"
                + lines(all(), this::arrows)
                + "```\n\n| step | 步骤 | article | "
                + (tellsWho() ? "who | " : "")
                + lines(List.of(statuses.getEnumConstants()), it -> it.name() + " | ")
                + "to |\n"
                + "|---".repeat(statuses.getEnumConstants().length + (tellsWho() ? 5 : 4))
                + "|\n"
                + lines(all(), this::row);
    }

    private String arrows(T step) {
        if (step.to() == null) {
            return "";
        }
        Stream<String> from =
                step.from().isEmpty()
                        ? Stream.of("[*]")
                        : step.from().stream()
                                .sorted()
                                .filter(it -> it != step.to())
                                .map(Enum::name);
        return from.map(it -> "    %s --> %s : %s\n".formatted(it, step.to().name(), step.name()))
                .collect(Collectors.joining());
    }

    private String row(T step) {
        return "| %s | %s | %s |".formatted(step.name(), step.zh(), step.legalBasis())
                + (tellsWho() ? " " + step.who() + " |" : "")
                + lines(
                        List.of(statuses.getEnumConstants()),
                        it -> step.allowedFrom(it) ? " ✓ |" : "  |")
                + (step.to() == null ? " stays |\n" : " " + step.to().name() + " |\n");
    }

    private boolean tellsWho() {
        return all().stream().allMatch(it -> it.who() != null);
    }

    private static <E> String lines(List<E> all, Function<E, String> line) {
        return all.stream().map(line).collect(Collectors.joining());
    }

    private List<T> all() {
        return List.of(steps.getEnumConstants());
    }
}
