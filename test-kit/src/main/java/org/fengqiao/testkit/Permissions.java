package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who may take which operation, as {@code docs/permissions.csv} states it: a row per operation, a
 * column per role, {@code x} where it may. Nothing makes that file: it is written by hand, apart
 * from the code, and held against what the code asks for and the roles have.
 *
 * @param columns {@link #ANYBODY} and the roles
 * @param rows columns with an {@code x}, by service and operation
 * @param faults of the file itself
 */
record Permissions(
        List<String> columns, Map<String, Map<String, Set<String>>> rows, List<String> faults) {

    /** The column of who comes without a token. */
    static final String ANYBODY = "anonymous";

    private static final int FIRST_COLUMN = 2;

    static Permissions read() {
        try {
            return of(Files.readString(GoldenFile.root().resolve("docs/permissions.csv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Permissions of(String csv) {
        List<String> lines = csv.lines().toList();
        List<String> head = List.of(lines.get(0).split(","));
        Permissions read =
                new Permissions(
                        head.subList(FIRST_COLUMN, head.size()),
                        new LinkedHashMap<>(),
                        new ArrayList<>());
        List<String> body = lines.subList(1, lines.size());
        body.forEach(read::add);
        List<String> sorted = body.stream().sorted().toList();
        if (!body.equals(sorted)) {
            read.faults.add("the rows are not sorted by service and operation");
        }
        return read;
    }

    private void add(String line) {
        List<String> cells = List.of(line.split(",", -1));
        List<String> marks = cells.subList(Math.min(FIRST_COLUMN, cells.size()), cells.size());
        if (marks.size() != columns.size() || !Set.of("x", "-").containsAll(marks)) {
            faults.add(
                    "a row has other cells than x and -, or not " + columns.size() + ": " + line);
            return;
        }
        Set<String> who =
                IntStream.range(0, marks.size())
                        .filter(i -> marks.get(i).equals("x"))
                        .mapToObj(columns::get)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Set<String>> service =
                rows.computeIfAbsent(cells.get(0), it -> new LinkedHashMap<>());
        if (service.put(cells.get(1), who) != null) {
            faults.add(cells.get(1) + " of " + cells.get(0) + " has two rows");
        }
    }

    /** Columns with an {@code x} by operation, of the service that the document is of. */
    Map<String, Set<String>> of(JsonNode document) {
        return rows.getOrDefault(service(document), Map.of());
    }

    /** {@code /mediation/v1/cases} is of mediation. */
    static String service(JsonNode document) {
        return document.path("paths").fieldNames().next().split("/")[1];
    }

    /** What differs, both ways, between this and what the document asks for and the roles have. */
    List<String> differences(JsonNode document, List<Role> roles) {
        Map<String, Set<String>> stated = of(document);
        Set<String> gone = new TreeSet<>(stated.keySet());
        List<String> found = new ArrayList<>();
        for (ApiOperation it : ApiOperation.all(document)) {
            gone.remove(it.id());
            Set<String> who = stated.get(it.id());
            if (who == null) {
                found.add(it.id() + " has no row in docs/permissions.csv");
                continue;
            }
            if (who.contains(ANYBODY) == it.secured()) {
                found.add(it.id() + (it.secured() ? " asks for a token" : " asks for no token"));
            }
            roles.stream()
                    .filter(role -> role.opens(it) != who.contains(role.name()))
                    .forEach(role -> found.add(difference(it, role)));
        }
        gone.forEach(it -> found.add(it + " has a row, and is no operation"));
        return found;
    }

    private static String difference(ApiOperation it, Role role) {
        return role.opens(it)
                ? it.id() + " is open to " + role.name() + ", who may not"
                : it.id() + " is shut to " + role.name() + ", who may";
    }

    /** Columns that are no role, and roles without a column; and the file's own faults. */
    List<String> strangers(List<Role> roles) {
        Set<String> known = roles.stream().map(Role::name).collect(Collectors.toSet());
        known.add(ANYBODY);
        List<String> found = new ArrayList<>(faults);
        columns.stream()
                .filter(it -> !known.contains(it))
                .forEach(it -> found.add(it + " is no role of roles.yaml"));
        known.stream()
                .filter(it -> !columns.contains(it))
                .sorted()
                .forEach(it -> found.add(it + " has no column"));
        return found;
    }

    /** For a reader: per service, operations that the same roles may take. */
    String drawn() {
        StringBuilder page =
                new StringBuilder("# Who may do what\n\nDrawn from `docs/permissions.csv`.\n");
        for (Entry<String, Map<String, Set<String>>> service : rows.entrySet()) {
            Map<String, Set<String>> groups = new TreeMap<>();
            service.getValue()
                    .forEach(
                            (operation, who) ->
                                    groups.computeIfAbsent(names(who), it -> new TreeSet<>())
                                            .add("`" + operation + "`"));
            page.append("\n## " + service.getKey() + "\n\n| who | operations |\n|---|---|\n");
            groups.forEach(
                    (who, them) ->
                            page.append("| " + who + " | " + String.join(" ", them) + " |\n"));
        }
        return page.toString();
    }

    private String names(Set<String> who) {
        return who.size() == columns.size()
                ? "anybody, without a token"
                : who.size() == columns.size() - 1 && !who.contains(ANYBODY)
                        ? "every role"
                        : String.join(", ", who);
    }
}
