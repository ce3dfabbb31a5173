package org.fengqiao.reporting.drift;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Row;
import org.fengqiao.reporting.figures.Receipts.Total;
import org.fengqiao.reporting.indicators.Cohort;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Moment;

/** The count of one list of an indicator in one period, fact by fact, in the order of their ids. */
final class Tally {

    private final Indicator indicator;
    private final Part part;
    private final Period period;
    private final Moment at;
    private final Cohort cohort;
    private final Column column;
    private final MessageDigest digest = sha256();
    private final Set<String> keys = new HashSet<>();
    private BigDecimal value = BigDecimal.ZERO;
    private long records;

    /**
     * @param at the end of the period
     */
    Tally(Indicator indicator, Part part, Period period, Moment at) {
        this.indicator = indicator;
        this.part = part;
        this.period = period;
        this.at = at;
        this.cohort = indicator.cohort(part).orElseThrow();
        this.column = indicator.summed(part);
    }

    Indicator indicator() {
        return indicator;
    }

    Part part() {
        return part;
    }

    Period period() {
        return period;
    }

    /**
     * Counts a fact where it belongs to the list.
     *
     * @param area the first digits of the divisions
     */
    void offer(Row row, String area) {
        if (!cohort.counts(row, area, period, at)) {
            return;
        }
        boolean distinct = indicator.kind() == Kind.DISTINCT;
        if (distinct && !row.has(column)) {
            return;
        }
        BigDecimal contribution =
                distinct
                        ? keys.add(row.text(column)) ? BigDecimal.ONE : BigDecimal.ZERO
                        : column == null ? BigDecimal.ONE : row.number(column);
        String line =
                (records == 0 ? "" : "\n")
                        + String.join(
                                ":",
                                row.id(),
                                Integer.toString(row.version()),
                                contribution.stripTrailingZeros().toPlainString());
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        value = value.add(contribution);
        records++;
    }

    /** What was counted; asked once, at the end. */
    Total total() {
        String hex = HexFormat.of().formatHex(digest.digest());
        return new Total(value, records, "sha256:" + hex);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
