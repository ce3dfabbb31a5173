package org.fengqiao.reporting.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Number;
import org.fengqiao.reporting.checks.Checks.Result;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figure.Status;

/** The figures, and which of them one check has looked at: it cannot pass over a gap. */
final class Seen {
    private final Map<String, Figure> figures;
    private final Map<String, Figure> facts;
    private final boolean reported;
    private final List<Figure> read = new ArrayList<>();
    private boolean beyond;

    /** Figures that are counted from facts. */
    Seen(Map<String, Figure> facts) {
        this(facts, facts, false);
    }

    private Seen(Map<String, Figure> figures, Map<String, Figure> facts, boolean reported) {
        this.figures = figures;
        this.facts = facts;
        this.reported = reported;
    }

    /**
     * What a rule finds in figures that were reported; where they do not tell all that it looks at,
     * in facts, and says so.
     *
     * @param reported by their codes; none where the report's figures are those of the facts
     */
    static Check judged(
            Function<Seen, Check> rule, Map<String, Figure> reported, Map<String, Figure> facts) {
        if (reported.isEmpty()) {
            return new Seen(facts).judge(rule);
        }
        Seen seen = new Seen(reported, facts, true);
        Check found = seen.judge(rule);
        return seen.beyond
                ? new Seen(facts)
                        .judge(rule)
                        .noting(
                                "（按现有记录核对，报告所列的是已审核报表的数，两者可能不同。）",
                                " (judged by the records of now; the report prints accepted sets,"
                                        + " which may differ)")
                : found;
    }

    /** What the check found, unless what it read is incomplete, or nothing at all. */
    Check judge(Function<Seen, Check> rule) {
        Check check = rule.apply(this);
        Collection<Figure> looked = read.isEmpty() ? figures.values() : read;
        if (looked.stream().anyMatch(it -> it.status() == Status.PARTIAL)) {
            return reported
                    ? check.unjudged(
                            Result.INCOMPLETE,
                            "数据不全，无法判断：没有已审核的报表，或者其中的数据不全。",
                            "Cannot be judged: no set is accepted, or one is incomplete")
                    : check.unjudged(
                            Result.INCOMPLETE,
                            "数据不全，无法判断：本期有一段时间没有收到业务系统的数据。",
                            "Cannot be judged: the source was silent for part of the period");
        }
        if (looked.stream().allMatch(it -> it.value() == null)) {
            return check.unjudged(
                    Result.NOTHING_REPORTED,
                    "本期没有填报，未检查。",
                    "Nothing was reported for the period: not checked");
        }
        return check;
    }

    /** The rule looks at the records themselves, which no reported figure tells. */
    void lookAtRecords() {
        beyond = true;
    }

    /** Whether the figure is among those that the report can print. */
    boolean has(String code) {
        return figures.containsKey(code);
    }

    Figure figure(String code) {
        beyond |= !has(code);
        return read(has(code) ? figures.get(code) : facts.get(code));
    }

    Figure read(Figure figure) {
        read.add(figure);
        return figure;
    }

    /** What was counted; zero where nobody reported. */
    BigDecimal value(String code) {
        BigDecimal value = figure(code).value();
        return value == null ? BigDecimal.ZERO : value;
    }

    /** The number with its unit, or that nobody reported it: silence is no zero. */
    String said(String code) {
        BigDecimal value = figure(code).value();
        return value == null ? "未报" : value + "件";
    }

    List<Number> numbers(String... codes) {
        return Stream.of(codes)
                .map(this::figure)
                .map(it -> new Number(it.indicator(), it.title(), it.rendered(), it.receipt()))
                .toList();
    }
}
