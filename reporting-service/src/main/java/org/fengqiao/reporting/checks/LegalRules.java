package org.fengqiao.reporting.checks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.figures.Figure;

/**
 * Rules over the figures of legal services: R4, R6 and R7, and whether 均 and 全覆盖 may be written of
 * decisions and villages (D1).
 */
final class LegalRules {

    static final List<String> NEEDED =
            List.of(
                    "L-01", "L-02", "L-03", "L-04", "L-06", "L-06-C", "L-06-U", "L-07", "L-09",
                    "L-10", "M-01", "G-02", "G-06");

    private LegalRules() {}

    /**
     * In the order in which they are shown.
     *
     * @param villages how many 行政村 the division has; 0 where the register does not know them
     */
    static List<Function<Seen, Check>> all(long villages) {
        return List.of(
                LegalRules::joined,
                seen -> visited(seen, villages),
                LegalRules::tags,
                LegalRules::counselled,
                seen -> covered(seen, villages));
    }

    /**
     * Disputes that counsel joined are among those mediated only if each was registered and closed:
     * the remainder is told, the subset never forced (R4).
     */
    private static Check joined(Seen seen) {
        BigDecimal joined = seen.value("L-06");
        BigDecimal mediated = seen.value("M-01");
        BigDecimal closed = seen.value("L-06-C");
        BigDecimal unregistered = seen.value("L-06-U");
        BigDecimal open = joined.subtract(closed).subtract(unregistered).max(BigDecimal.ZERO);
        boolean passed = closed.compareTo(mediated) <= 0;
        return Check.of(
                "R4",
                Severity.WARNING,
                passed,
                "法律顾问参与调处%s件（按纠纷计，同一纠纷只计一次）：其中期末前已调结%s件，占调处总数%s件的%s%%；未调结%s件，未登记的纠纷%s件，不在调处总数内。%s"
                        .formatted(
                                joined,
                                closed,
                                mediated,
                                percent(closed, mediated),
                                open,
                                unregistered,
                                passed ? "" : "已调结的多于调处总数，请核对。"),
                "Counsel joined %s disputes: %s closed, of %s mediated, %s open, %s registered nowhere"
                        .formatted(joined, closed, mediated, open, unregistered),
                seen.numbers("L-06", "L-06-C", "L-06-U", "M-01"));
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? "0"
                : part.multiply(BigDecimal.valueOf(100))
                        .divide(whole, 1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    /** Villages visited, each once: never more than there are (R6). */
    private static Check visited(Seen seen, long villages) {
        BigDecimal visited = seen.value("L-04");
        if (villages == 0) {
            return Check.of(
                    "R6",
                    Severity.WARNING,
                    false,
                    "区划名录中没有行政村，无法核对走访行政村%s个：请先加载本地区划名录。".formatted(visited),
                    "The register of divisions knows no villages: load it",
                    seen.numbers("L-04"));
        }
        BigDecimal there = BigDecimal.valueOf(villages);
        boolean passed = visited.compareTo(there) <= 0;
        String full = visited.compareTo(there) == 0 ? "，全覆盖" : "";
        return Check.of(
                "R6",
                Severity.BLOCKING,
                passed,
                passed
                        ? "走访行政村%s个，共有行政村%s个%s。".formatted(visited, villages, full)
                        : "走访行政村%s个，多于行政村总数%s个，请核对走访记录的村名。".formatted(visited, villages),
                "Villages visited %s of %s".formatted(visited, villages),
                seen.numbers("L-04"));
    }

    /** A lecture is an activity with a tag: parts of the total, never added to it (R7). */
    private static Check tags(Seen seen) {
        BigDecimal activities = seen.value("L-01");
        List<String> wrong = new ArrayList<>();
        for (String code : List.of("L-02", "L-09", "L-10")) {
            if (seen.value(code).compareTo(activities) > 0) {
                wrong.add(seen.figure(code).title());
            }
        }
        boolean passed = wrong.isEmpty();
        return Check.of(
                "R7",
                Severity.BLOCKING,
                passed,
                passed
                        ? "法治宣传活动%s场次，讲座、送法进农村等标签可能重叠，都在其中，没有相加。".formatted(activities)
                        : "%s多于法治宣传活动总数%s场次，请核对。".formatted(String.join("、", wrong), activities),
                "Activities %s; what is counted by tag is among them".formatted(activities),
                seen.numbers("L-01", "L-02", "L-09", "L-10"));
    }

    /** 重大决策均有法律顾问参与 is true of all of them, and of at least one (D1, ZD 28). */
    private static Check counselled(Seen seen) {
        Figure share = seen.figure("G-02");
        BigDecimal whole = share.denominator() == null ? BigDecimal.ZERO : share.denominator();
        BigDecimal part = share.numerator() == null ? BigDecimal.ZERO : share.numerator();
        boolean passed = whole.signum() > 0 && part.compareTo(whole) == 0;
        return Check.of(
                "G-02",
                Severity.WARNING,
                passed,
                "重大决策%s项，其中%s项有法律顾问意见，%s写“均有法律顾问参与”。".formatted(whole, part, passed ? "可以" : "不能"),
                "Counsel gave an opinion on %s of %s major decisions".formatted(part, whole),
                seen.numbers("G-02"));
    }

    /** Villages with counsel on the last day, of all there are (G-06). */
    private static Check covered(Seen seen, long villages) {
        BigDecimal covered = seen.value("G-06");
        BigDecimal there = BigDecimal.valueOf(villages);
        boolean passed = villages > 0 && covered.compareTo(there) == 0;
        return Check.of(
                "G-06",
                Severity.WARNING,
                passed,
                villages == 0
                        ? "区划名录中没有行政村，无法计算法律顾问覆盖率。"
                        : "有法律顾问的行政村%s个，共有行政村%s个，覆盖率%s%%，%s写“全覆盖”。"
                                .formatted(
                                        covered,
                                        villages,
                                        percent(covered, there),
                                        passed ? "可以" : "不能"),
                "Villages with counsel %s of %s".formatted(covered, villages),
                seen.numbers("G-06"));
    }
}
