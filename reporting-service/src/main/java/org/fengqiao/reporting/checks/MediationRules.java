package org.fengqiao.reporting.checks;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Number;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.reports.ReportText;

/** Rules over the figures of mediation: R1 to R3, R10, R14. */
final class MediationRules {

    static final List<String> NEEDED =
            List.of(
                    "M-01", "M-02", "M-03", "M-04", "M-05", "M-05-VT", "M-06", "M-16", "M-17",
                    "M-17-W", "M-17-H", "M-17-E", "M-18", "M-05-L");

    /** They add up to M-01. */
    private static final List<String> LEVELS = List.of("M-02", "M-03", "M-18");

    private static final BigDecimal MANY = BigDecimal.valueOf(100);

    private MediationRules() {}

    /**
     * In the order in which they are shown.
     *
     * @param text of the report
     * @param meetings the joint meetings, month by month
     */
    static List<Function<Seen, Check>> all(ReportText text, List<Figure> meetings) {
        return List.of(
                MediationRules::levels,
                seen -> remainder(seen, text),
                MediationRules::success,
                MediationRules::rate,
                seen -> meetings(seen, meetings),
                MediationRules::tooGood);
    }

    private static Check levels(Seen seen) {
        BigDecimal sum = seen.value("M-02").add(seen.value("M-03")).add(seen.value("M-18"));
        boolean passed = sum.compareTo(seen.value("M-01")) == 0;
        return Check.of(
                "R1",
                Severity.BLOCKING,
                passed,
                "各类调委会调处合计%s件，总数%s件，%s。"
                        .formatted(sum, seen.value("M-01"), passed ? "相符" : "不相符，请检查案件的调委会类别"),
                "Mediated by all levels %s, in total %s".formatted(sum, seen.value("M-01")),
                seen.numbers("M-01", "M-02", "M-03", "M-18"));
    }

    /** A text that names only some parts of the total says what is left (R1). */
    private static Check remainder(Seen seen, ReportText text) {
        List<String> codes = text.codes();
        List<String> named = LEVELS.stream().filter(codes::contains).toList();
        BigDecimal rest = seen.value("M-01");
        for (String level : named) {
            rest = rest.subtract(seen.value(level));
        }
        boolean passed = !codes.contains("M-01") || named.isEmpty() || rest.signum() == 0;
        String titles =
                named.stream().map(it -> seen.figure(it).title()).collect(Collectors.joining("、"));
        return Check.of(
                "R1-REMAINDER",
                Severity.WARNING,
                passed,
                passed
                        ? "文中列出的各级调委会件数之和等于总数。"
                        : "文中只列出%s，另有%s件由其他调委会调处，未在文中列出。".formatted(titles, rest),
                passed
                        ? "The levels named in the text add up to the total"
                        : "The text names %s; %s disputes were mediated by others"
                                .formatted(String.join(", ", named), rest),
                seen.numbers(
                        // Shown beside the answer, which does not need them all.
                        Stream.of("M-18", "M-01", "M-02", "M-03")
                                .filter(seen::has)
                                .toArray(String[]::new)));
    }

    private static Check success(Seen seen) {
        boolean passed = seen.value("M-04").compareTo(seen.value("M-01")) <= 0;
        return Check.of(
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
        return Check.of(
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
        seen.lookAtRecords();
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
        return Check.of(
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

    private static Check tooGood(Seen seen) {
        Figure all = seen.figure("M-05");
        Figure named = seen.figure("M-05-VT");
        Figure rate = isTooGood(all) ? all : named;
        boolean passed = !isTooGood(rate);
        String where = rate == all ? "" : "村（居）、乡镇（街道）两级";
        String[] beside = {
            "M-05", "M-05-VT", "M-17", "M-17-W", "M-17-E", "M-17-H", "M-16", "M-05-L"
        };
        return Check.of(
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
}
