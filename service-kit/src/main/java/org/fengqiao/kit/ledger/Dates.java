package org.fengqiao.kit.ledger;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as offices write them: 2024.3.5, 2024年3月5日, 2024/3/5, 20240305, 3月5日, 3·8, and Excel's
 * serial days.
 */
final class Dates {

    private static final Pattern FULL =
            Pattern.compile(
                    "([12][0-9]{3})[年./·•・-]([0-9]{1,2})[月./·•・-]([0-9]{1,2})[日号]?(?:T?[0-9]{1,2}:[0-9]{2}(?::[0-9.]+)?)?");
    private static final Pattern COMPACT = Pattern.compile("([12][0-9]{3})([0-9]{2})([0-9]{2})");
    private static final Pattern MONTH_AND_DAY =
            Pattern.compile("([0-9]{1,2})(?:月|[./·•・-])([0-9]{1,2})[日号]?");
    private static final LocalDate SERIAL_EPOCH = LocalDate.of(1899, 12, 30);
    // 1927-05-18 to 2064-04-08: a smaller or larger number in a date column is not a serial day.
    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(10_000);
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(60_000);

    private Dates() {}

    /**
     * The day a cell means.
     *
     * @param year the ledger's year, for a date without one
     */
    static LocalDate read(Cell cell, int year) throws BadCell {
        if (cell.date() != null) {
            return cell.date();
        }
        if (cell.number() != null && cell.number().stripTrailingZeros().scale() > 0) {
            // A number cell shows 3.1 for both the 1st and the 10th of March.
            throw new BadCell(
                    "CELL_DATE",
                    "单元格是小数而不是日期，无法区分3月1日与3月10日，请改写为“3月10日”",
                    "The cell is a decimal number, not a date: 3.1 may be 1 or 10 March; write 3月10日");
        }
        return read(Texts.plain(cell.text()), year);
    }

    private static LocalDate read(String text, int year) throws BadCell {
        try {
            Matcher full = FULL.matcher(text);
            if (full.matches()) {
                return date(full.group(1), full.group(2), full.group(3));
            }
            Matcher compact = COMPACT.matcher(text);
            if (compact.matches()) {
                return date(compact.group(1), compact.group(2), compact.group(3));
            }
            Matcher short_ = MONTH_AND_DAY.matcher(text);
            if (short_.matches()) {
                return date(String.valueOf(year), short_.group(1), short_.group(2));
            }
        } catch (DateTimeException e) {
            throw new BadCell("CELL_DATE", "日期不存在", "There is no such day in the calendar");
        }
        if (text.matches("[0-9]{5}")) {
            return ofSerial(new BigDecimal(text), false);
        }
        throw new BadCell(
                "CELL_DATE", "无法识别为日期，请写作 2024-03-05", "Not a date; write it as 2024-03-05");
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    /** The day of an Excel serial number; days before 10,000 and after 60,000 are none. */
    static LocalDate ofSerial(BigDecimal serial, boolean from1904) throws BadCell {
        BigDecimal days = from1904 ? serial.add(BigDecimal.valueOf(1462)) : serial;
        if (days.compareTo(FIRST_SERIAL) < 0 || days.compareTo(LAST_SERIAL) > 0) {
            throw new BadCell("CELL_DATE", "日期超出范围", "The date is out of range");
        }
        return SERIAL_EPOCH.plusDays(days.longValue());
    }
}
