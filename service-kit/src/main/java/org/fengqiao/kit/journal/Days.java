package org.fengqiao.kit.journal;

import java.time.LocalDate;
import org.fengqiao.kit.web.Refusal;

/** The order of a record's days, where it has few of them; of many: {@link DayOrder}. */
public final class Days {

    private Days() {}

    /** Refuses a day that has not come. */
    public static void requirePast(LocalDate day, LocalDate today, String pointer) {
        if (day.isAfter(today)) {
            throw inFuture().at(pointer, "不能晚于" + today, "not after " + today);
        }
    }

    static Refusal inFuture() {
        return Refusal.of(422, "DATE_IN_FUTURE", "日期不能晚于今天", "The date lies in the future")
                .citing("SETTING");
    }

    /** Refuses a day after the one that follows it; either may be absent. */
    public static void requireNotAfter(LocalDate day, LocalDate last, String pointer) {
        if (day != null && last != null && day.isAfter(last)) {
            throw Refusal.of(422, "DATE_ORDER", "日期先后不符", "Dates out of order")
                    .citing("SETTING")
                    .at(pointer, "不能晚于" + last, "not after " + last);
        }
    }

    /** Refuses a day before the one it follows; either may be absent. */
    public static void requireNotBefore(LocalDate day, LocalDate first, String pointer) {
        if (day != null && first != null && day.isBefore(first)) {
            throw tooEarly().at(pointer, "不能早于" + first, "not before " + first);
        }
    }

    /**
     * The same, and says what the first day is.
     *
     * @param zh as 起草日期; {@code en} the same in English
     */
    public static void requireNotBefore(
            LocalDate day, LocalDate first, String pointer, String zh, String en) {
        if (day.isBefore(first)) {
            throw tooEarly()
                    .at(
                            pointer,
                            "不能早于%s（%s）".formatted(first, zh),
                            "not before %s (%s)".formatted(first, en));
        }
    }

    private static Refusal tooEarly() {
        return Refusal.of(422, "DATE_ORDER", "日期先后不符", "Dates out of order").citing("SETTING");
    }
}
