package org.fengqiao.kit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * The count equals an oracle that knows nothing of it: it strikes days from one long list and takes
 * the nth left; for calendars at random, and for those of the notices, whose days it reads from the
 * raw lines of the data files.
 */
class DeadlinePropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2022, 6, 1);
    private static final Notice PUBLISHED = new Notice(raw("HOLIDAY"), raw("MAKE_UP_WORKDAY"));

    /** What the oracle knows of a calendar: the days that were named, and nothing of years. */
    record Notice(Set<LocalDate> freed, Set<LocalDate> worked) {

        boolean works(LocalDate day) {
            boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
            return worked.contains(day) || (!weekend && !freed.contains(day));
        }

        /** The same days as the calendar has them, year by year. */
        WorkCalendar calendar() {
            Map<Integer, List<CalendarDay>> years =
                    Stream.concat(
                                    freed.stream().map(it -> day(it, CalendarDay.Kind.HOLIDAY)),
                                    worked.stream()
                                            .map(it -> day(it, CalendarDay.Kind.MAKE_UP_WORKDAY)))
                            .collect(Collectors.groupingBy(it -> it.day().getYear()));
            WorkCalendar calendar = WorkCalendar.EMPTY;
            for (Map.Entry<Integer, List<CalendarDay>> year : years.entrySet()) {
                calendar = calendar.with(year.getKey(), year.getValue());
            }
            return calendar;
        }

        private static CalendarDay day(LocalDate day, CalendarDay.Kind kind) {
            return new CalendarDay(day, kind, "随机", "国办发明电〔2023〕7号");
        }
    }

    /** A suspension by offset from the start and length, both in days. */
    record Stop(int offset, int length) {}

    private static Set<LocalDate> raw(String kind) {
        return IntStream.rangeClosed(2023, 2026)
                .mapToObj(
                        it ->
                                DeadlinePropertiesTest.class.getResourceAsStream(
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

    @Provide
    Arbitrary<LocalDate> starts() {
        return Arbitraries.integers().between(0, 5 * 365).map(FIRST::plusDays);
    }

    /** Days freed and made up at random, weekday or weekend, dense enough to meet every period. */
    @Provide
    Arbitrary<Notice> notices() {
        Arbitrary<Set<LocalDate>> days =
                Arbitraries.integers()
                        .between(0, 7 * 365)
                        .map(FIRST::plusDays)
                        .set()
                        .ofMinSize(0)
                        .ofMaxSize(600);
        return Combinators.combine(days, days)
                .as(
                        (freed, made) -> {
                            Set<LocalDate> worked = new HashSet<>(made);
                            worked.removeAll(freed);
                            return new Notice(freed, worked);
                        });
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
            Notice notice,
            LocalDate start,
            int nth,
            boolean workingDays,
            boolean rolls,
            Set<LocalDate> stopped) {
        List<LocalDate> days =
                LongStream.rangeClosed(1, 730)
                        .mapToObj(start::plusDays)
                        .collect(Collectors.toCollection(ArrayList::new));
        days.removeAll(stopped);
        if (workingDays) {
            days.removeIf(it -> !notice.works(it));
        }
        LocalDate last = days.get(nth - 1);
        if (!rolls) {
            return last;
        }
        return days.stream()
                .filter(it -> !it.isBefore(last) && notice.works(it))
                .findFirst()
                .orElseThrow();
    }

    @Property(tries = 2000)
    void theCountEqualsTheOracleWhateverTheCalendar(
            @ForAll("notices") Notice notice,
            @ForAll("starts") LocalDate start,
            @ForAll @IntRange(min = 1, max = 90) int length,
            @ForAll @IntRange(min = 0, max = 30) int extension,
            @ForAll boolean workingDays,
            @ForAll boolean rolls,
            @ForAll @Size(max = 3) List<@net.jqwik.api.From("stops") Stop> stops) {
        Period period = new Period(start, length, extension, workingDays, rolls, stops);
        compare(notice, notice.calendar(), period);
    }

    @Property(tries = 2000)
    void theCountEqualsTheOracleUnderTheNotices(
            @ForAll("starts") LocalDate start,
            @ForAll @IntRange(min = 1, max = 90) int length,
            @ForAll @IntRange(min = 0, max = 30) int extension,
            @ForAll boolean workingDays,
            @ForAll boolean rolls,
            @ForAll @Size(max = 3) List<@net.jqwik.api.From("stops") Stop> stops) {
        Period period = new Period(start, length, extension, workingDays, rolls, stops);
        compare(PUBLISHED, WorkCalendar.published(), period);
    }

    record Period(
            LocalDate start,
            int length,
            int extension,
            boolean workingDays,
            boolean rolls,
            List<Stop> stops) {}

    private static void compare(Notice notice, WorkCalendar calendar, Period it) {
        Rule named =
                Rule.limit("ANY", Rule.Holder.ORGAN, "START", "GK")
                        .extendableBy(30)
                        .suspendedBy("HEARING");
        Rule rule =
                (it.workingDays() ? named.workingDays(it.length()) : named.days(it.length()))
                        .rolling(it.rolls());
        Course course = Course.startedOn(it.start());
        if (it.extension() > 0) {
            course = course.extended(it.extension(), it.start());
        }
        Set<LocalDate> stopped = new HashSet<>();
        for (Stop stop : it.stops()) {
            LocalDate from = it.start().plusDays(stop.offset());
            LocalDate to = from.plusDays(stop.length() - 1L);
            course = course.suspended("HEARING", from, to).suspended("UNRELATED", from, null);
            from.datesUntil(to.plusDays(1)).forEach(stopped::add);
        }
        Deadline deadline = Deadline.of(rule, course, calendar);
        int counted = it.length() + it.extension();
        assertEquals(
                oracle(notice, it.start(), counted, it.workingDays(), it.rolls(), stopped),
                deadline.dueOn());
        explains(deadline, counted);
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
