package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.figures.Differences;
import org.fengqiao.reporting.figures.Differences.FigureDifference;
import org.fengqiao.reporting.figures.Differences.RecordDifference;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.figures.Source;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.reports.Editions.Kept;
import org.fengqiao.reporting.sets.CountyFigures.County;

/** What later facts have changed in a published report, and which: nothing changes silently. */
@RequestScoped
class PendingRevision {

    /**
     * What has changed since an edition.
     *
     * @param edition its number; absent before the first
     * @param pending whether a figure is another now
     */
    @Schema(name = "PendingRevision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(Integer edition, LocalDate publishedOn, boolean pending, List<Cause> changes) {}

    /**
     * A figure that is another now.
     *
     * @param zh in words: 调处矛盾纠纷 410 → 411：新增土桥村(2024)人调字第12号，计入日期2024-12-30，录入日期2025-01-14
     */
    @Schema(name = "RevisionCause")
    record Cause(FigureDifference figure, String zh, String en) {}

    private static final int TOLD = 5;

    private final Editions editions;
    private final Differences differences;
    private final ReportFigures figures;
    private final Questions questions;
    private final Catalogue catalogue;
    private final Divisions divisions;

    PendingRevision(
            Editions editions,
            Differences differences,
            ReportFigures figures,
            Questions questions,
            Catalogue catalogue,
            Divisions divisions) {
        this.editions = editions;
        this.differences = differences;
        this.figures = figures;
        this.questions = questions;
        this.catalogue = catalogue;
        this.divisions = divisions;
    }

    Result of(AnnualReport report) throws SQLException {
        Optional<Kept> last = editions.published(report.id()).stream().findFirst();
        if (last.isEmpty()) {
            return new Result(null, null, false, List.of());
        }
        Kept edition = last.get();
        Optional<County> union =
                figures.union(report.draft().text(), report.division(), report.year());
        List<FigureDifference> found =
                new ArrayList<>(
                        union.isPresent()
                                ? differences.with(edition.frozenId(), union.get().source())
                                : differences.sinceThen(edition.frozenId()));
        Indicators known = catalogue.of(report.division());
        for (Source it : before(edition, known, report)) {
            found.addAll(differences.with(edition.frozenBeforeId(), it));
        }
        List<Cause> causes = found.stream().map(it -> cause(it, known, report.division())).toList();
        return new Result(edition.number(), edition.publishedOn(), !causes.isEmpty(), causes);
    }

    /** What an edition printed of the year before, as it would be printed now. */
    private List<Source> before(Kept edition, Indicators known, AnnualReport report)
            throws SQLException {
        Map<Boolean, List<Indicator>> printed =
                editions.content(edition).figures().stream()
                        .collect(
                                Collectors.partitioningBy(
                                        it -> it.key().equals(it.indicator()),
                                        Collectors.mapping(
                                                it -> known.get(it.indicator(), it.definition()),
                                                Collectors.toList())));
        return figures.before(
                printed.get(false), printed.get(true), report.division(), report.year());
    }

    private Cause cause(FigureDifference it, Indicators known, String division) {
        String chapter = known.get(it.indicator()).chapter();
        FigureDifference shown = questions.mayList(chapter) ? it : it.withoutRecords();
        Said from = Said.of(it.statusBefore(), it.before());
        Said to = Said.of(it.status(), it.after());
        String zh = "%s %s → %s".formatted(it.title(), from.zh(), to.zh());
        String en = "%s %s → %s".formatted(it.indicator(), from.en(), to.en());
        return new Cause(
                shown, zh + told(shown, division, true), en + told(shown, division, false));
    }

    private String told(FigureDifference it, String division, boolean zh) {
        if (it.records() == null) {
            return zh
                    ? "：%d条记录".formatted(it.recordCount())
                    : ": %d records".formatted(it.recordCount());
        }
        String told =
                it.records().stream()
                        .limit(TOLD)
                        .map(record -> zh ? zh(record, division) : en(record, division))
                        .collect(Collectors.joining(zh ? "；" : "; "));
        String more =
                it.recordCount() > TOLD
                        ? (zh ? "；共%d条" : "; %d in all").formatted(it.recordCount())
                        : "";
        return told.isEmpty() ? "" : (zh ? "：" : ": ") + told + more;
    }

    private String zh(RecordDifference it, String division) {
        String word =
                switch (it.change()) {
                    case ADDED -> "新增";
                    case REMOVED -> "减去";
                    case VOIDED -> "作废";
                    case CHANGED -> "变更";
                };
        return "%s%s%s%s，计入日期%s%s"
                .formatted(
                        word,
                        place(it.division(), division),
                        it.reference() == null ? it.id() : it.reference(),
                        it.part() == null ? "" : "（" + it.part().zh() + "）",
                        it.countedOn(),
                        it.enteredOn() == null ? "" : "，录入日期" + it.enteredOn());
    }

    private String en(RecordDifference it, String division) {
        return "%s %s %s%s, counted on %s%s"
                .formatted(
                        it.change().name().toLowerCase(Locale.ROOT),
                        place(it.division(), division),
                        it.reference() == null ? it.id() : it.reference(),
                        it.part() == null ? "" : " (" + it.part() + ")",
                        it.countedOn(),
                        it.enteredOn() == null ? "" : ", entered " + it.enteredOn());
    }

    /** Committees number their cases each for itself: the place, from below the report's own. */
    private String place(String of, String division) {
        String above = divisions.fullName(division);
        String name = divisions.fullName(of);
        return name.startsWith(above) && !name.equals(above)
                ? name.substring(above.length())
                : divisions.name(of);
    }
}
