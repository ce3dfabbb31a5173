package org.fengqiao.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
        List<Comparison> comparisons) {

    /** As it is printed: no trailing zeros; a word where there is no value. */
    public String rendered() {
        return status.rendered(value);
    }

    Figure comparedWith(List<Comparison> others) {
        return new Figure(
                indicator,
                title,
                division,
                period,
                where,
                whereLabel,
                status,
                value,
                numerator,
                denominator,
                notYetDue,
                noLimit,
                unit,
                unitLabel,
                decimals,
                definition,
                receipt,
                others);
    }

    /**
     * Why a figure has a value or none. OK; NIL_REPORTED: 零报告, zero, and confirmed for each month;
     * NOT_REPORTED: zero that nobody confirmed; NO_DENOMINATOR: a share of nothing; PARTIAL: the
     * source was silent for part of the period.
     *
     * <p>SUPPRESSED, of definitions D1, is not produced: only authorised officials read these
     * figures. An anonymous edition, which has to suppress small cells, comes with the issue of the
     * report.
     */
    @Schema(name = "FigureStatus")
    public enum Status {
        OK,
        NIL_REPORTED,
        NOT_REPORTED,
        NO_DENOMINATOR,
        PARTIAL;

        /**
         * A value of that status as it is printed: no trailing zeros; a word where there is none.
         */
        public String rendered(BigDecimal value) {
            return switch (this) {
                case OK, NIL_REPORTED -> value.stripTrailingZeros().toPlainString();
                case NOT_REPORTED -> "〔未报告〕";
                case NO_DENOMINATOR -> "—";
                case PARTIAL -> "〔数据不全〕";
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
                            ? change.multiply(Figures.HUNDRED)
                                    .divide(then.value(), 2, Unit.ROUNDING)
                            : null,
                    then.definition(),
                    then.receipt());
        }
    }
}
