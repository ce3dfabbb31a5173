package org.fengqiao.reporting.indicators;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.web.Refusal;

/**
 * The indicators that are there for a division: the chapters', and behind them those that a county,
 * or a unit above it, defined for itself. A value: what is defined later is in none that was read
 * before.
 *
 * @param all one for each code
 */
public record Indicators(List<Defined> all) {

    /** Those of the chapters, which are there for every division. */
    public static final Indicators OF_CHAPTERS = new Indicators(ofChapters());

    /**
     * An indicator by all its definitions.
     *
     * @param definitions in their order; none is ever changed or removed
     * @param until the last month that it is counted in; null while it goes on
     */
    public record Defined(List<Indicator> definitions, YearMonth until) {

        String code() {
            return latest().code();
        }

        Indicator latest() {
            return definitions.get(definitions.size() - 1);
        }

        /**
         * By the definition that is in force all through the period; none where it changes or ends
         * within: then there is no figure.
         */
        Optional<Indicator> in(Period period) {
            boolean ended = until != null && period.last().isAfter(until);
            return ended || changeIn(period).isPresent()
                    ? Optional.empty()
                    : definitions.stream()
                            .filter(it -> isFirst(it) || !it.since().isAfter(period.first()))
                            .reduce((earlier, later) -> later);
        }

        private Optional<Indicator> changeIn(Period period) {
            return definitions.stream()
                    .filter(it -> !isFirst(it))
                    .filter(it -> it.since().isAfter(period.first()))
                    .filter(it -> !it.since().isAfter(period.last()))
                    .findFirst();
        }

        /** The first one stands for all months before it, too. */
        private boolean isFirst(Indicator it) {
            return it.equals(definitions.get(0));
        }

        /** Why there is no figure of a period. */
        Refusal refusal(Period period) {
            return changeIn(period)
                    .map(
                            it ->
                                    Refusal.parameter(
                                            "period",
                                            "%s 的定义自%s起改变，请分段查询".formatted(code(), it.since()),
                                            "The definition of %s changes in %s: ask for the periods before and from then"
                                                    .formatted(code(), it.since())))
                    .orElseGet(
                            () ->
                                    Refusal.parameter(
                                            "period",
                                            "%s 自%s后停用，请查询此前的期间".formatted(code(), until),
                                            "%s has ended with %s: ask for periods up to then"
                                                    .formatted(code(), until)));
        }
    }

    public Indicators {
        all = List.copyOf(all);
    }

    private static List<Defined> ofChapters() {
        Map<String, List<Indicator>> byCode =
                Arrays.stream(Chapter.values())
                        .flatMap(it -> it.indicators().stream())
                        .collect(
                                Collectors.groupingBy(
                                        Indicator::code, LinkedHashMap::new, Collectors.toList()));
        return byCode.values().stream().map(it -> new Defined(it, null)).toList();
    }

    Indicators and(List<Defined> others) {
        return new Indicators(Stream.concat(all.stream(), others.stream()).toList());
    }

    Optional<Defined> defined(String code) {
        return all.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** The indicator of that code, by its latest definition; none where it is not there. */
    public Optional<Indicator> find(String code) {
        return defined(code).map(Defined::latest);
    }

    /** The same of a code that is there. */
    public Indicator get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException(code));
    }

    /** The same by one of its definitions, old ones included. */
    public Indicator get(String code, int definition) {
        return definitions()
                .filter(it -> it.code().equals(code) && it.definition() == definition)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " " + definition));
    }

    /** Each by each of its definitions. */
    public Stream<Indicator> definitions() {
        return all.stream().flatMap(it -> it.definitions().stream());
    }

    /** What has a figure of the period, each by the definition that is in force. */
    public List<Indicator> in(Period period) {
        return all.stream().flatMap(it -> it.in(period).stream()).toList();
    }

    /** The same without the chapters'. */
    public List<Indicator> own(Period period) {
        return in(period).stream().filter(it -> isOwn(it.code())).toList();
    }

    private static boolean isOwn(String code) {
        return LocalCode.of(code).isPresent();
    }

    /** The chapters', and of the others those that a text names: no text is judged by the rest. */
    public Indicators naming(Collection<String> codes) {
        return new Indicators(
                all.stream().filter(it -> !isOwn(it.code()) || codes.contains(it.code())).toList());
    }

    /** The same of some codes, in their order; what is not there, or has no figure, is left out. */
    public List<Indicator> in(Period period, Collection<String> codes) {
        return codes.stream()
                .flatMap(it -> defined(it).stream())
                .flatMap(it -> it.in(period).stream())
                .toList();
    }
}
