package org.fengqiao.reporting.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.indicators.Indicators.Defined;
import org.fengqiao.reporting.indicators.LocalIndicators.Local;

/**
 * The catalogue of indicators: what each counts, by which date, on whose authority. Those of the
 * chapters are there for every division; what a county defined, for itself and all below it.
 */
@ApplicationScoped
public class Catalogue {

    private final LocalIndicators locals;
    private final Grammar grammar;

    Catalogue(LocalIndicators locals, Grammar grammar) {
        this.locals = locals;
        this.grammar = grammar;
    }

    /** All that is there for figures of a division. */
    public Indicators of(String division) throws SQLException {
        return with(locals.of(division));
    }

    /** All that is there for figures of any division. */
    public Indicators everywhere() throws SQLException {
        return with(locals.all());
    }

    private Indicators with(List<Local> own) {
        return Indicators.OF_CHAPTERS.and(own.stream().map(this::defined).toList());
    }

    /**
     * The indicator of that code that is there for figures of a division: the latest definition.
     */
    public Optional<Indicator> find(String code, String division) throws SQLException {
        Optional<Indicator> known = Indicators.OF_CHAPTERS.find(code);
        return known.isPresent() ? known : local(code, division).map(it -> defined(it).latest());
    }

    /**
     * The same indicator by the definition that is in force in a period.
     *
     * @throws Refusal 400 where another one comes into force within the period, or none is after it
     */
    public Indicator in(Indicator indicator, Period period) throws SQLException {
        Optional<LocalCode> code = LocalCode.of(indicator.code());
        Defined defined =
                code.isEmpty()
                        ? Indicators.OF_CHAPTERS.defined(indicator.code()).orElseThrow()
                        : defined(locals.find(code.get()).orElseThrow(Refusal::notFound));
        return defined.in(period).orElseThrow(() -> defined.refusal(period));
    }

    /**
     * What a definition would count, if it were in force.
     *
     * @throws Refusal 422 as {@link Grammar#indicator}
     */
    public Indicator proposed(String code, Definition definition) {
        return grammar.indicator(code, 1, definition);
    }

    /** All that is there for figures of a division, for readers: its own behind the chapters'. */
    List<Entry> entries(String division) throws SQLException {
        List<Entry> entries = new ArrayList<>(chapters().toList());
        locals.of(division).forEach(it -> entries.addAll(entries(it)));
        return entries;
    }

    /** All definitions of one code, in their order; none where there is none for the division. */
    List<Entry> entries(String code, String division) throws SQLException {
        List<Entry> known = chapters().filter(it -> it.code().equals(code)).toList();
        return known.isEmpty() ? local(code, division).map(this::entries).orElse(List.of()) : known;
    }

    private static Stream<Entry> chapters() {
        return Indicators.OF_CHAPTERS.definitions().map(Entry::of);
    }

    List<Entry> entries(Local local) {
        List<Indicator> indicators = defined(local).definitions();
        return IntStream.range(0, indicators.size())
                .mapToObj(it -> Entry.of(indicators.get(it), local, local.definitions().get(it)))
                .toList();
    }

    private Optional<Local> local(String code, String division) throws SQLException {
        Optional<LocalCode> own = LocalCode.of(code).filter(it -> it.isFor(division));
        return own.isEmpty() ? Optional.empty() : locals.find(own.get());
    }

    private Defined defined(Local local) {
        List<Indicator> definitions =
                IntStream.range(0, local.definitions().size())
                        .mapToObj(
                                it ->
                                        grammar.indicator(
                                                local.code().value(),
                                                it + 1,
                                                local.definitions().get(it)))
                        .toList();
        return new Defined(definitions, local.until());
    }
}
