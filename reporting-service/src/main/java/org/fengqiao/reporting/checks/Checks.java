package org.fengqiao.reporting.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.figures.Breakdown;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figures;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.reports.ReportText;
import org.fengqiao.reporting.reports.Wording;

/**
 * The consistency rules of the report (figures R1 to R14), each over figures and their receipts,
 * those over its words alone (T), and what the catalogue and the year before imply (C).
 */
@ApplicationScoped
public class Checks {

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

    /**
     * One number that the check looked at.
     *
     * @param receipt absent of a county's figure that is the union of accepted sets
     */
    @Schema(name = "CheckNumber")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Number(String indicator, String title, String value, String receipt) {

        /** What one list of a share comes to. */
        static Number ofList(Figure share, String title, BigDecimal count, Part part) {
            String receipt = share.receipt() == null ? null : share.receipt() + "?part=" + part;
            return new Number(share.indicator(), title, count.toPlainString(), receipt);
        }
    }

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

        public static Check of(
                String code,
                Severity severity,
                boolean passed,
                String zh,
                String en,
                List<Number> numbers) {
            Result status = passed ? Result.PASSED : Result.FAILED;
            return new Check(code, severity, status, zh, en, numbers);
        }

        /** Whether it keeps a report from being signed, unless the signer says why it does not. */
        public boolean blocks() {
            return severity == Severity.BLOCKING
                    && (status == Result.FAILED || status == Result.INCOMPLETE);
        }

        Check unjudged(Result why, String because, String becauseEn) {
            return new Check(code, severity, why, because, becauseEn, numbers);
        }

        /** The same with something to know behind its words. */
        Check noting(String what, String whatEn) {
            return new Check(code, severity, status, zh + what, en + whatEn, numbers);
        }
    }

    /** Villagers' committees have a 2 there (codes 3.1). */
    private static final int VILLAGE_DIGIT = 9;

    private final Figures figures;
    private final Divisions divisions;
    private final JumpRule jump;
    private final Catalogue catalogue;

    Checks(Figures figures, Divisions divisions, JumpRule jump, Catalogue catalogue) {
        this.figures = figures;
        this.divisions = divisions;
        this.jump = jump;
        this.catalogue = catalogue;
    }

    /** All checks of the report in the suite's own words. */
    public List<Check> of(String division, Period period) throws SQLException {
        ReportText text = Wording.of(division, divisions.find(division)).text();
        return of(division, period, text, Reported.NOTHING);
    }

    /**
     * All checks of a report that says this.
     *
     * @param reported its figures where they are not those of the facts; rules over other figures,
     *     and those that look at records one by one, judge facts and say so
     */
    public List<Check> of(String division, Period period, ReportText text, Reported reported)
            throws SQLException {
        Indicators known = catalogue.of(division);
        Relations all = Relations.in(period, known.naming(text.codes()));
        Relations relations = reported.now().isEmpty() ? all : all.among(reported.now().keySet());
        List<String> needed =
                Stream.of(
                                MediationRules.NEEDED,
                                PetitionRules.NEEDED,
                                LegalRules.NEEDED,
                                relations.needed(),
                                text.codes())
                        .flatMap(List::stream)
                        .distinct()
                        .toList();
        Map<String, Figure> byCode = new HashMap<>();
        figures.of(known.in(period, needed), division, period)
                .figures()
                .forEach(it -> byCode.put(it.indicator(), it));
        Stream<Check> judged =
                Stream.of(
                                MediationRules.all(text, meetingsByMonth(division, period)),
                                PetitionRules.all(text, known),
                                LegalRules.all(villages(division, period)),
                                TextRules.all(text, known, byThemeDay(division, period)),
                                CatalogueRules.all(relations),
                                List.of(jump.over(text.codes(), known, division, period, reported)))
                        .flatMap(List::stream)
                        .map(rule -> Seen.judged(rule, reported.now(), byCode));
        // They look at words alone, which stand there whatever was reported.
        Stream<Check> words = TextRules.words(text, known, period.first().getYear());
        return Stream.concat(judged, words).toList();
    }

    /** How many 行政村 there were in the period below the division, or 1 where it is one. */
    private long villages(String division, Period period) {
        DivisionCode code = new DivisionCode(division);
        if (code.level() == DivisionCode.Level.VILLAGE) {
            return code.value().charAt(VILLAGE_DIGIT) == '2' ? 1 : 0;
        }
        return divisions.children(division, period.start(), period.end()).stream()
                .mapToLong(it -> villages(it.code().value(), period))
                .sum();
    }

    private List<Figure> byThemeDay(String division, Period period) throws SQLException {
        Indicator activities = Indicators.OF_CHAPTERS.get("L-01");
        Column day = activities.whole().table().column("themeDay");
        return figures.of(List.of(activities), division, period, Breakdown.of(day)).figures();
    }

    private List<Figure> meetingsByMonth(String division, Period period) throws SQLException {
        List<Indicator> meetings = List.of(Indicators.OF_CHAPTERS.get("M-06"));
        return figures.of(meetings, division, period, Breakdown.MONTH).figures();
    }
}
