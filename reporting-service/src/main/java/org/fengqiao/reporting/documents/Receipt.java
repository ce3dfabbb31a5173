package org.fengqiao.reporting.documents;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.reports.Edition;
import org.fengqiao.reporting.reports.Edition.Value;

/** The list behind a figure, or behind one part of a share. */
record Receipt(Value value, Part part, List<Behind> records) {

    private record Key(String figure, Part part) {}

    /** The lists of an edition, figure by figure; those without a record are left out. */
    static List<Receipt> of(Edition edition, List<Behind> records) {
        Map<Key, List<Behind>> lists =
                records.stream()
                        .collect(Collectors.groupingBy(it -> new Key(it.figure(), it.part())));
        return edition.figures().stream()
                .flatMap(
                        value ->
                                Stream.of(Part.values())
                                        .filter(it -> lists.containsKey(new Key(value.key(), it)))
                                        .map(
                                                it ->
                                                        new Receipt(
                                                                value,
                                                                it,
                                                                lists.get(
                                                                        new Key(value.key(), it)))))
                .toList();
    }
}
