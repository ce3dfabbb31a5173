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
    private final List<Figure> read = new ArrayList<>();

    Seen(Map<String, Figure> figures) {
        this.figures = figures;
    }

    /** What the check found, unless what it read is incomplete, or nothing at all. */
    Check judge(Function<Seen, Check> rule) {
        Check check = rule.apply(this);
        Collection<Figure> looked = read.isEmpty() ? figures.values() : read;
        if (looked.stream().anyMatch(it -> it.status() == Status.PARTIAL)) {
            return check.unjudged(
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

    Figure figure(String code) {
        return read(figures.get(code));
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
