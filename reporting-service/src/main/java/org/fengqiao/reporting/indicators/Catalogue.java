package org.fengqiao.reporting.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.web.Refusal;
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

    /** The chapters' indicator of that code, by its latest definition. */
    public static Optional<Indicator> find(String code) {
        return all().filter(it -> it.code().equals(code)).reduce((earlier, later) -> later);
    }

    /**
     * The indicator of that code by one of its definitions, old ones included.
     *
     * @throws IllegalArgumentException where there is none: none is ever removed
     */
    public static Indicator of(String code, int definition) {
        return all().filter(it -> it.code().equals(code) && it.definition() == definition)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " " + definition));
    }

    /**
     * The indicator of that code that is there for figures of a division: the latest definition.
     */
    public Optional<Indicator> find(String code, String division) throws SQLException {
        Optional<Indicator> known = find(code);
        if (known.isPresent()) {
            return known;
        }
        return local(code, division).map(this::indicators).map(it -> it.get(it.size() - 1));
    }

    /**
     * The same indicator by the definition that is in force in a period.
     *
     * @throws Refusal 400 where another one comes into force within the period, or none is after it
     */
    public Indicator in(Indicator indicator, Period period) throws SQLException {
        Optional<LocalCode> code = LocalCode.of(indicator.code());
        if (code.isEmpty()) {
            return ofChapters(indicator, period);
        }
        Local local = locals.find(code.get()).orElseThrow(Refusal::notFound);
        if (local.until() != null && period.last().isAfter(local.until())) {
            throw Refusal.parameter(
                    "period",
                    "%s 自%s后停用，请查询此前的期间".formatted(indicator.code(), local.until()),
                    "%s has ended with %s: ask for periods up to then"
                            .formatted(indicator.code(), local.until()));
        }
        return inForce(indicators(local), period);
    }

    /** The same of a chapter's indicator. */
    public static Indicator ofChapters(Indicator indicator, Period period) {
        return inForce(all().filter(it -> it.code().equals(indicator.code())).toList(), period);
    }

    /**
     * @param definitions of one code, in their order
     */
    static Indicator inForce(List<Indicator> definitions, Period period) {
        Indicator inForce = definitions.get(0);
        for (Indicator it : definitions.subList(1, definitions.size())) {
            if (!it.since().isAfter(period.first())) {
                inForce = it;
            } else if (!it.since().isAfter(period.last())) {
                throw Refusal.parameter(
                        "period",
                        "%s 的定义自%s起改变，请分段查询".formatted(it.code(), it.since()),
                        "The definition of %s changes in %s: ask for the periods before and from then"
                                .formatted(it.code(), it.since()));
            }
        }
        return inForce;
    }

    /**
     * What a definition would count, if it were in force.
     *
     * @throws Refusal 422 as {@link Grammar#indicator}
     */
    public Indicator proposed(String code, Definition definition) {
        return grammar.indicator(code, 1, definition);
    }

    /** All definitions of the chapters' indicators, chapter by chapter. */
    static Stream<Indicator> all() {
        return Arrays.stream(Chapter.values()).flatMap(it -> it.indicators().stream());
    }

    /** All that is there for figures of a division, for readers: its own behind the chapters'. */
    List<Entry> entries(String division) throws SQLException {
        List<Entry> entries = new ArrayList<>(all().map(Entry::of).toList());
        locals.of(division).forEach(it -> entries.addAll(entries(it)));
        return entries;
    }

    /** All definitions of one code, in their order; none where there is none for the division. */
    List<Entry> entries(String code, String division) throws SQLException {
        List<Entry> known = all().filter(it -> it.code().equals(code)).map(Entry::of).toList();
        return known.isEmpty() ? local(code, division).map(this::entries).orElse(List.of()) : known;
    }

    List<Entry> entries(Local local) {
        List<Indicator> indicators = indicators(local);
        return IntStream.range(0, indicators.size())
                .mapToObj(it -> Entry.of(indicators.get(it), local, local.definitions().get(it)))
                .toList();
    }

    private Optional<Local> local(String code, String division) throws SQLException {
        Optional<LocalCode> own = LocalCode.of(code).filter(it -> it.isFor(division));
        return own.isEmpty() ? Optional.empty() : locals.find(own.get());
    }

    private List<Indicator> indicators(Local local) {
        return IntStream.range(0, local.definitions().size())
                .mapToObj(
                        it ->
                                grammar.indicator(
                                        local.code().value(), it + 1, local.definitions().get(it)))
                .toList();
    }
}
