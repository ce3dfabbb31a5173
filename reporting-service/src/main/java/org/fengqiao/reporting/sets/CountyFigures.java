package org.fengqiao.reporting.sets;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figures.FigureSet;
import org.fengqiao.reporting.figures.Source;
import org.fengqiao.reporting.figures.Unions;
import org.fengqiao.reporting.figures.Unions.United;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;

/** A county's figures: the union of the record lists of the sets that it has accepted. */
@ApplicationScoped
public class CountyFigures {

    /**
     * A set that is in the union.
     *
     * @param submission what was frozen: the id for {@link Unions}
     * @param version of the set
     */
    @Schema(name = "AcceptedFigureSet")
    public record AcceptedSet(String division, String name, int version, UUID submission) {}

    /** A unit that is not in the union. */
    @Schema(name = "MissingUnit")
    public record MissingUnit(String division, String name) {}

    /**
     * The figures, and what they are made of. Without the county's own records: these are in no
     * township's set.
     *
     * @param sets in the order of their divisions; {@code missing} what is not among them
     */
    @Schema(name = "CountyFigures")
    public record County(
            String division,
            String period,
            List<AcceptedSet> sets,
            List<MissingUnit> missing,
            List<United> figures) {

        private List<UUID> submissions() {
            return sets.stream().map(AcceptedSet::submission).toList();
        }

        /** The figures alone, with what they are the union of. */
        public Source source() {
            List<Figure> plain = figures.stream().map(United::figure).toList();
            return Source.frozen(submissions(), new FigureSet(plain, Map.of()));
        }

        /** In words: 已审核 24/26，未审核：…. */
        public String words() {
            String accepted =
                    "由%d个单位中已审核的%d个汇总".formatted(sets.size() + missing.size(), sets.size());
            return missing.isEmpty()
                    ? accepted
                    : accepted
                            + "，未计入："
                            + String.join("、", missing.stream().map(MissingUnit::name).toList());
        }
    }

    private final Forms forms;
    private final FigureSets sets;
    private final Unions unions;
    private final Catalogue catalogue;
    private final Divisions divisions;

    CountyFigures(
            Forms forms, FigureSets sets, Unions unions, Catalogue catalogue, Divisions divisions) {
        this.forms = forms;
        this.sets = sets;
        this.unions = unions;
        this.catalogue = catalogue;
        this.divisions = divisions;
    }

    /**
     * The county's figures of a form's indicators.
     *
     * @param county 12 digits
     * @throws Refusal 404 where it has no such form; 400 for a period that is none of the form
     */
    public County of(String county, String form, String period) throws SQLException {
        Form found = forms.get(county, form);
        Period of = found.period(period);
        return of(found, of, county);
    }

    /**
     * The county's figures of a year: all those of its yearly form that asks for most of the
     * indicators. Empty where it has no yearly form.
     *
     * @param county 12 digits
     */
    public Optional<County> ofYear(String county, List<Indicator> indicators, Period year)
            throws SQLException {
        Optional<Form> form =
                forms.of(county).stream()
                        .filter(it -> it.content().asks(year))
                        .min(Comparator.comparing(it -> lacked(it, indicators).size()));
        return form.isEmpty() ? Optional.empty() : Optional.of(of(form.get(), year, county));
    }

    private County of(Form form, Period period, String county) throws SQLException {
        return of(
                form,
                period,
                sets.of(form, period, county),
                form.indicators(catalogue.of(county), period));
    }

    /** A yearly form, and what it does not ask for. */
    public record Gap(String form, String title, List<Indicator> lacked) {}

    /** What the form of {@link #ofYear} does not ask for; empty where there is no yearly form. */
    public Optional<Gap> gap(String county, List<Indicator> indicators, Period year)
            throws SQLException {
        return forms.of(county).stream()
                .filter(it -> it.content().asks(year))
                .map(it -> new Gap(it.code(), it.content().title(), lacked(it, indicators)))
                .min(Comparator.comparing(it -> it.lacked().size()));
    }

    private static List<Indicator> lacked(Form form, List<Indicator> indicators) {
        return indicators.stream()
                .filter(it -> !form.content().indicators().contains(it.code()))
                .toList();
    }

    County of(Form form, Period period, List<Filing> filings, List<Indicator> indicators)
            throws SQLException {
        List<AcceptedSet> accepted =
                filings.stream()
                        .filter(it -> it.status() == SetStatus.ACCEPTED)
                        .map(this::accepted)
                        .toList();
        List<MissingUnit> missing =
                filings.stream()
                        .filter(it -> it.status() != SetStatus.ACCEPTED)
                        .map(it -> it.key().division())
                        .map(it -> new MissingUnit(it, divisions.name(it)))
                        .toList();
        List<UUID> submissions = accepted.stream().map(AcceptedSet::submission).toList();
        return new County(
                form.county(),
                period.text(),
                accepted,
                missing,
                unions.of(submissions, indicators, form.county(), period));
    }

    private AcceptedSet accepted(Filing it) {
        String division = it.key().division();
        return new AcceptedSet(division, divisions.name(division), it.version(), it.submission());
    }
}
