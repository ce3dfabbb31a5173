package org.fengqiao.reporting.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.checks.Checks;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.checks.Reported;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Source;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.parity.ParityComparison;
import org.fengqiao.reporting.parity.ParityComparison.Result;
import org.fengqiao.reporting.parity.ParityComparison.Status;
import org.fengqiao.reporting.sets.CountyFigures.County;
import org.fengqiao.reporting.sets.CountyFigures.Gap;

/** All checks of a report: of its figures and words, its contents, and of what was heard. */
@ApplicationScoped
class ReportChecks {

    /** Says what a county's report is made of. */
    private static final String UNION = "UNION";

    /** Says what a county prints of the year before although it did not report it. */
    private static final String YEAR_BEFORE = "YEAR-BEFORE";

    private final Checks checks;
    private final ParityComparison parity;
    private final ReportFigures figures;
    private final Catalogue catalogue;
    private final Clock clock;

    ReportChecks(
            Checks checks,
            ParityComparison parity,
            ReportFigures figures,
            Catalogue catalogue,
            Clock clock) {
        this.checks = checks;
        this.clock = clock;
        this.figures = figures;
        this.catalogue = catalogue;
        this.parity = parity;
    }

    List<Check> of(String division, int year, Draft draft) throws SQLException {
        Period period = Period.of(Integer.toString(year));
        Indicators known = catalogue.of(division);
        ReportText text = draft.told(known, year).text();
        Reported reported = figures.reported(text, division, year);
        List<Check> all = new ArrayList<>(checks.of(division, period, text, reported));
        all.add(defined(draft, known, year));
        all.add(reported(text, figures.now(text, division, year), known, year));
        all.add(contents(draft));
        all.add(placeholders(draft));
        all.add(parity());
        if (ReportFigures.isCounty(division)) {
            Optional<County> union = figures.union(text, division, year);
            all.add(
                    union.isPresent()
                            ? union(union.get())
                            : noUnion(figures.gap(text, division, year)));
            all.add(yearBefore(figures.before(text, division, year)));
        }
        return all;
    }

    /** What a county defined may change or end after it was written: then there is no figure. */
    private static Check defined(Draft draft, Indicators known, int year) {
        List<Mention> without = draft.withoutFigure(known, year);
        String titles =
                without.stream().map(it -> it.title(known)).collect(Collectors.joining("”“"));
        return Check.of(
                "T-DEFINED",
                Severity.BLOCKING,
                without.isEmpty(),
                without.isEmpty()
                        ? "文中各指标在所指年度内定义不变，均有数。"
                        : "“%s”的定义在年度内改变，或者已经停用，没有全年的数：请改写。".formatted(titles),
                without.isEmpty()
                        ? "Each figure of the text has one definition all through its year"
                        : "No figure of the year, for the definition changes in it or has ended: "
                                + without.stream()
                                        .map(it -> it.key(year))
                                        .collect(Collectors.joining(", ")),
                List.of());
    }

    /** What is printed in the annex although it blocks nothing: it tells no number. */
    static boolean tellsOfSources(Check it) {
        return it.code().equals(UNION) || it.code().equals(YEAR_BEFORE);
    }

    /** A figure without a value is printed as a word: nobody signs that by oversight. */
    static Check reported(
            ReportText text, Map<String, Figure> figures, Indicators known, int year) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Mention it : text.mentions().toList()) {
            Figure figure = figures.get(it.key(year));
            boolean told = figure == null || figure.status() == Figure.Status.SUPPRESSED;
            if (!told && figure.value() == null && keys.add(it.key(year))) {
                Said why = Said.of(figure.status(), null);
                zh.add("“%s”（%s）%s".formatted(it.title(known), it.key(year), why.zh()));
                en.add("%s %s".formatted(it.key(year), why.en()));
            }
        }
        return Check.of(
                "T-NOT-REPORTED",
                Severity.BLOCKING,
                zh.isEmpty(),
                zh.isEmpty()
                        ? "文中各指标都有数。"
                        : "文中的%s没有数。未报告的，请补录记录，确实没有的，请有关单位逐月确认零报告；没有分母的，请改写；数据不全的，须待业务系统补齐。"
                                .formatted(String.join("、", zh)),
                zh.isEmpty()
                        ? "Each figure of the text has a value"
                        : ("Figures of the text without a value: %s. Enter the records, or confirm"
                                        + " the nil return of the months; write shares of nothing"
                                        + " otherwise")
                                .formatted(String.join(", ", en)),
                List.of());
    }

    /** The contents that a report must have, whatever their order (P2). */
    private static Check contents(Draft draft) {
        List<SectionKind> missing = draft.missing();
        String zh = missing.stream().map(SectionKind::zh).collect(Collectors.joining("”“"));
        String en = missing.stream().map(SectionKind::en).collect(Collectors.joining(", "));
        return Check.of(
                "T-CONTENTS",
                Severity.BLOCKING,
                missing.isEmpty(),
                missing.isEmpty() ? "报告应有的四项内容齐全。" : "报告缺少“%s”。".formatted(zh),
                missing.isEmpty() ? "All four contents are there" : "Missing: " + en,
                List.of());
    }

    /** What the suite left for the clerk to write. */
    private static Check placeholders(Draft draft) {
        boolean passed =
                draft.text().sources().stream().noneMatch(it -> it.contains(FirstDraft.TO_WRITE));
        return Check.of(
                "T-TO-WRITE",
                Severity.BLOCKING,
                passed,
                passed ? "文中没有待填写的段落。" : "文中还有“%s”的段落。".formatted(FirstDraft.TO_WRITE),
                passed ? "No paragraph is left to be written" : "Paragraphs are left to be written",
                List.of());
    }

    /** A county reports what its townships reported, and it accepted; the report says so (D6). */
    private static Check union(County union) {
        boolean whole = union.missing().isEmpty();
        return Check.of(
                UNION,
                Severity.WARNING,
                // It stands in the annex whether or not a township is missing.
                false,
                "本报告的数据" + union.words() + "。",
                "The figures are the union of %d accepted sets of %d%s"
                        .formatted(
                                union.sets().size(),
                                union.sets().size() + union.missing().size(),
                                whole ? "" : "; the others are missing"),
                List.of());
    }

    /** A figure of the year before is the one that was reported; the report says which is not. */
    private static Check yearBefore(List<Source> printed) {
        List<Figure> counted =
                printed.stream()
                        .filter(Source::counted)
                        .flatMap(it -> it.figures().stream())
                        .toList();
        String zh = counted.stream().map(Figure::title).collect(Collectors.joining("、"));
        String en = counted.stream().map(Figure::indicator).collect(Collectors.joining(", "));
        return Check.of(
                YEAR_BEFORE,
                Severity.WARNING,
                counted.isEmpty(),
                counted.isEmpty()
                        ? "文中的上年数都出自上年已公开的报告，或者上年已审核的报表。"
                        : "%s的上年数按现有记录计：上年没有公开的报告，也没有已审核的报表列有该数。".formatted(zh),
                counted.isEmpty()
                        ? "Figures of the year before are those of its edition or accepted sets"
                        : "Of the year before counted from the records of now, for no edition and no"
                                + " accepted set of it tells them: "
                                + en,
                List.of());
    }

    private static Check noUnion(Optional<Gap> nearest) {
        String zh = "没有年度报表，数据不是由各乡镇报送数据汇总的：请先下发包含文中全部指标的报表。";
        String en = "There is no yearly form: the figures are no union of sets";
        if (nearest.isPresent()) {
            Gap it = nearest.get();
            zh =
                    "年度报表“%s”（%s）没有文中的%s，数据不是由各乡镇报送数据汇总的：请补入报表，由各乡镇报送。"
                            .formatted(
                                    it.title(),
                                    it.form(),
                                    lacked(it, one -> one.code() + one.title(), "、"));
            en =
                    "The yearly form %s does not ask for %s: the figures are no union of sets"
                            .formatted(it.form(), lacked(it, Indicator::code, ", "));
        }
        return Check.of(UNION, Severity.BLOCKING, false, zh, en, List.of());
    }

    private static String lacked(Gap gap, Function<Indicator, String> said, String between) {
        return gap.lacked().stream().map(said).collect(Collectors.joining(between));
    }

    /** What the sources hold is what was counted, by a comparison of the last day. */
    private Check parity() throws SQLException {
        List<Result> last = parity.last();
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        List<String> different = kinds(last, it -> it.status() == Status.DIFFERENT);
        List<String> unknown =
                kinds(
                        last,
                        it ->
                                it.status() != Status.EQUAL && it.status() != Status.DIFFERENT
                                        || it.comparedAt().isBefore(yesterday));
        boolean compared = !last.isEmpty() && unknown.isEmpty();
        Checks.Result result =
                !different.isEmpty()
                        ? Checks.Result.FAILED
                        : compared ? Checks.Result.PASSED : Checks.Result.INCOMPLETE;
        return switch (result) {
            case FAILED ->
                    parity(
                            result,
                            "与业务系统核对不一致：%s。请系统管理员处理后再签发。".formatted(String.join("、", different)),
                            "Sources and facts differ: " + String.join(", ", different));
            case INCOMPLETE, NOTHING_REPORTED ->
                    parity(
                            result,
                            "最近一日没有与全部业务系统核对过：请系统管理员核对后再签发。",
                            "Not all sources were compared within the last day");
            case PASSED ->
                    parity(
                            result,
                            "最近一日与业务系统核对，没有发现差异。",
                            "Compared with the sources within the last day: no difference");
        };
    }

    private static List<String> kinds(List<Result> results, Predicate<Result> which) {
        return results.stream().filter(which).map(Result::kind).toList();
    }

    private static Check parity(Checks.Result result, String zh, String en) {
        return new Check("PARITY", Severity.BLOCKING, result, zh, en, List.of());
    }
}
