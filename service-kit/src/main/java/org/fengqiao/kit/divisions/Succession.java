package org.fengqiao.kit.divisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where the divisions that are no more lie on a day: in the one successor that all of their
 * successors come to; of a split in the lowest division that contains them all. A division without
 * successors below one that has them goes with it.
 */
final class Succession {

    private final LocalDate on;
    private final DivisionList list;
    private final Map<DivisionCode, List<DivisionCode>> successors = new HashMap<>();
    private final Map<DivisionCode, Set<DivisionCode>> heirs = new HashMap<>();
    private final NavigableMap<String, String> places = new TreeMap<>();
    private final NavigableMap<String, List<String>> arrivals = new TreeMap<>();

    /**
     * @throws IllegalArgumentException where successors run in a circle
     */
    Succession(DivisionList list, LocalDate on) {
        this.list = list;
        this.on = on;
        for (Division it : list.histories()) {
            if (it.isSucceeded(on)) {
                successors.put(it.code(), it.successors());
            }
        }
        for (DivisionCode ended : successors.keySet()) {
            list.codes(ended).forEach(it -> places.put(it.value(), place(it).value()));
        }
        places.forEach(
                (code, place) ->
                        arrivals.computeIfAbsent(place, it -> new ArrayList<>()).add(code));
    }

    LocalDate on() {
        return on;
    }

    /** The code of every listed division that is no more, and where it lies. */
    NavigableMap<String, String> places() {
        return places;
    }

    /** Those that lie in the division or lay there, and where. */
    SortedMap<String, String> moved(DivisionCode division) {
        SortedMap<String, String> moved = new TreeMap<>();
        moved.putAll(places.subMap(division.first(), true, division.last(), true));
        arrivals.subMap(division.first(), true, division.last(), true)
                .forEach((place, codes) -> codes.forEach(it -> moved.put(it, place)));
        return moved;
    }

    private DivisionCode place(DivisionCode code) {
        Set<DivisionCode> heirs = heirs(code, new HashSet<>());
        return ancestry(heirs.iterator().next())
                .filter(it -> heirs.stream().allMatch(it::contains))
                .findFirst()
                .orElse(code); // split between provinces: it stays what it was
    }

    private Set<DivisionCode> heirs(DivisionCode code, Set<DivisionCode> way) {
        Optional<DivisionCode> ended = ancestry(code).filter(successors::containsKey).findFirst();
        if (ended.isEmpty()) {
            return Set.of(code);
        }
        DivisionCode it = ended.get();
        if (!heirs.containsKey(it)) {
            if (!way.add(it)) {
                throw list.fault(it, "successors run in a circle");
            }
            Set<DivisionCode> found = new TreeSet<>();
            successors.get(it).forEach(next -> found.addAll(heirs(next, way)));
            heirs.put(it, found);
        }
        return heirs.get(it);
    }

    /** The division and those above it, from below. */
    private static Stream<DivisionCode> ancestry(DivisionCode code) {
        return Stream.iterate(
                        Optional.of(code),
                        Optional::isPresent,
                        it -> it.flatMap(DivisionCode::parent))
                .map(Optional::get);
    }
}
