package org.fengqiao.kit.divisions;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.web.Refusal;

/**
 * The names of the divisions this suite serves: 鲁山县 with its ancestors, townships and villages, or
 * the file named by {@code fengqiao.divisions.file} (UTF-8 CSV {@code code,name,successor} with a
 * header; {@code #} starts a remark).
 */
@ApplicationScoped
public class Divisions {

    private static final String BUNDLED = "/divisions/410423.csv";

    private final NavigableMap<String, Division> byCode;

    Divisions(@ConfigProperty(name = "fengqiao.divisions.file") Optional<String> file) {
        byCode = file.map(Divisions::fromFile).orElseGet(Divisions::bundled);
    }

    private static NavigableMap<String, Division> fromFile(String file) {
        try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("fengqiao.divisions.file cannot be read: " + file, e);
        }
    }

    private static NavigableMap<String, Division> bundled() {
        try (Reader reader =
                new InputStreamReader(
                        Divisions.class.getResourceAsStream(BUNDLED), StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NavigableMap<String, Division> read(Reader reader) {
        List<Division> divisions =
                new BufferedReader(reader)
                        .lines()
                        .filter(it -> !it.startsWith("#") && !it.isBlank())
                        .skip(1)
                        .map(Divisions::division)
                        .toList();
        NavigableMap<String, Division> byCode = new TreeMap<>();
        for (Division it : divisions) {
            if (byCode.put(it.code().value(), it) != null) {
                throw new IllegalArgumentException("Division listed twice: " + it.code());
            }
        }
        return byCode;
    }

    private static Division division(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length < 2 || cells.length > 3) {
            throw new IllegalArgumentException("Not code,name,successor: " + line);
        }
        String successor = cells.length < 3 ? "" : cells[2].strip();
        return new Division(
                new DivisionCode(cells[0].strip()),
                cells[1].strip(),
                successor.isEmpty() ? Optional.empty() : Optional.of(new DivisionCode(successor)));
    }

    /** The division with this 12-digit code, merged ones included. */
    public Optional<Division> find(String code) {
        return Optional.ofNullable(code).map(byCode::get);
    }

    /**
     * Whether the register has the code, or has nothing of its county to tell; not the code of any
     * division: {@code false}.
     */
    public boolean mayBe(String code) {
        if (!DivisionCode.valid(code)) {
            return false;
        }
        DivisionCode county = new DivisionCode(code).in(DivisionCode.Level.COUNTY);
        return find(code).isPresent() || find(county.value()).isEmpty();
    }

    /**
     * The code itself.
     *
     * @param pointer the field that holds it
     * @throws Refusal 422 {@code PLACE_UNKNOWN} unless the division {@link #mayBe}
     */
    public String require(String code, String pointer) {
        if (!mayBe(code)) {
            throw Refusal.of(422, "PLACE_UNKNOWN", "没有该区划代码", "No such division")
                    .at(pointer, "不在区划名录中", "not in the list of divisions");
        }
        return code;
    }

    /** The name for display ({@code 瓦屋}); the code itself where the register does not know it. */
    public String name(String code) {
        return find(code).map(Division::name).orElse(code);
    }

    /** The name with its ancestors from the province down: {@code 河南省平顶山市鲁山县瓦屋镇}. */
    public String fullName(String code) {
        if (!DivisionCode.valid(code)) {
            return code;
        }
        return Stream.iterate(
                        Optional.of(new DivisionCode(code)),
                        Optional::isPresent,
                        it -> it.get().parent())
                .map(it -> name(it.get().value()))
                .reduce("", (below, above) -> above + below);
    }

    /** The divisions one level down that exist today, in the order of their codes. */
    public List<Division> children(String code) {
        DivisionCode parent = new DivisionCode(code);
        return byCode.subMap(parent.first(), false, parent.last(), true).values().stream()
                .filter(it -> it.successor().isEmpty())
                .filter(it -> it.code().parent().equals(Optional.of(parent)))
                .toList();
    }

    /** The division one level down of that name, as people write it: 瓦屋, 瓦屋村 or in full. */
    public Optional<Division> childNamed(String code, String name) {
        return children(code).stream()
                .filter(
                        it ->
                                name.equals(it.name())
                                        || name.equals(it.name() + "村")
                                        || name.equals(it.officialName()))
                .findFirst();
    }

    /**
     * Today's code of a division: its own, or that of the division it was merged into, however
     * often.
     */
    public String current(String code) {
        String today = code;
        for (int step = 0; step <= byCode.size(); step++) {
            Optional<DivisionCode> successor = find(today).flatMap(Division::successor);
            if (successor.isEmpty()) {
                return today;
            }
            today = successor.get().value();
        }
        throw new IllegalStateException("Successors run in a circle from " + code);
    }

    /**
     * Merged divisions whose place is now this division or one below it, in the order of their
     * codes.
     */
    public List<DivisionCode> predecessors(String code) {
        DivisionCode here = new DivisionCode(code);
        return byCode.values().stream()
                .filter(it -> it.successor().isPresent())
                .filter(it -> here.contains(new DivisionCode(current(it.code().value()))))
                .map(Division::code)
                .collect(Collectors.toUnmodifiableList());
    }
}
