package org.fengqiao.reporting.indicators;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Column.Type;

/**
 * One indicator: what it counts, of which records, on whose authority. One code is one figure.
 *
 * @param definition 1, and one more for each change of the cohort after a release; an edition names
 *     the one it was made with
 * @param since the month from which it is in force; the first one also stands for all before it
 * @param title in the words of the report; {@code titleEn} the same in English
 * @param legalBasis law key and article (keys of the legal sources)
 * @param whole the records; of a share the denominator
 * @param part the numerator of a share, a narrowing of the whole; otherwise null
 * @param apart what stands beside a share
 * @param column what is added up, or whose different values are counted; null where records are
 * @param partColumn of a share of sums what the numerator adds up; otherwise null
 */
public record Indicator(
        String code,
        String title,
        String titleEn,
        Kind kind,
        Unit unit,
        String legalBasis,
        int definition,
        YearMonth since,
        Cohort whole,
        Cohort part,
        Apart apart,
        Column column,
        Column partColumn) {

    /** The first month whose figures these definitions make. */
    private static final YearMonth FIRST = YearMonth.of(2024, 1);

    /** A sum over time; its last value; or made anew, from its parts or from the records. */
    @Schema(name = "IndicatorKind")
    public enum Kind {
        COUNT,
        SUM,
        STOCK,
        SHARE,
        DISTINCT
    }

    /**
     * Which of a share's lists: those counted, all of them, or one of those that stand beside it.
     */
    @Schema(name = "ReceiptPart")
    public enum Part {
        NUMERATOR("分子"),
        DENOMINATOR("分母"),
        NOT_YET_DUE("未到期"),
        NO_LIMIT("无期限");

        private final String zh;

        Part(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * What is neither in time nor late.
     *
     * @param notYetDue not done, and the window still open; null where no window runs
     * @param noLimit what no window runs for; null where that does not occur
     */
    public record Apart(Cohort notYetDue, Cohort noLimit) {}

    public Indicator {
        if (part != null && !whole.contains(part)) {
            throw new IllegalArgumentException(code + ": the part is no narrowing of the whole");
        }
        if (kind == Kind.DISTINCT && column.type() != Type.ID && column.type() != Type.DIVISION) {
            throw new IllegalArgumentException(code + ": what is counted once is told by its id");
        }
    }

    /** Records counted, by date or, of a stock, on the last day of the period. */
    static Indicator count(String code, String title, Unit unit, String basis, Cohort cohort) {
        Kind kind = cohort.until() == null ? Kind.COUNT : Kind.STOCK;
        return of(code, title, kind, unit, basis, cohort, null);
    }

    /** A column added up over records. */
    static Indicator sum(
            String code, String title, Unit unit, String basis, Cohort cohort, String amount) {
        return of(code, title, Kind.SUM, unit, basis, cohort, cohort.table().column(amount));
    }

    /** The different values of a column over records: each counts once in a period and an area. */
    static Indicator distinct(
            String code, String title, Unit unit, String basis, Cohort cohort, String key) {
        return of(code, title, Kind.DISTINCT, unit, basis, cohort, cohort.table().column(key));
    }

    private static Indicator of(
            String code,
            String title,
            Kind kind,
            Unit unit,
            String basis,
            Cohort cohort,
            Column column) {
        Apart none = new Apart(null, null);
        return new Indicator(
                code, title, null, kind, unit, basis, 1, FIRST, cohort, null, none, column, null);
    }

    /** The share of a part in a whole, in percent. */
    static Indicator share(String code, String title, String basis, Cohort whole, Cohort part) {
        return share(code, title, basis, whole, part, null);
    }

    /**
     * The same of what a column adds up to over the records.
     *
     * @param amount null where records are counted
     */
    static Indicator share(
            String code, String title, String basis, Cohort whole, Cohort part, String amount) {
        Apart open = new Apart(whole.pending().orElse(null), null);
        Column column = amount == null ? null : whole.table().column(amount);
        return share(code, title, basis, whole, part, open, column, column);
    }

    /** The share of one sum in another over the same records, in percent. */
    static Indicator shareOfSums(
            String code, String title, String basis, Cohort cohort, String part, String whole) {
        return share(
                code,
                title,
                basis,
                cohort,
                cohort,
                new Apart(null, null),
                cohort.table().column(whole),
                cohort.table().column(part));
    }

    private static Indicator share(
            String code,
            String title,
            String basis,
            Cohort whole,
            Cohort part,
            Apart apart,
            Column column,
            Column partColumn) {
        return new Indicator(
                code,
                title,
                null,
                Kind.SHARE,
                Unit.PERCENT,
                basis,
                1,
                FIRST,
                whole,
                part,
                apart,
                column,
                partColumn);
    }

    /** What a list adds up; null where its records are counted. */
    public Column summed(Part list) {
        return kind == Kind.SHARE && list == Part.NUMERATOR ? partColumn : column;
    }

    /** The same share with what stands beside it; each may be null. */
    Indicator apart(Cohort notYetDue, Cohort noLimit) {
        return with(titleEn, definition, since, new Apart(notYetDue, noLimit));
    }

    /** The same with its English title. */
    Indicator en(String english) {
        return with(english, definition, since, apart);
    }

    /**
     * The second row of a code, and any later one, whose cohort differs: figures of another
     * definition are other figures, and old periods keep the old one.
     *
     * @param from a month, as 2026-01
     */
    Indicator definition(int number, String from) {
        return with(titleEn, number, YearMonth.parse(from), apart);
    }

    private Indicator with(String english, int number, YearMonth from, Apart beside) {
        return new Indicator(
                code,
                title,
                english,
                kind,
                unit,
                legalBasis,
                number,
                from,
                whole,
                part,
                beside,
                column,
                partColumn);
    }

    /** The records of a list. What is no share has one list, that of the whole. */
    public Optional<Cohort> cohort(Part list) {
        return switch (list) {
            case NUMERATOR -> Optional.ofNullable(part);
            case DENOMINATOR -> Optional.of(whole);
            case NOT_YET_DUE -> Optional.ofNullable(apart.notYetDue());
            case NO_LIMIT -> Optional.ofNullable(apart.noLimit());
        };
    }

    /** The lists that it has. */
    public List<Part> parts() {
        return Arrays.stream(Part.values()).filter(it -> cohort(it).isPresent()).toList();
    }

    /** The list whose number is the figure, or from which a share is reckoned. */
    public Part counted() {
        return kind == Kind.SHARE ? Part.NUMERATOR : Part.DENOMINATOR;
    }

    /** The chapter, named after its source: {@code mediation}. */
    public String chapter() {
        return whole.table().source();
    }
}
