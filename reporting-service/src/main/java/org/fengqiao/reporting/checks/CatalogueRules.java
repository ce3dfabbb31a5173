package org.fengqiao.reporting.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Number;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.checks.Relations.Partition;
import org.fengqiao.reporting.checks.Relations.Subset;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;

/** Rules that the catalogue implies: parts add up to their whole, and none is above its set. */
final class CatalogueRules {

    private CatalogueRules() {}

    /** In the order in which they are shown. */
    static List<Function<Seen, Check>> all(Relations relations) {
        return List.of(
                seen -> parts(seen, relations.partitions()), seen -> subsets(seen, relations));
    }

    /** What contradicts the catalogue, in both languages, and the numbers that do. */
    private record Wrong(List<String> zh, List<String> en, List<Number> numbers) {

        Wrong() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(String inChinese, String inEnglish, List<Number> about) {
            zh.add(inChinese);
            en.add(inEnglish);
            numbers.addAll(about);
        }

        boolean isNothing() {
            return zh.isEmpty();
        }
    }

    /** What is missing from the sum has no code: a record that somebody has to complete. */
    private static Check parts(Seen seen, List<Partition> partitions) {
        Wrong wrong = new Wrong();
        partitions.forEach(it -> add(seen, it, wrong));
        return Check.of(
                "C-PARTS",
                Severity.WARNING,
                wrong.isNothing(),
                wrong.isNothing()
                        ? "按类别分列的数与总数核对%d组，合计均等于总数。".formatted(partitions.size())
                        : "分列的数合计不等于总数，请检查未填该类别的记录：%s。".formatted(String.join("；", wrong.zh())),
                wrong.isNothing()
                        ? "%d wholes compared with their parts: all add up"
                                .formatted(partitions.size())
                        : "Parts do not add up, compare records without the code: "
                                + String.join("; ", wrong.en()),
                wrong.numbers());
    }

    private static void add(Seen seen, Partition it, Wrong wrong) {
        BigDecimal whole = seen.value(it.whole().code());
        List<String> codes = it.parts().stream().map(Indicator::code).toList();
        BigDecimal sum = codes.stream().map(seen::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (whole.compareTo(sum) == 0) {
            return;
        }
        wrong.add(
                "%s，按%s分列的%s，合计%s，相差%s"
                        .formatted(
                                said(seen, it.whole()),
                                it.column().label(),
                                it.parts().stream()
                                        .map(part -> said(seen, part))
                                        .collect(Collectors.joining("、")),
                                sum,
                                whole.subtract(sum).abs()),
                "%s is %s, its parts by %s (%s) are %s"
                        .formatted(
                                it.whole().code(),
                                whole,
                                it.column().name(),
                                String.join(", ", codes),
                                sum),
                seen.numbers(
                        Stream.concat(Stream.of(it.whole().code()), codes.stream())
                                .toArray(String[]::new)));
    }

    private static Check subsets(Seen seen, Relations relations) {
        Wrong wrong = new Wrong();
        relations.subsets().forEach(it -> add(seen, it, wrong));
        relations.shares().forEach(it -> add(seen.figure(it.code()), wrong));
        int compared = relations.subsets().size() + relations.shares().size();
        return Check.of(
                "C-SUBSET",
                Severity.BLOCKING,
                wrong.isNothing(),
                wrong.isNothing()
                        ? "部分与整体核对%d组，部分均不超过整体。".formatted(compared)
                        : "部分多于整体，请核对有关记录：%s。".formatted(String.join("；", wrong.zh())),
                wrong.isNothing()
                        ? "%d parts compared with their sets: none is above".formatted(compared)
                        : "More in a part than in its set: " + String.join("; ", wrong.en()),
                wrong.numbers());
    }

    private static void add(Seen seen, Subset it, Wrong wrong) {
        String part = it.part().code();
        String set = it.set().code();
        if (seen.value(part).compareTo(seen.value(set)) > 0) {
            wrong.add(
                    "%s，多于%s".formatted(said(seen, it.part()), said(seen, it.set())),
                    "%s of %s".formatted(part, set),
                    seen.numbers(part, set));
        }
    }

    private static void add(Figure share, Wrong wrong) {
        if (share.numerator().compareTo(share.denominator()) > 0) {
            wrong.add(
                    "“%s”的分子%s，多于分母%s"
                            .formatted(share.title(), share.numerator(), share.denominator()),
                    "the numerator of " + share.indicator(),
                    lists(share));
        }
    }

    private static List<Number> lists(Figure share) {
        String title = share.title();
        return List.of(
                Number.ofList(share, title + "：分子", share.numerator(), Part.NUMERATOR),
                Number.ofList(share, title + "：分母", share.denominator(), Part.DENOMINATOR));
    }

    private static String said(Seen seen, Indicator it) {
        Figure figure = seen.figure(it.code());
        String value = figure.value() == null ? "未报" : figure.rendered() + figure.unitLabel();
        return "“%s”%s".formatted(it.title(), value);
    }
}
