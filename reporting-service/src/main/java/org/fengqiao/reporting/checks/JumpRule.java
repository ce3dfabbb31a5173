package org.fengqiao.reporting.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Number;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figures;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.indicators.Unit;

/** A figure that the report names, and that is far from the year before: so it was, or a slip? */
@ApplicationScoped
class JumpRule {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Figures figures;
    private final BigDecimal percent;
    private final BigDecimal least;

    /**
     * @param percent of the value of the year before; more is a jump
     * @param least in the unit of the figure; a smaller change is none, whatever its share
     */
    JumpRule(
            Figures figures,
            @ConfigProperty(name = "fengqiao.checks.jump-percent", defaultValue = "50")
                    BigDecimal percent,
            @ConfigProperty(name = "fengqiao.checks.jump-least", defaultValue = "10")
                    BigDecimal least) {
        this.figures = figures;
        this.percent = percent;
        this.least = least;
    }

    /**
     * The rule over the figures of a period.
     *
     * @param named codes of the figures that the report names
     * @param known what is there for the division: what has no figure of the year before is not
     *     compared
     * @param reported what it prints, and what was reported the year before; the rest of that year
     *     is counted
     */
    Function<Seen, Check> over(
            List<String> named, Indicators known, String division, Period period, Reported reported)
            throws SQLException {
        List<Indicator> compared = known.in(period.yearAgo(), named.stream().distinct().toList());
        List<String> codes = compared.stream().map(Indicator::code).toList();
        List<Indicator> counted =
                compared.stream().filter(it -> !reported.before().containsKey(it.code())).toList();
        Map<String, Figure> before = new HashMap<>(reported.before());
        figures.of(counted, division, period.yearAgo())
                .figures()
                .forEach(it -> before.put(it.indicator(), it));
        return seen -> {
            Check found = jumps(seen, codes, before);
            return reported.isNothing() || counted.isEmpty()
                    ? found
                    : found.noting(
                            "（%s上年没有报送，上年数按现有记录计。）"
                                    .formatted(
                                            counted.stream()
                                                    .map(Indicator::title)
                                                    .collect(Collectors.joining("、"))),
                            " (not reported the year before, and counted from the records of now: %s)"
                                    .formatted(
                                            counted.stream()
                                                    .map(Indicator::code)
                                                    .collect(Collectors.joining(", "))));
        };
    }

    /** What has a value in one of the years alone is not compared: silence is no zero. */
    Check jumps(Seen seen, List<String> codes, Map<String, Figure> before) {
        List<String> wrong = new ArrayList<>();
        List<String> wrongEn = new ArrayList<>();
        List<Number> numbers = new ArrayList<>();
        int compared = 0;
        for (String code : codes) {
            Figure now = seen.figure(code);
            Figure then = seen.read(before.get(code));
            if (now.value() != null && then.value() != null) {
                compared++;
                if (isJump(now.value(), then.value())) {
                    wrong.add(told(now, then));
                    wrongEn.add(
                            "%s %s, %s the year before"
                                    .formatted(code, now.rendered(), then.rendered()));
                    Stream.of(now, then).map(JumpRule::number).forEach(numbers::add);
                }
            }
        }
        return Check.of(
                "C-JUMP",
                Severity.WARNING,
                wrong.isEmpty(),
                wrong.isEmpty()
                        ? "文中%d个数与上年同期核对，没有变化超过%s%%的。".formatted(compared, percent)
                        : "与上年同期相比变化超过%s%%，请核对是否属实，属实的宜说明原因：%s。"
                                .formatted(percent, String.join("；", wrong)),
                wrong.isEmpty()
                        ? "%d figures of the text compared with the year before: none changed by more than %s %%"
                                .formatted(compared, percent)
                        : "Changed by more than %s %% against the year before: %s"
                                .formatted(percent, String.join("; ", wrongEn)),
                numbers);
    }

    private boolean isJump(BigDecimal now, BigDecimal then) {
        BigDecimal change = now.subtract(then).abs();
        return change.compareTo(least) >= 0
                && change.multiply(HUNDRED).compareTo(then.abs().multiply(percent)) > 0;
    }

    private static String told(Figure now, Figure then) {
        BigDecimal change = now.value().subtract(then.value());
        return "“%s”%s%s，上年同期%s%s，%s%s%s"
                .formatted(
                        now.title(),
                        now.rendered(),
                        now.unitLabel(),
                        then.rendered(),
                        then.unitLabel(),
                        change.signum() > 0 ? "增加" : "减少",
                        change.abs().stripTrailingZeros().toPlainString(),
                        now.unit() == Unit.PERCENT ? "个百分点" : now.unitLabel());
    }

    private static Number number(Figure it) {
        return new Number(
                it.indicator(),
                "%s（%s）".formatted(it.title(), it.period()),
                it.rendered(),
                it.receipt());
    }
}
