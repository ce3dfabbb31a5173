package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Result;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.documents.Seal;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Frozen;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.reports.Edition.Finding;
import org.fengqiao.reporting.reports.Editions.Kept;
import org.fengqiao.reporting.sets.CountyFigures.County;

/** Makes an edition of a report: its figures frozen at one moment, its checks as they stood. */
@ApplicationScoped
class Signing {

    /** Why the signer signs although a blocking check did not pass: printed in the annex. */
    @Schema(name = "CheckOverride")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Overriding(
            @NotBlank @Size(max = 40) String code, @NotBlank @Size(max = 500) String reason) {}

    private final Frozen frozen;
    private final ReportChecks checks;
    private final ReportFigures reportFigures;
    private final Editions editions;
    private final Catalogue catalogue;
    private final Divisions divisions;

    Signing(
            Frozen frozen,
            ReportChecks checks,
            ReportFigures reportFigures,
            Editions editions,
            Catalogue catalogue,
            Divisions divisions) {
        this.frozen = frozen;
        this.checks = checks;
        this.reportFigures = reportFigures;
        this.editions = editions;
        this.catalogue = catalogue;
        this.divisions = divisions;
    }

    /** Before the transaction's first query: all that is signed is of one moment. */
    @Transactional(TxType.MANDATORY)
    void holdMoment() throws SQLException {
        frozen.holdMoment();
    }

    /**
     * Keeps the edition that is signed.
     *
     * @throws Refusal 422 {@code CHECKS_BLOCK}, naming each blocking check without a reason
     */
    @Transactional(TxType.MANDATORY)
    void sign(AnnualReport report, List<Overriding> overrides) throws SQLException {
        List<Finding> findings =
                findings(
                        checks.of(report.division(), report.year(), report.draft()),
                        overrides.stream()
                                .collect(
                                        Collectors.toMap(
                                                Overriding::code,
                                                Overriding::reason,
                                                (first, second) -> second)));
        Indicators known = catalogue.of(report.division());
        ReportText text = report.draft().text();
        Period period = Period.of(Integer.toString(report.year()));
        UUID now = UUID.randomUUID();
        Optional<County> union = reportFigures.union(text, report.division(), report.year());
        List<Figure> figures =
                union.isPresent()
                        ? freezeUnion(now, union.get(), period)
                        : freeze(
                                now,
                                reportFigures.ofTheYear(text, report.division(), report.year()),
                                report,
                                period);
        List<Indicator> before =
                reportFigures.ofTheYearBefore(text, report.division(), report.year());
        UUID then = before.isEmpty() ? null : UUID.randomUUID();
        List<Figure> past =
                before.isEmpty() ? List.of() : freeze(then, before, report, period.yearAgo());
        Map<String, Map<Part, Frozen.Sum>> lists = new LinkedHashMap<>(frozen.sums(now));
        if (then != null) {
            String yearBefore = "@" + (report.year() - 1);
            frozen.sums(then).forEach((code, sums) -> lists.put(code + yearBefore, sums));
        }
        Composition composition =
                new Composition(
                        report.draft().told(known, report.year()),
                        known,
                        report.division(),
                        report.year(),
                        ReportFigures.byKey(report.year(), figures, past),
                        lists);
        Optional<Kept> earlier = editions.published(report.id()).stream().findFirst();
        int number = earlier.map(it -> it.number() + 1).orElse(1);
        Edition edition = composition.edition(divisions, number, report.lastDay(), findings);
        Edition signed =
                earlier.map(it -> new EditionChanges(editions.content(it), edition))
                        .map(it -> it.told(revisedBecause(report)))
                        .orElse(edition);
        editions.sign(
                new Kept(
                        UUID.randomUUID(),
                        report.id(),
                        number,
                        report.lastDay(),
                        now,
                        then,
                        Seal.canonical(signed),
                        null,
                        null,
                        null));
    }

    private static String revisedBecause(AnnualReport report) {
        return report.lastOf(ReportStep.REVISE).orElseThrow().reason();
    }

    private List<Figure> freeze(
            UUID id, List<Indicator> indicators, AnnualReport report, Period period)
            throws SQLException {
        return frozen.freeze(id, indicators, report.division(), period, Set.of()).figures();
    }

    private List<Figure> freezeUnion(UUID id, County union, Period period) throws SQLException {
        frozen.freezeUnion(id, union.submissions(), union.plain(), union.division(), period);
        return union.plain();
    }

    private static List<Finding> findings(List<Check> checks, Map<String, String> reasons) {
        Refusal refusal =
                Refusal.of(
                        422,
                        "CHECKS_BLOCK",
                        "有检查未通过：改正后再签发，或者写明理由",
                        "Checks did not pass: mend what they found, or sign with a reason");
        Refusal blocking = refusal;
        List<Finding> findings = new ArrayList<>();
        for (Check it : checks) {
            String reason = reasons.get(it.code());
            if (it.blocks() && reason == null) {
                blocking = blocking.at("/overrides", it.code(), it.zh(), it.en());
            }
            if (it.status() != Result.PASSED) {
                Finding found = Finding.of(it, it.blocks() ? reason : null);
                boolean printed =
                        it.code().equals(ReportChecks.UNION)
                                || it.severity() == Severity.BLOCKING
                                        && it.status() == Result.FAILED;
                findings.add(printed ? found : found.named());
            }
        }
        if (blocking != refusal) {
            throw blocking;
        }
        return findings;
    }
}
