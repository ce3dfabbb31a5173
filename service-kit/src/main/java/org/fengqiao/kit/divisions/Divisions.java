package org.fengqiao.kit.divisions;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.security.Scope.Range;
import org.fengqiao.kit.web.Refusal;

/**
 * The divisions this suite serves, their names and what became of them: 鲁山县 with its ancestors,
 * townships and villages, or the file named by {@code fengqiao.divisions.file}, of any county or of
 * the whole country.
 *
 * <p>It is UTF-8 CSV {@code code,name,successor,validFrom,validTo} with a header; {@code #} starts
 * a remark, and the columns behind the name may lack. {@code successor} is what the division was
 * merged or re-coded into; of a split all parts, separated by blanks or semicolons. {@code
 * validFrom} and {@code validTo} are its first and its last day (2024-12-31). A code stands on
 * several lines where its name changed. Where a part broke away and the rest kept the code, it
 * keeps its records too, and is not listed as split.
 */
@ApplicationScoped
public class Divisions {

    private static final String BUNDLED = "/divisions/410423.csv";

    private final DivisionList list;
    private final Clock clock;
    private volatile Succession latest;

    /**
     * @throws IllegalArgumentException for a faulty file, with the number of the line
     */
    Divisions(
            @ConfigProperty(name = "fengqiao.divisions.file") Optional<String> file, Clock clock) {
        this.clock = clock;
        list = file.map(Divisions::fromFile).orElseGet(Divisions::bundled);
        latest = new Succession(list, LocalDate.now(clock));
    }

    private static DivisionList fromFile(String file) {
        try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("fengqiao.divisions.file cannot be read: " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static DivisionList bundled() {
        try (Reader reader =
                new InputStreamReader(
                        Divisions.class.getResourceAsStream(BUNDLED), StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DivisionList read(Reader reader) throws IOException {
        DivisionList read = new DivisionList(reader);
        new Succession(read, LocalDate.MAX); // finds a circle, also one that closes on a later day
        return read;
    }

    private Succession today() {
        LocalDate today = LocalDate.now(clock);
        Succession known = latest;
        if (!known.on().equals(today)) {
            known = new Succession(list, today);
            latest = known;
        }
        return known;
    }

    /**
     * The division with this 12-digit code as it is today, and one that is no more as it was last.
     */
    public Optional<Division> find(String code) {
        if (!DivisionCode.valid(code)) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        List<Division> rows = list.rows(new DivisionCode(code));
        return rows.stream()
                .filter(it -> !it.begins().isAfter(today))
                .reduce((older, newer) -> newer)
                .or(() -> rows.stream().findFirst());
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

    /** Whether others stand in its place today, or in that of a division that contains it. */
    public boolean isSucceeded(String code) {
        return today().places().containsKey(code);
    }

    /**
     * 422 {@code DIVISION_ENDED}: what is asked of a division that {@link #isSucceeded} has to be
     * asked of those that stand in its place, which it names.
     *
     * @param pointer the field or parameter that holds it
     */
    public Refusal ended(String code, String pointer) {
        List<String> heirs =
                find(code).map(Division::successors).stream()
                        .flatMap(List::stream)
                        .map(DivisionCode::value)
                        .toList();
        List<String> now = heirs.isEmpty() ? List.of(current(code)) : heirs;
        String named = now.stream().map(it -> name(it) + " " + it).collect(Collectors.joining("、"));
        return Refusal.of(422, "DIVISION_ENDED", "该区划已撤并", "The division is no more")
                .at(pointer, "现为：" + named, "it is now " + String.join(", ", now));
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

    /** Whether the register has the code for some day from the first to the last. */
    public boolean existed(String code, LocalDate first, LocalDate last) {
        return list.rows(new DivisionCode(code)).stream().anyMatch(it -> it.existed(first, last));
    }

    /** The divisions one level down that exist today, in the order of their codes. */
    public List<Division> children(String code) {
        return children(code, LocalDate.now(clock));
    }

    /** Those that exist on the day, under the names of that day. */
    public List<Division> children(String code, LocalDate on) {
        return children(code, on, on);
    }

    /** Those that existed on some day from the first to the last, under their last names. */
    public List<Division> children(String code, LocalDate first, LocalDate last) {
        return list.children(new DivisionCode(code), first, last);
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
     * often; of one that was split that of the lowest division that contains all of its successors.
     */
    public String current(String code) {
        return today().places().getOrDefault(code, code);
    }

    /**
     * Divisions that are no more and whose place is now this division or one below it, in the order
     * of their codes. One that was split is none of its successors' but of what contains them all.
     */
    public List<DivisionCode> predecessors(String code) {
        DivisionCode here = new DivisionCode(code);
        return moved(code).entrySet().stream()
                .filter(it -> here.contains(new DivisionCode(it.getValue())))
                .map(it -> new DivisionCode(it.getKey()))
                .toList();
    }

    /** Those of which it is a successor itself, by the register, in the order of its file. */
    public List<Division> origins(String code) {
        return list.origins(new DivisionCode(code));
    }

    /**
     * The codes that are no more and lay in the division, or lie in it today, each with its {@link
     * #current} one. Empty where nothing ever changed.
     */
    public SortedMap<String, String> moved(String code) {
        return today().moved(new DivisionCode(code));
    }

    /**
     * What the office of a division answers for today: the codes below its own, with those of
     * merged predecessors and without those that lie elsewhere now. The office of a division that
     * is no more keeps to its own codes.
     */
    public Scope scope(String code) {
        if (!DivisionCode.valid(code) || today().places().containsKey(code)) {
            return Scope.of(code);
        }
        DivisionCode here = new DivisionCode(code);
        NavigableSet<String> gone = new TreeSet<>();
        NavigableSet<String> come = new TreeSet<>();
        moved(code)
                .forEach(
                        (it, place) -> {
                            boolean inside = here.contains(new DivisionCode(place));
                            if (here.contains(new DivisionCode(it)) != inside) {
                                (inside ? come : gone).add(it);
                            }
                        });
        return Scope.of(code).without(ranges(gone)).with(ranges(come));
    }

    /** One range where a division moved with all that the register has below it. */
    private List<Range> ranges(NavigableSet<String> codes) {
        List<Range> ranges = new ArrayList<>();
        String covered = "";
        for (String it : codes) {
            if (it.compareTo(covered) > 0) {
                DivisionCode code = new DivisionCode(it);
                boolean whole =
                        list.codes(code).stream().allMatch(one -> codes.contains(one.value()));
                covered = whole ? code.last() : it;
                ranges.add(new Range(it, covered));
            }
        }
        return ranges;
    }
}
