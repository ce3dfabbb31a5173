package org.fengqiao.kit.divisions;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The lines of a division file, kept as numbers and bytes: those of the whole country, 650,000,
 * take some 25 MB and are found by bisection.
 *
 * <p>A code may stand on several lines, one for each period in which it bore a name. Once a code
 * has successors it is not given again: records carry the code, and could not tell which is meant.
 */
final class DivisionList {

    // A key is the code and behind it the line: 40 and 23 bits.
    private static final int LINE_BITS = 23;
    private static final long MOST_LINES = 1L << LINE_BITS;
    private static final long TWELVE_DIGITS = 1_000_000_000_000L;

    // A spreadsheet writes a byte order mark before the first line.
    private static final String MARKED_REMARK = "\uFEFF#";

    private final long[] keys;
    private final byte[] names;
    private final int[] nameEnds;
    private final Map<Integer, Division> histories = new TreeMap<>();
    private final Map<DivisionCode, List<Division>> origins = new HashMap<>();

    /**
     * @throws IllegalArgumentException for a faulty line, with its number
     */
    DivisionList(Reader reader) throws IOException {
        LongStream.Builder found = LongStream.builder();
        IntStream.Builder ends = IntStream.builder().add(0);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        BufferedReader lines = new BufferedReader(reader);
        boolean header = true;
        int line = 0;
        for (String it = lines.readLine(); it != null; it = lines.readLine()) {
            line++;
            boolean tells = !it.isBlank() && !it.startsWith("#") && !it.startsWith(MARKED_REMARK);
            if (tells && !header) {
                Division division = division(it, line);
                found.add(number(division.code().value()) * MOST_LINES + line);
                text.writeBytes(division.officialName().getBytes(StandardCharsets.UTF_8));
                if (division.hasHistory()) {
                    histories.put(line, division);
                }
            }
            header &= !tells;
            ends.add(text.size());
        }
        keys = found.build().sorted().toArray();
        names = text.toByteArray();
        nameEnds = ends.build().toArray();
        check();
    }

    private static Division division(String text, int line) {
        String[] cells = text.split(",", -1);
        if (cells.length < 2 || cells.length > 5 || line >= MOST_LINES) {
            throw fault(line, "not code,name,successor,validFrom,validTo: " + text);
        }
        Division read;
        try {
            read =
                    new Division(
                            new DivisionCode(cells[0].strip()),
                            cells[1].strip(),
                            cells.length < 3 ? List.of() : successors(cells[2]),
                            day(cells, 3),
                            day(cells, 4));
        } catch (DateTimeException e) {
            throw fault(line, "not a date (2024-12-31): " + text);
        } catch (IllegalArgumentException e) {
            throw fault(line, e.getMessage());
        }
        if (read.begins().isAfter(read.validTo().orElse(LocalDate.MAX))) {
            throw fault(line, "validFrom is after validTo: " + text);
        }
        return read;
    }

    private static List<DivisionCode> successors(String cell) {
        return Arrays.stream(cell.split("[; ]"))
                .filter(it -> !it.isBlank())
                .map(DivisionCode::new)
                .distinct()
                .toList();
    }

    private static Optional<LocalDate> day(String[] cells, int at) {
        return at >= cells.length || cells[at].isBlank()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(cells[at].strip()));
    }

    private static IllegalArgumentException fault(int line, String what) {
        return new IllegalArgumentException("Line %d: %s".formatted(line, what));
    }

    private void check() {
        for (int i = 1; i < keys.length; i++) {
            if (keys[i] / MOST_LINES == keys[i - 1] / MOST_LINES) {
                checkPeriods(code(i));
            }
        }
        histories.forEach(
                (line, it) -> {
                    for (DivisionCode successor : it.successors()) {
                        if (rows(successor).isEmpty()) {
                            throw fault(line, "the successor is not in the file: " + successor);
                        }
                        origins.computeIfAbsent(successor, none -> new ArrayList<>()).add(it);
                    }
                });
    }

    private void checkPeriods(DivisionCode code) {
        List<Division> rows = rows(code);
        for (int i = 1; i < rows.size(); i++) {
            Division before = rows.get(i - 1);
            LocalDate from = rows.get(i).begins();
            if (!before.successors().isEmpty()) {
                throw fault(code, "given again although it has successors");
            }
            if (before.validTo().map(it -> !it.isBefore(from)).orElse(true)) {
                throw fault(code, "listed twice for the same time");
            }
        }
    }

    /** A fault of the last line with the code. */
    IllegalArgumentException fault(DivisionCode code, String what) {
        int last = from(number(code.value()) + 1) - 1;
        return fault((int) (keys[last] % MOST_LINES), "%s: %s".formatted(code, what));
    }

    /** All rows of a code, the oldest first. */
    List<Division> rows(DivisionCode code) {
        List<Division> rows = new ArrayList<>();
        long number = number(code.value());
        for (int i = from(number); i < keys.length && keys[i] / MOST_LINES == number; i++) {
            rows.add(row(i));
        }
        rows.sort(Comparator.comparing(Division::begins));
        return rows;
    }

    /** The rows right below a division that existed from the first to the last day. */
    List<Division> children(DivisionCode parent, LocalDate first, LocalDate last) {
        List<Division> children = new ArrayList<>();
        int i = from(number(parent.value()) + 1);
        while (i < keys.length && parent.contains(code(i))) {
            DivisionCode child = code(i).in(parent.levelBelow());
            rows(child).stream()
                    .filter(it -> it.existed(first, last))
                    .reduce((older, newer) -> newer)
                    .ifPresent(children::add);
            i = from(number(child.last()) + 1);
        }
        return children;
    }

    /** The codes of a division and all below it, in order. */
    List<DivisionCode> codes(DivisionCode within) {
        return IntStream.range(from(number(within.first())), from(number(within.last()) + 1))
                .mapToObj(this::code)
                .distinct()
                .toList();
    }

    /** The rows that name a division as successor, in the file's order. */
    List<Division> origins(DivisionCode code) {
        return List.copyOf(origins.getOrDefault(code, List.of()));
    }

    /** The rows that tell more than a name. */
    Iterable<Division> histories() {
        return histories.values();
    }

    private Division row(int i) {
        int line = (int) (keys[i] % MOST_LINES);
        Division known = histories.get(line);
        if (known != null) {
            return known;
        }
        int start = nameEnds[line - 1];
        int length = nameEnds[line] - start;
        return new Division(code(i), new String(names, start, length, StandardCharsets.UTF_8));
    }

    private DivisionCode code(int i) {
        return new DivisionCode(Long.toString(TWELVE_DIGITS + keys[i] / MOST_LINES).substring(1));
    }

    /** Where the first code stands that is not below the number. */
    private int from(long number) {
        int at = Arrays.binarySearch(keys, number * MOST_LINES);
        return at < 0 ? -at - 1 : at;
    }

    private static long number(String code) {
        return Long.parseLong(code);
    }
}
