package org.fengqiao.reporting.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.figures.Breakdown;
import org.fengqiao.reporting.figures.Figures;
import org.fengqiao.reporting.figures.Figures.Figure;
import org.fengqiao.reporting.figures.Figures.Status;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.reports.Approximation;
import org.fengqiao.reporting.reports.Paragraph;

/**
 * The consistency rules of the report (figures R1 to R14), each over figures and their receipts.
 */
@ApplicationScoped
public class Checks {

    private static final List<String> NEEDED =
            List.of(
                    "M-01", "M-02", "M-03", "M-04", "M-05", "M-05-VT", "M-06", "M-16", "M-17",
                    "M-17-W", "M-17-H", "M-17-E", "M-18", "M-05-L");
    private static final BigDecimal MANY = BigDecimal.valueOf(100);

    /** Whether a check that FAILED, or is INCOMPLETE, keeps a report from being published. */
    @Schema(name = "CheckSeverity")
    public enum Severity {
        BLOCKING,
        WARNING
    }

    /** What came out. */
    @Schema(name = "CheckResult")
    public enum Result {
        PASSED,
        FAILED,
        /** A figure it looks at is PARTIAL: what is missing may change the answer. */
        INCOMPLETE,
        /** Nobody has reported anything that it looks at: there is nothing to compare. */
        NOTHING_REPORTED
    }

    /** One number that the check looked at. */
    @Schema(name = "CheckNumber")
    public record Number(String indicator, String title, String value, String receipt) {}

    /**
     * One check.
     *
     * @param code rule of the report's consistency rules
     * @param zh what it found, for a clerk; {@code en} the same in English
     */
    @Schema(name = "Check")
    public record Check(
            String code,
            Severity severity,
            Result status,
            String zh,
            String en,
            List<Number> numbers) {

        private Check unjudged(Result why, String because, String becauseEn) {
            return new Check(code, severity, why, because, becauseEn, numbers);
        }
    }

    private final Figures figures;

    Checks(Figures figures) {
        this.figures = figures;
    }

    /** All checks of the mediation paragraph. */
    public List<Check> of(String division, Period period) throws SQLException {
        List<Indicator> needed =
                NEEDED.stream().map(it -> Catalogue.find(it).orElseThrow()).toList();
        Map<String, Figure> byCode = new HashMap<>();
        figures.of(needed, division, period)
                .figures()
                .forEach(it -> byCode.put(it.indicator(), it));
        List<Figure> meetings = meetingsByMonth(division, period);
        List<Function<Seen, Check>> rules =
                List.of(
                        Checks::levels,
                        Checks::remainder,
                        Checks::success,
                        Checks::rate,
                        seen -> meetings(seen, meetings),
                        Checks::approximations,
                        Checks::tooGood);
        return rules.stream().map(rule -> new Seen(byCode).judge(rule)).toList();
    }

    private List<Figure> meetingsByMonth(String division, Period period) throws SQLException {
        List<Indicator> meetings = List.of(Catalogue.find("M-06").orElseThrow());
        return figures.of(meetings, division, period, Breakdown.MONTH).figures();
    }

    /** The figures, and which of them one check has looked at: it cannot pass over a gap. */
    private static final class Seen {
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

    private static Check levels(Seen seen) {
        BigDecimal sum = seen.value("M-02").add(seen.value("M-03")).add(seen.value("M-18"));
        boolean passed = sum.compareTo(seen.value("M-01")) == 0;
        return check(
                "R1",
                Severity.BLOCKING,
                passed,
                "各类调委会调处合计%s件，总数%s件，%s。"
                        .formatted(sum, seen.value("M-01"), passed ? "相符" : "不相符，请检查案件的调委会类别"),
                "Mediated by all levels %s, in total %s".formatted(sum, seen.value("M-01")),
                seen.numbers("M-01", "M-02", "M-03", "M-18"));
    }

    private static Check remainder(Seen seen) {
        boolean named = Paragraph.references().contains("M-18");
        BigDecimal rest =
                seen.value("M-01").subtract(seen.value("M-02")).subtract(seen.value("M-03"));
        boolean passed = named || rest.signum() == 0;
        return check(
                "R1-REMAINDER",
                Severity.WARNING,
                passed,
                passed
                        ? "文中列出的各级调委会件数之和等于总数。"
                        : "文中只列出村（居）和乡镇（街道）调委会，另有%s件由企事业或行业性专业性调委会调处，未在文中列出。".formatted(rest),
                passed
                        ? "The levels named in the text add up to the total"
                        : "The text names two levels; %s disputes were mediated by others"
                                .formatted(rest),
                seen.numbers("M-18"));
    }

    private static Check success(Seen seen) {
        boolean passed = seen.value("M-04").compareTo(seen.value("M-01")) <= 0;
        return check(
                "R2",
                Severity.BLOCKING,
                passed,
                "调处成功%s件，%s调处总数%s件。"
                        .formatted(seen.value("M-04"), passed ? "不超过" : "超过了", seen.value("M-01")),
                "Agreed %s of %s mediated".formatted(seen.value("M-04"), seen.value("M-01")),
                seen.numbers("M-01", "M-04"));
    }

    /** The rate of all levels, and that of the two which the text names (R3). */
    private static Check rate(Seen seen) {
        Figure all = seen.figure("M-05");
        Figure named = seen.figure("M-05-VT");
        BigDecimal two = seen.value("M-02").add(seen.value("M-03"));
        boolean passed =
                all.numerator().compareTo(seen.value("M-04")) == 0
                        && all.denominator().compareTo(seen.value("M-01")) == 0
                        && named.denominator().compareTo(two) == 0
                        && named.numerator().compareTo(all.numerator()) <= 0;
        return check(
                "R3",
                Severity.BLOCKING,
                passed,
                "成功率%s%%，分子%s件、分母%s件；村（居）、乡镇（街道）两级%s%%，分子%s件、分母%s件，%s。"
                        .formatted(
                                all.rendered(),
                                all.numerator(),
                                all.denominator(),
                                named.rendered(),
                                named.numerator(),
                                named.denominator(),
                                passed ? "与调处成功、调处件数一致" : "与调处成功、调处件数不一致"),
                "Success rate %s %%: %s of %s; of the two levels %s %%: %s of %s"
                        .formatted(
                                all.rendered(),
                                all.numerator(),
                                all.denominator(),
                                named.rendered(),
                                named.numerator(),
                                named.denominator()),
                seen.numbers("M-04", "M-01", "M-05", "M-02", "M-03", "M-05-VT"));
    }

    /** As many meetings as months read as monthly ones: then each month must have one (R10). */
    private static Check meetings(Seen seen, List<Figure> months) {
        List<Number> numbers =
                months.stream()
                        .map(seen::read)
                        .map(
                                it ->
                                        new Number(
                                                it.indicator(),
                                                it.whereLabel(),
                                                it.rendered(),
                                                it.receipt()))
                        .toList();
        long held =
                months.stream().filter(it -> it.value() != null && it.value().signum() > 0).count();
        boolean readsMonthly = seen.value("M-06").compareTo(BigDecimal.valueOf(months.size())) >= 0;
        boolean passed = !readsMonthly || held == months.size();
        return check(
                "R10",
                Severity.WARNING,
                passed,
                "例会%s次，%d个月中有%d个月召开%s。"
                        .formatted(
                                seen.value("M-06"),
                                months.size(),
                                held,
                                passed ? "" : "，读来像每月一次，实际并非每月都有"),
                "%s meetings in %d of %d months".formatted(seen.value("M-06"), held, months.size()),
                numbers);
    }

    /** 20余 stands for 21 to 29; exactly 20 is 20 (R11). */
    private static Check approximations(Seen seen) {
        List<String> codes = Paragraph.approximated();
        List<String> wrong =
                codes.stream()
                        .filter(
                                it ->
                                        !Approximation.stands(
                                                Paragraph.print(seen.figure(it)), seen.value(it)))
                        .toList();
        return check(
                "R11",
                Severity.BLOCKING,
                wrong.isEmpty(),
                codes.isEmpty()
                        ? "本段各数均为准确数，没有“余”。"
                        : "带“余”的数须由准确数按规则得出（21至29写20余，20写20），不符%d个。".formatted(wrong.size()),
                codes.isEmpty()
                        ? "All numbers of the paragraph are exact"
                        : "%d approximate numbers do not stand for their exact ones"
                                .formatted(wrong.size()),
                seen.numbers(codes.toArray(String[]::new)));
    }

    private static Check tooGood(Seen seen) {
        Figure all = seen.figure("M-05");
        Figure named = seen.figure("M-05-VT");
        Figure rate = isTooGood(all) ? all : named;
        boolean passed = !isTooGood(rate);
        String where = rate == all ? "" : "村（居）、乡镇（街道）两级";
        String[] beside = {
            "M-05", "M-05-VT", "M-17", "M-17-W", "M-17-E", "M-17-H", "M-16", "M-05-L"
        };
        return check(
                "R14",
                Severity.WARNING,
                passed,
                passed
                        ? "成功率没有异常。"
                        : "%s%s件全部成功。请核对：不予受理%s、撤回%s、当事人要求终止%s、移交%s、期末在调%s，事后补登（调结当日或之后才录入）占%s%%。"
                                .formatted(
                                        where,
                                        rate.denominator(),
                                        seen.said("M-17"),
                                        seen.said("M-17-W"),
                                        seen.said("M-17-E"),
                                        seen.said("M-17-H"),
                                        seen.said("M-16"),
                                        seen.figure("M-05-L").rendered()),
                passed
                        ? "The success rate is not conspicuous"
                        : "All %s succeeded: compare refused %s, withdrawn %s, ended by a party %s, handed over %s, open %s; entered on or after closing %s %%"
                                .formatted(
                                        rate.denominator(),
                                        seen.value("M-17"),
                                        seen.value("M-17-W"),
                                        seen.value("M-17-E"),
                                        seen.value("M-17-H"),
                                        seen.value("M-16"),
                                        seen.figure("M-05-L").rendered()),
                seen.numbers(beside));
    }

    /** No failure among many. */
    private static boolean isTooGood(Figure rate) {
        return rate.numerator().compareTo(rate.denominator()) == 0
                && rate.denominator().compareTo(MANY) >= 0;
    }

    private static Check check(
            String code,
            Severity severity,
            boolean passed,
            String zh,
            String en,
            List<Number> numbers) {
        return new Check(code, severity, passed ? Result.PASSED : Result.FAILED, zh, en, numbers);
    }
}
