package org.fengqiao.reporting.indicators;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.LocalIndicators.Local;

/**
 * An indicator as it is explained to readers.
 *
 * @param decimals places that remain when a value is rounded
 * @param scales in what else the value may be printed
 * @param rounding how it is rounded; a share below 1 is never rounded to 100
 * @param countPlace whose division a record is counted in
 * @param cohort the rule in Chinese words; of a share its denominator
 * @param numerator of a share
 * @param countDate the date that puts a record into a period
 * @param overTime how months add up to a year
 * @param overArea how child divisions and the parent's own level add up to the parent
 * @param notYetDue of a share what is not done, and not due; {@code noLimit} what has no limit
 * @param dimensions values of {@code by} beside month and division
 * @param legalBasis law key and article; GK: general knowledge; P: published practice
 * @param division whose own indicator it is, for itself and all below it; absent of built-in ones,
 *     like the following
 * @param until the last month that it is counted in, where it has ended
 * @param content the definition as it was given
 */
@Schema(name = "Indicator")
public record Entry(
        String code,
        String title,
        String titleEn,
        Kind kind,
        Unit unit,
        String unitLabel,
        int decimals,
        List<Scale> scales,
        String rounding,
        int definition,
        String legalBasis,
        String countDate,
        String countPlace,
        String cohort,
        String numerator,
        String notYetDue,
        String noLimit,
        String overTime,
        String overArea,
        List<String> dimensions,
        String since,
        String division,
        String until,
        Definition content) {

    private static final String ANEW = "由分子、分母重新计算";
    private static final String ONCE = "由记录重新计算，同一件只计一次";

    static Entry of(Indicator it) {
        return of(it, null, null, null);
    }

    static Entry of(Indicator it, Local local, Definition content) {
        String until = local.until() == null ? null : local.until().toString();
        return of(it, local.code().owner().value(), until, content);
    }

    private static Entry of(Indicator it, String division, String until, Definition content) {
        return new Entry(
                it.code(),
                it.title(),
                it.titleEn(),
                it.kind(),
                it.unit(),
                it.unit().label(),
                it.unit().decimals(),
                it.unit().scales(),
                Unit.ROUNDING.name(),
                it.definition(),
                it.legalBasis(),
                it.whole().from().label(),
                it.whole().place().label(),
                words(it, Part.DENOMINATOR),
                words(it, Part.NUMERATOR),
                words(it, Part.NOT_YET_DUE),
                words(it, Part.NO_LIMIT),
                overTime(it.kind()),
                overArea(it.kind()),
                it.whole().table().dimensions().stream().map(Column::name).toList(),
                it.since().toString(),
                division,
                until,
                content);
    }

    private static String words(Indicator it, Part list) {
        return it.cohort(list).map(cohort -> cohort.words() + counted(it, list)).orElse(null);
    }

    /** What is added up or told apart, where it is not the records themselves. */
    private static String counted(Indicator it, Part list) {
        Column column = it.summed(list);
        if (column == null) {
            return "";
        }
        return it.kind() == Kind.DISTINCT ? "；同一" + column.label() + "计一次" : "；合计" + column.label();
    }

    private static String overTime(Kind kind) {
        return switch (kind) {
            case COUNT, SUM -> "各期相加";
            case STOCK -> "取期末数";
            case SHARE -> ANEW;
            case DISTINCT -> ONCE;
        };
    }

    private static String overArea(Kind kind) {
        return switch (kind) {
            case COUNT, SUM, STOCK -> "下级与本级相加";
            case SHARE -> ANEW;
            case DISTINCT -> ONCE;
        };
    }
}
