package org.fengqiao.reporting.checks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.indicators.Cohort;
import org.fengqiao.reporting.indicators.Filter;
import org.fengqiao.reporting.indicators.Filter.In;
import org.fengqiao.reporting.indicators.Filter.With;
import org.fengqiao.reporting.indicators.Filter.Yes;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Indicators;

/**
 * What follows for figures from the cohorts of the catalogue alone, whatever was counted.
 *
 * @param partitions wholes with the parts that add up to them
 * @param subsets parts that cannot be above their sets
 * @param shares each a part of a whole
 * @param twins figures that count the same under two codes
 * @param lists what the numerator or denominator of a share is under a code of its own
 */
public record Relations(
        List<Partition> partitions,
        List<Subset> subsets,
        List<Indicator> shares,
        List<Pair> twins,
        List<Pair> lists) {

    /** A whole, and parts of it by one column: each of its records is in just one of them. */
    public record Partition(Indicator whole, Column column, List<Indicator> parts) {}

    /** Two figures of one kind, the second over fewer records. */
    public record Subset(Indicator set, Indicator part) {}

    /** Two figures of which the first tells the second. */
    public record Pair(Indicator one, Indicator other) {}

    /** A part of a whole, by some codes of a column. */
    private record Piece(Indicator indicator, Set<String> codes) {}

    /** By the definitions that are in force in the period. */
    public static Relations in(Period period, Indicators known) {
        List<Indicator> all = known.in(period);
        List<Indicator> shares = all.stream().filter(it -> it.kind() == Kind.SHARE).toList();
        List<Partition> partitions = new ArrayList<>();
        List<Subset> subsets = new ArrayList<>();
        List<Pair> twins = new ArrayList<>();
        List<Pair> lists = new ArrayList<>();
        for (Indicator whole : all) {
            List<Indicator> within = all.stream().filter(it -> isWithin(it, whole)).toList();
            within.forEach(it -> subsets.add(new Subset(whole, it)));
            partitions.addAll(partitions(whole, within));
            all.stream()
                    .filter(it -> !it.code().equals(whole.code()) && isAlike(it, whole))
                    .forEach(it -> twins.add(new Pair(it, whole)));
            shares.stream()
                    .filter(it -> isListOf(whole, it))
                    .forEach(it -> lists.add(new Pair(it, whole)));
        }
        return new Relations(partitions, subsets, shares, twins, lists);
    }

    /** Whether one is counted like the other, over a narrowing of its records. */
    private static boolean isWithin(Indicator part, Indicator whole) {
        return isCountedLike(part, whole)
                && whole.whole().contains(part.whole())
                && !part.whole().contains(whole.whole());
    }

    private static boolean isCountedLike(Indicator one, Indicator other) {
        return one.kind() != Kind.SHARE
                && one.kind() == other.kind()
                && Objects.equals(one.column(), other.column());
    }

    private static boolean isAlike(Indicator one, Indicator other) {
        return isCountedLike(one, other) && isAlike(one.whole(), other.whole());
    }

    /** Of the same records: whatever the order of the filters. */
    private static boolean isAlike(Cohort one, Cohort other) {
        return one.contains(other) && other.contains(one);
    }

    private static boolean isListOf(Indicator figure, Indicator share) {
        return figure.kind() != Kind.SHARE
                && figure.kind() != Kind.DISTINCT
                && Stream.of(Part.NUMERATOR, Part.DENOMINATOR)
                        .filter(it -> Objects.equals(share.summed(it), figure.column()))
                        .flatMap(it -> share.cohort(it).stream())
                        .anyMatch(it -> isAlike(it, figure.whole()));
    }

    /** Of what counts different things the parts may overlap: it has none. */
    private static List<Partition> partitions(Indicator whole, List<Indicator> within) {
        if (whole.kind() == Kind.DISTINCT) {
            return List.of();
        }
        List<Partition> found = new ArrayList<>();
        for (Column column : whole.whole().table().dimensions()) {
            Set<String> codes = codes(whole.whole(), column);
            List<Piece> pieces =
                    within.stream().flatMap(it -> piece(it, whole, column).stream()).toList();
            cover(codes, pieces).forEach(it -> found.add(new Partition(whole, column, it)));
        }
        for (Indicator half : within) {
            for (Indicator other : within) {
                halved(whole, half, other)
                        .map(it -> new Partition(whole, it, List.of(half, other)))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** The column that one half has, or says yes in, and the other does not. */
    private static Optional<Column> halved(Indicator whole, Indicator half, Indicator other) {
        List<Filter> by = beyond(whole, half);
        boolean rest =
                by.size() == 1
                        && (by.get(0) instanceof Yes || by.get(0) instanceof With)
                        && beyond(whole, other).equals(List.of(by.get(0).rest()));
        return rest ? Optional.of(by.get(0).column()) : Optional.empty();
    }

    private static List<Filter> beyond(Indicator whole, Indicator part) {
        return part.whole().filters().stream()
                .filter(it -> !whole.whole().filters().contains(it))
                .toList();
    }

    /** What is left of the column's codes when the cohort has chosen among them. */
    private static Set<String> codes(Cohort cohort, Column column) {
        Set<String> codes = new LinkedHashSet<>(column.codes().keySet());
        chosen(cohort.filters(), column).forEach(it -> codes.retainAll(it.codes()));
        return codes;
    }

    private static Stream<In> chosen(List<Filter> filters, Column column) {
        return filters.stream()
                .filter(In.class::isInstance)
                .map(In.class::cast)
                .filter(it -> it.column().equals(column));
    }

    /** The part as a piece of the whole, where it is narrowed by that column alone. */
    private static Optional<Piece> piece(Indicator part, Indicator whole, Column column) {
        List<Filter> more = beyond(whole, part);
        return chosen(more, column).count() == more.size()
                ? Optional.of(new Piece(part, codes(part.whole(), column)))
                : Optional.empty();
    }

    /** All ways to cover the codes with pieces that do not overlap. */
    private static List<List<Indicator>> cover(Set<String> codes, List<Piece> pieces) {
        if (codes.isEmpty()) {
            return List.of(List.of());
        }
        String first = codes.iterator().next();
        List<List<Indicator>> covers = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.codes().contains(first) && codes.containsAll(piece.codes())) {
                Set<String> rest = new LinkedHashSet<>(codes);
                rest.removeAll(piece.codes());
                for (List<Indicator> others : cover(rest, pieces)) {
                    covers.add(
                            Stream.concat(Stream.of(piece.indicator()), others.stream()).toList());
                }
            }
        }
        return covers;
    }

    /** Those between figures of these codes alone. */
    Relations among(Set<String> codes) {
        return new Relations(
                partitions.stream()
                        .filter(
                                it ->
                                        Stream.concat(Stream.of(it.whole()), it.parts().stream())
                                                .allMatch(of -> codes.contains(of.code())))
                        .toList(),
                subsets.stream()
                        .filter(it -> codes.contains(it.set().code()))
                        .filter(it -> codes.contains(it.part().code()))
                        .toList(),
                shares.stream().filter(it -> codes.contains(it.code())).toList(),
                among(codes, twins),
                among(codes, lists));
    }

    private static List<Pair> among(Set<String> codes, List<Pair> pairs) {
        return pairs.stream()
                .filter(it -> codes.contains(it.one().code()))
                .filter(it -> codes.contains(it.other().code()))
                .toList();
    }

    /** The codes of all figures that are compared. */
    List<String> needed() {
        Stream<Indicator> counted = subsets.stream().flatMap(it -> Stream.of(it.set(), it.part()));
        return Stream.concat(counted, shares.stream()).map(Indicator::code).distinct().toList();
    }
}
