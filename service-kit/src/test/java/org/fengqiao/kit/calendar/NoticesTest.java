package org.fengqiao.kit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The data files say what the sentences of the notices say (the two were taken from different
 * sources).
 */
class NoticesTest {

    private static final Pattern HEAD = Pattern.compile("(国办发明电〔\\d{4}〕\\d+号) (\\d{4})");
    private static final Pattern FREED =
            Pattern.compile(
                    "：(?:(\\d{4})年)?(\\d+)月(\\d+)日(?:至(?:(\\d{4})年)?(?:(\\d+)月)?(\\d+)日)?放假");
    private static final Pattern WORKED = Pattern.compile("(\\d+)月(\\d+)日(?=[、上])");

    private final Map<LocalDate, String> freed = new TreeMap<>();
    private final Map<LocalDate, String> worked = new TreeMap<>();
    private final SortedSet<Integer> years = new TreeSet<>();

    NoticesTest() {
        int year = 0;
        String notice = "";
        for (String line : lines()) {
            Matcher head = HEAD.matcher(line);
            if (head.matches()) {
                notice = head.group(1);
                year = Integer.parseInt(head.group(2));
                years.add(year);
            } else {
                read(line.replaceAll("（[^）]*）", ""), year, notice);
            }
        }
    }

    private static List<String> lines() {
        return new BufferedReader(
                        new InputStreamReader(
                                NoticesTest.class.getResourceAsStream("/calendar/notices.txt"),
                                StandardCharsets.UTF_8))
                .lines()
                .filter(it -> !it.startsWith("#"))
                .toList();
    }

    private void read(String sentence, int year, String notice) {
        Matcher it = FREED.matcher(sentence);
        assertTrue(it.find(), sentence);
        LocalDate from =
                LocalDate.of(
                        number(it.group(1), year), number(it.group(2), 0), number(it.group(3), 0));
        LocalDate to =
                it.group(6) == null
                        ? from
                        : LocalDate.of(
                                number(it.group(4), year),
                                number(it.group(5), from.getMonthValue()),
                                number(it.group(6), 0));
        from.datesUntil(to.plusDays(1)).forEach(day -> freed.put(day, notice));
        Matcher days = WORKED.matcher(sentence.substring(it.end()));
        while (days.find()) {
            worked.put(
                    LocalDate.of(year, number(days.group(1), 0), number(days.group(2), 0)), notice);
        }
    }

    private static int number(String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }

    @Test
    void theFilesHoldTheYearsOfTheNotices() {
        assertEquals(years, WorkCalendar.published().years().keySet());
        assertEquals(new TreeSet<>(List.of(2023, 2024, 2025, 2026)), years);
    }

    @Test
    void everyDayNamedByAFileIsNamedByItsNotice() {
        WorkCalendar.published().years().values().stream()
                .flatMap(it -> it.values().stream())
                .forEach(
                        it -> {
                            Map<LocalDate, String> said =
                                    it.kind() == CalendarDay.Kind.HOLIDAY ? freed : worked;
                            assertEquals(said.get(it.day()), it.notice(), it.toString());
                        });
    }

    @Test
    void everyDayOfTheNoticesIsAHolidayOrAWorkingDayAsTheySay() {
        WorkCalendar calendar = WorkCalendar.published();
        // 31 December 2022 is a Saturday of a year without a file.
        freed.keySet().forEach(it -> assertTrue(!calendar.isWorkingDay(it), it + " is freed"));
        worked.keySet().forEach(it -> assertTrue(calendar.isWorkingDay(it), it + " is worked"));
        assertEquals(26, worked.size());
        assertEquals(116, freed.size());
    }

    @Test
    void makeUpDaysAreWeekends() {
        worked.keySet().forEach(it -> assertTrue(CalendarDay.weekend(it), it.toString()));
    }
}
