package org.fengqiao.kit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * The count equals an oracle that knows nothing of it: it strikes days from one long list and takes
 * the nth left. It also reads the notices' days from the raw lines of the data files.
 */
class DeadlineProperties {

    private static final LocalDate FIRST = LocalDate.of(2022, 6, 1);
    private static final Set<LocalDate> FREED = raw("HOLIDAY");
    private static final Set<LocalDate> WORKED = raw("MAKE_UP_WORKDAY");

    /** A suspension by offset from the start and length, both in days. */
    record Stop(int offset, int length) {}

    private static Set<LocalDate> raw(String kind) {
        return IntStream.rangeClosed(2023, 2026)
                .mapToObj(
                        it ->
                                DeadlineProperties.class.getResourceAsStream(
                                        "/calendar/" + it + ".csv"))
                .flatMap(
                        it ->
                                new java.io.BufferedReader(
                                                new java.io.InputStreamReader(
                                                        it,
                                                        java.nio.charset.StandardCharsets.UTF_8))
                                        .lines())
                .filter(it -> it.contains("," + kind + ","))
                .map(it -> LocalDate.parse(it.substring(0, 10)))
                .collect(Collectors.toSet());
    }

    private static boolean works(LocalDate day) {
        boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        return WORKED.contains(day) || (!weekend && !FREED.contains(day));
    }

    @Provide
    Arbitrary<LocalDate> starts() {
        return Arbitraries.integers().between(0, 5 * 365).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<Stop> stops() {
        return Arbitraries.integers()
                .between(0, 60)
                .flatMap(
                        from ->
                                Arbitraries.integers()
                                        .between(1, 20)
                                        .map(length -> new Stop(from, length)));
    }

    /** All days after the start that may count, struck from a list of two years. */
    private static LocalDate oracle(
            LocalDate start, int nth, boolean workingDays, boolean rolls, Set<LocalDate> stopped) {
        List<LocalDate> days =
                LongStream.rangeClosed(1, 730)
                        .mapToObj(start::plusDays)
                        .collect(Collectors.toCollection(ArrayList::new));
        days.removeAll(stopped);
        if (workingDays) {
            days.removeIf(it -> !works(it));
        }
        LocalDate last = days.get(nth - 1);
        if (!rolls) {
            return last;
        }
        return days.stream()
                .filter(it -> !it.isBefore(last) && works(it))
                .findFirst()
                .orElseThrow();
    }

    @Property(tries = 2000)
    void theCountEqualsTheOracle(
            @ForAll("starts") LocalDate start,
            @ForAll @IntRange(min = 1, max = 90) int length,
            @ForAll @IntRange(min = 0, max = 30) int extension,
            @ForAll boolean workingDays,
            @ForAll boolean rolls,
            @ForAll @Size(max = 3) List<@net.jqwik.api.From("stops") Stop> stops) {
        Rule named =
                Rule.limit("ANY", Rule.Holder.ORGAN, "START", "GK")
                        .extendableBy(30)
                        .suspendedBy("HEARING");
        Rule rule = (workingDays ? named.workingDays(length) : named.days(length)).rolling(rolls);
        Course course = Course.startedOn(start);
        if (extension > 0) {
            course = course.extended(extension, start);
        }
        Set<LocalDate> stopped = new HashSet<>();
        for (Stop stop : stops) {
            LocalDate from = start.plusDays(stop.offset());
            LocalDate to = from.plusDays(stop.length() - 1L);
            course = course.suspended("HEARING", from, to).suspended("UNRELATED", from, null);
            from.datesUntil(to.plusDays(1)).forEach(stopped::add);
        }
        Deadline deadline = Deadline.of(rule, course, WorkCalendar.published());
        assertEquals(
                oracle(start, length + extension, workingDays, rolls, stopped), deadline.dueOn());
        explains(deadline, length + extension);
    }

    /** Every day from day 1 to the last is counted or explained: nothing vanishes. */
    private static void explains(Deadline deadline, int counted) {
        Set<LocalDate> skipped =
                deadline.explanation().skipped().stream()
                        .map(Explanation.SkippedDay::day)
                        .collect(Collectors.toSet());
        long between = deadline.course().startedOn().datesUntil(deadline.dueOn()).count();
        // A last day that rolls is counted and then passed over; the day it rolls to replaces it.
        assertEquals(between, counted + skipped.size(), deadline.toString());
        assertEquals(skipped.size(), deadline.explanation().skipped().size());
    }

    @Property
    void stateNeverGoesBackFromMissed(
            @ForAll("starts") LocalDate start, @ForAll @IntRange(min = 1, max = 90) int length) {
        Rule rule = Rule.limit("ANY", Rule.Holder.ORGAN, "START", "GK").days(length);
        Deadline deadline = Deadline.of(rule, Course.startedOn(start), WorkCalendar.published());
        long missed =
                start.datesUntil(start.plusDays(200))
                        .filter(it -> deadline.state(it) == Deadline.State.MISSED)
                        .count();
        long after = start.plusDays(200).toEpochDay() - deadline.dueOn().toEpochDay() - 1;
        assertEquals(after, missed);
    }
}
