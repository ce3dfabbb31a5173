package org.fengqiao.kit.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How texts of requests are read, in bodies and parameters alike: one form each, and years 1900 to
 * 2200.
 */
final class StrictValues {

    /** Marks a text that the database or an office file cannot hold. */
    static final String CONTROL_CHARACTER = "control character";

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private StrictValues() {}

    /**
     * Whether PostgreSQL, XML and UTF-8 can hold the text and a reader sees all of it: no control
     * characters but tab and line ends, no half characters, nothing invisible that hides or turns
     * round what stands beside it.
     */
    static boolean isText(String text) {
        return text.codePoints().allMatch(StrictValues::isCharacter);
    }

    private static boolean isCharacter(int point) {
        if (point < 0x20) {
            return point == '\t' || point == '\n' || point == '\r';
        }
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean invisible =
                point >= 0x200b && point <= 0x200f
                        || point >= 0x202a && point <= 0x202e
                        || point >= 0x2060 && point <= 0x206f
                        || point == 0xfeff;
        return point != 0x7f && !half && !invisible && (point & 0xfffe) != 0xfffe;
    }

    static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }

    static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text, DATE);
        sane(date.getYear());
        return date;
    }

    static YearMonth month(String text) {
        YearMonth month = YearMonth.parse(text, MONTH);
        sane(month.getYear());
        return month;
    }

    /** An instant with its offset, RFC 3339. */
    static OffsetDateTime instant(String text) {
        OffsetDateTime instant = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        sane(instant.getYear());
        return instant;
    }

    private static void sane(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("year out of range");
        }
    }
}
