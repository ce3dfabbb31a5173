package org.fengqiao.kit.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The data files of the State Council's notices: {@code day,kind,name,notice}, one file a year. */
final class Notices {

    private static final int FIRST_YEAR = 2023;

    static final WorkCalendar PUBLISHED = read();

    private Notices() {}

    /** Years follow one another, so the first missing file ends the reading. */
    private static WorkCalendar read() {
        WorkCalendar calendar = WorkCalendar.EMPTY;
        for (int year = FIRST_YEAR; ; year++) {
            try (InputStream file =
                    Notices.class.getResourceAsStream("/calendar/" + year + ".csv")) {
                if (file == null) {
                    return calendar;
                }
                calendar = calendar.with(year, days(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<CalendarDay> days(InputStream file) {
        return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(
                        it ->
                                new CalendarDay(
                                        LocalDate.parse(it[0]),
                                        CalendarDay.Kind.valueOf(it[1]),
                                        it[2],
                                        it[3]))
                .toList();
    }
}
