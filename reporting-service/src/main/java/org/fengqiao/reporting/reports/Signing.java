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
import org.fengqiao.reporting.figures.Frozen;
import org.fengqiao.reporting.figures.Source;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.reports.Edition.Finding;
import org.fengqiao.reporting.reports.Editions.Kept;

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
     * @throws Refusal 422 {@code CHECKS_BLOCK}, naming each blocking check without a reason; {@code
     *     OVERRIDE_NEEDLESS}, naming each override of what never blocks
     */
    @Transactional(TxType.MANDATORY)
    void sign(AnnualReport report, List<Overriding> overrides) throws SQLException {
        List<Check> found = checks.of(report.division(), report.year(), report.draft());
        requireBlocking(overrides, found);
        List<Finding> findings =
                findings(
                        found,
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
        Source figures = reportFigures.ofYear(text, report.division(), report.year());
        frozen.freeze(now, List.of(figures), report.division(), period);
        List<Source> before = reportFigures.before(text, report.division(), report.year());
        UUID then = before.isEmpty() ? null : UUID.randomUUID();
        if (then != null) {
            frozen.freeze(then, before, report.division(), period.yearAgo());
        }
        Map<String, Map<Part, Frozen.Sum>> lists = new LinkedHashMap<>(frozen.sums(now));
        if (then != null) {
            frozen.sums(then)
                    .forEach(
                            (code, sums) ->
                                    lists.put(Mention.keyOfYearBefore(code, report.year()), sums));
        }
        Composition composition =
                new Composition(
                        report.draft().told(known, report.year()),
                        known,
                        report.division(),
                        report.year(),
                        ReportFigures.byKey(
                                report.year(), figures.figures(), Source.figures(before)),
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

    /** A reason is printed, or refused: what is written for a warning is nowhere to be read. */
    private static void requireBlocking(List<Overriding> overrides, List<Check> checks) {
        Set<String> blocking =
                checks.stream()
                        .filter(it -> it.severity() == Severity.BLOCKING)
                        .map(Check::code)
                        .collect(Collectors.toSet());
        Refusal refusal =
                Refusal.of(
                        422,
                        "OVERRIDE_NEEDLESS",
                        "只有须改正的检查才写签发理由",
                        "Only a blocking check is signed over with a reason");
        for (int i = 0; i < overrides.size(); i++) {
            String code = overrides.get(i).code();
            if (!blocking.contains(code)) {
                refusal =
                        refusal.at(
                                "/overrides/%d/code".formatted(i),
                                code + "不是须改正的检查",
                                code + " is no blocking check");
            }
        }
        if (!refusal.faults().isEmpty()) {
            throw refusal;
        }
    }

    private static String revisedBecause(AnnualReport report) {
        return report.lastOf(ReportStep.REVISE).orElseThrow().reason();
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
                        ReportChecks.tellsOfSources(it)
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
