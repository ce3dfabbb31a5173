package org.fengqiao.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.reporting.indicators.Scale;
import org.fengqiao.reporting.indicators.Unit;

/**
 * One figure.
 *
 * @param where the row of a breakdown: a month, a child division or OWN_LEVEL, a code or NONE
 * @param value present only where the status is OK or NIL_REPORTED
 * @param numerator of a share, like the denominator and what is not yet due
 * @param noLimit what no limit runs for, of a share where that occurs
 * @param definition version of the definition
 * @param receipt path of the list behind the figure
 * @param comparisons with other periods; absent where none was asked for
 * @param shareOfWhole in a breakdown the row's share of all rows, in percent, two decimals; only of
 *     what adds up, and where there is a value
 * @param scaled the value as it may be printed, where a scale was asked for that its unit has
 */
@Schema(name = "Figure")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        String indicator,
        String title,
        String division,
        String period,
        String where,
        String whereLabel,
        Status status,
        BigDecimal value,
        BigDecimal numerator,
        BigDecimal denominator,
        BigDecimal notYetDue,
        BigDecimal noLimit,
        Unit unit,
        String unitLabel,
        int decimals,
        int definition,
        String receipt,
        List<Comparison> comparisons,
        BigDecimal shareOfWhole,
        Scaled scaled) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A value in another scale than its unit's.
     *
     * @param unitLabel the unit in Chinese: 万元
     */
    @Schema(name = "ScaledValue")
    public record Scaled(Scale scale, BigDecimal value, String unitLabel) {}

    /** As it is printed: no trailing zeros; a word where there is no value. */
    public String rendered() {
        return status.rendered(value);
    }

    Figure comparedWith(List<Comparison> others) {
        return with(status, value, receipt, others, shareOfWhole, scaled);
    }

    /** The same with its list at another path. */
    Figure listedAt(String path) {
        return with(status, value, path, comparisons, shareOfWhole, scaled);
    }

    /** A zero that nobody confirmed as one that its unit declares; any other figure as it is. */
    Figure declaredNil() {
        BigDecimal zero = BigDecimal.ZERO.setScale(decimals);
        return status == Status.NOT_REPORTED
                ? with(Status.NIL_REPORTED, zero, receipt, comparisons, shareOfWhole, scaled)
                : this;
    }

    /**
     * The same as a row of a whole that its rows add up to.
     *
     * @param whole the sum of all rows, unrounded
     */
    Figure shareOf(BigDecimal whole) {
        return value == null || whole.signum() == 0
                ? this
                : with(status, value, receipt, comparisons, percent(value, whole), scaled);
    }

    /** The same with its value in a scale, where it has one and its unit has the scale. */
    Figure scaledTo(Scale scale) {
        return value == null || !unit.scales().contains(scale)
                ? this
                : with(
                        status,
                        value,
                        receipt,
                        comparisons,
                        shareOfWhole,
                        new Scaled(scale, scale.of(value), scale.label() + unitLabel));
    }

    /** The same, not told: whoever released it decided so. */
    public Figure suppressed() {
        return with(Status.SUPPRESSED, null, receipt, comparisons, null, null);
    }

    private Figure with(
            Status other,
            BigDecimal number,
            String path,
            List<Comparison> others,
            BigDecimal share,
            Scaled inScale) {
        return new Figure(
                indicator,
                title,
                division,
                period,
                where,
                whereLabel,
                other,
                number,
                numerator,
                denominator,
                notYetDue,
                noLimit,
                unit,
                unitLabel,
                decimals,
                definition,
                path,
                others,
                share,
                inScale);
    }

    /** Rounded, but a share below 1 never to 100; null of nothing. */
    public static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return null;
        }
        BigDecimal exact = part.multiply(HUNDRED);
        BigDecimal rounded = exact.divide(whole, 2, Unit.ROUNDING);
        boolean below = part.compareTo(whole) < 0;
        return below && rounded.compareTo(HUNDRED) >= 0
                ? exact.divide(whole, 2, RoundingMode.DOWN)
                : rounded;
    }

    /**
     * Why a figure has a value or none. OK; NIL_REPORTED: 零报告, zero, and confirmed for each month;
     * NOT_REPORTED: zero that nobody confirmed; NO_DENOMINATOR: a share of nothing; PARTIAL: the
     * source was silent for part of the period.
     *
     * <p>SUPPRESSED: not published, as whoever released it decided. Only an edition has it: figures
     * are for authorised officials, who read them as they are.
     */
    @Schema(name = "FigureStatus")
    public enum Status {
        OK,
        NIL_REPORTED,
        NOT_REPORTED,
        NO_DENOMINATOR,
        PARTIAL,
        SUPPRESSED;

        /**
         * A value of that status as it is printed: no trailing zeros; a word where there is none.
         */
        public String rendered(BigDecimal value) {
            return switch (this) {
                case OK, NIL_REPORTED -> value.stripTrailingZeros().toPlainString();
                case NOT_REPORTED -> "〔未报告〕";
                case NO_DENOMINATOR -> "—";
                case PARTIAL -> "〔数据不全〕";
                case SUPPRESSED -> "〔不公开〕";
            };
        }
    }

    /**
     * The same figure of another period, by the definition that was in force there.
     *
     * @param change from the other value to this one, in the figure's unit, of a share in
     *     percentage points; absent unless both have a value
     * @param changePercent of the other value, two decimals; absent of shares, and where that is 0
     */
    @Schema(name = "FigureComparison")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Comparison(
            Against against,
            String period,
            Status status,
            BigDecimal value,
            BigDecimal change,
            BigDecimal changePercent,
            int definition,
            String receipt) {

        static Comparison of(Against against, Figure now, Figure then) {
            boolean both = now.value() != null && then.value() != null;
            BigDecimal change = both ? now.value().subtract(then.value()) : null;
            boolean relative = both && then.value().signum() != 0 && now.unit() != Unit.PERCENT;
            return new Comparison(
                    against,
                    then.period(),
                    then.status(),
                    then.value(),
                    change,
                    relative
                            ? change.multiply(HUNDRED).divide(then.value(), 2, Unit.ROUNDING)
                            : null,
                    then.definition(),
                    then.receipt());
        }
    }
}
