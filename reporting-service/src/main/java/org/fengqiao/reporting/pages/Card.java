package org.fengqiao.reporting.pages;

import java.math.BigDecimal;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figure.Comparison;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Unit;

/**
 * A figure as it is shown: one large number with what has to be known beside it.
 *
 * @param number null where the status says why there is none
 * @param part of a share its numerator, {@code whole} its denominator; else null
 * @param notYetDue of a share where windows run; {@code noLimit} where some have none
 * @param page of the records behind it; null where the reader may not see them
 */
public record Card(
        String code,
        String title,
        String number,
        String unit,
        Status status,
        String part,
        String whole,
        String notYetDue,
        String noLimit,
        Change change,
        String page) {

    /** Where a number went since the year before. */
    public enum Direction {
        MORE,
        LESS,
        SAME,
        UNKNOWN
    }

    /**
     * The figure against that of the year before.
     *
     * @param amount without a sign; of a share in percentage points, as {@code points} tells
     * @param percent with its sign; null where there is none
     * @param before null where the year before has no value
     */
    public record Change(
            Direction direction, String amount, boolean points, String percent, String before) {

        /** Of what has no figure of the year before. */
        private static final Change NONE = new Change(Direction.UNKNOWN, null, false, null, null);

        static Change of(Comparison it, Unit unit) {
            String before = it.value() == null ? null : Terms.number(it.value());
            if (it.change() == null) {
                return new Change(Direction.UNKNOWN, null, false, null, before);
            }
            return new Change(
                    direction(it.change()),
                    Terms.number(it.change().abs()),
                    unit == Unit.PERCENT,
                    it.changePercent() == null ? null : signed(it.changePercent()),
                    before);
        }

        private static Direction direction(BigDecimal change) {
            if (change.signum() == 0) {
                return Direction.SAME;
            }
            return change.signum() > 0 ? Direction.MORE : Direction.LESS;
        }

        private static String signed(BigDecimal percent) {
            return (percent.signum() < 0 ? "−" : "+") + Terms.number(percent.abs());
        }
    }

    /**
     * @param it compared with the year before, and nothing else, or not at all
     * @param indicator that it is of
     * @param linked whether the reader may see the records
     */
    static Card of(Figure it, Indicator indicator, Terms terms, boolean linked) {
        boolean runs = indicator.cohort(Part.NOT_YET_DUE).isPresent();
        return new Card(
                it.indicator(),
                terms.title(indicator),
                printed(it.value()),
                terms.unit(it.unit()),
                it.status(),
                printed(it.numerator()),
                printed(it.denominator()),
                runs ? printed(it.notYetDue()) : null,
                printed(it.noLimit()),
                it.comparisons() == null
                        ? Change.NONE
                        : Change.of(it.comparisons().get(0), it.unit()),
                linked ? page(it.receipt()) : null);
    }

    private static String printed(BigDecimal value) {
        return value == null ? null : Terms.number(value);
    }

    /** The page of a receipt. */
    static String page(String receipt) {
        return receipt.replaceFirst("/v1/", "/pages/");
    }
}
