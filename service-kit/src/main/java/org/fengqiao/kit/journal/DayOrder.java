package org.fengqiao.kit.journal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.kit.web.Refusal;

/** Holds a record to the order in which its days must come. */
public final class DayOrder {

    private DayOrder() {}

    /**
     * Refuses a record whose days are out of order, or later than today.
     *
     * @param kinds the days in the order of the law
     * @param corrected whether a correction gave the days: it may have moved either of two
     * @throws Refusal 422 {@code DATE_ORDER} or {@code DATE_IN_FUTURE}, naming the fields
     */
    public static <R, D extends Enum<D> & DayKind<R>> void require(
            Class<D> kinds, R it, boolean corrected, LocalDate today) {
        for (D kind : kinds.getEnumConstants()) {
            List<LocalDate> days = kind.of(it).toList();
            if (!days.isEmpty()) {
                requireOrder(kind, it, corrected, days);
                requirePast(kind, it, Collections.max(days), today);
            }
        }
    }

    private static <R> void requireOrder(
            DayKind<R> kind, R it, boolean corrected, List<LocalDate> days) {
        for (DayKind<R> before : kind.notBefore()) {
            before.of(it)
                    .max(LocalDate::compareTo)
                    .filter(day -> Collections.min(days).isBefore(day))
                    .ifPresent(
                            day -> {
                                throw outOfOrder(kind, before, day, it, corrected);
                            });
        }
        if (kind.inTurn() && !days.equals(days.stream().sorted().toList())) {
            throw outOfOrder(kind, kind, Collections.max(days), it, corrected);
        }
    }

    private static <R> void requirePast(DayKind<R> kind, R it, LocalDate last, LocalDate today) {
        if (!kind.mayLieAhead() && last.isAfter(today)) {
            throw at(Days.inFuture(), kind.pointer(it), "不能晚于" + today, "not after " + today);
        }
    }

    private static <R> Refusal outOfOrder(
            DayKind<R> kind, DayKind<R> before, LocalDate day, R it, boolean corrected) {
        String zh = "“" + kind.zh() + "”不能早于“" + before.zh() + "”" + day;
        String en = kind.name() + " not before " + before.name() + " " + day;
        Refusal refusal =
                Refusal.of(422, "DATE_ORDER", "日期先后不符", "Dates out of order").citing("SETTING");
        Stream<DayKind<R>> moved =
                corrected && before != kind ? Stream.of(kind, before) : Stream.of(kind);
        for (DayKind<R> one : moved.toList()) {
            refusal = at(refusal, one.pointer(it), zh, en);
        }
        return refusal;
    }

    private static Refusal at(Refusal refusal, String pointer, String zh, String en) {
        return pointer == null ? refusal : refusal.at(pointer, zh, en);
    }
}
