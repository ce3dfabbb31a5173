package org.fengqiao.reporting.figures;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.facts.OneMoment;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.figures.Figures.FigureSet;
import org.fengqiao.reporting.figures.Receipts.Receipt;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Indicators;

/**
 * Figures that change no more, each with the records behind it: value, definition, and of every
 * record id, version and contribution. Freezing runs the same lists that receipts show.
 */
@ApplicationScoped
public class Frozen {

    /**
     * What was frozen together.
     *
     * @param indicators by the definitions that counted, in their order
     */
    record Contents(String division, Period period, List<Indicator> indicators) {

        Optional<Indicator> indicator(String code) {
            return indicators.stream().filter(it -> it.code().equals(code)).findFirst();
        }
    }

    /** A list without records: SHA-256 of nothing. */
    private static final Sum NO_RECORDS =
            new Sum(
                    BigDecimal.ZERO,
                    "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private final DataSource database;
    private final Figures figures;
    private final Receipts receipts;
    private final Catalogue catalogue;
    private final List<Table> tables;
    private final Clock clock;

    Frozen(
            DataSource database,
            Figures figures,
            Receipts receipts,
            Catalogue catalogue,
            @All List<Table> tables,
            Clock clock) {
        this.database = database;
        this.figures = figures;
        this.receipts = receipts;
        this.catalogue = catalogue;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Makes the caller's transaction see one moment, whatever is written meanwhile. Before its
     * first query. Whoever changes a row that another one has changed since then fails with SQL
     * state 40001.
     */
    @Transactional(TxType.MANDATORY)
    public void holdMoment() throws SQLException {
        try (Connection connection = database.getConnection()) {
            OneMoment.hold(connection, tables);
        }
    }

    /**
     * Freezes figures and lists in the caller's transaction, which holds one moment.
     *
     * @param nil codes of indicators that the unit declares zero: 零报告 even where their months were
     *     not confirmed. Of no other status, it changes nothing
     * @return the figures as they were frozen
     */
    @Transactional(TxType.MANDATORY)
    public FigureSet freeze(
            UUID id, List<Indicator> indicators, String division, Period period, Set<String> nil)
            throws SQLException {
        FigureSet found = figures.of(indicators, division, period);
        List<Figure> declared =
                found.figures().stream()
                        .map(it -> nil.contains(it.indicator()) ? it.declaredNil() : it)
                        .toList();
        FigureSet frozen = new FigureSet(declared, found.asOf());
        freeze(id, List.of(Source.counted(frozen)), division, period);
        return frozen;
    }

    /**
     * Freezes figures of several sources together, in the caller's transaction, which holds one
     * moment: counted ones with their lists of now, others with the lists that were frozen before.
     */
    @Transactional(TxType.MANDATORY)
    public void freeze(UUID id, List<Source> sources, String division, Period period)
            throws SQLException {
        FigureSet all = new FigureSet(new ArrayList<>(), new TreeMap<>());
        for (Source it : sources) {
            all.figures().addAll(it.figures());
            all.asOf().putAll(it.set().asOf());
        }
        LocalDate today = LocalDate.now(clock);
        try (Connection connection = database.getConnection();
                Statement lists = connection.createStatement()) {
            insert(connection, id, division, period, all);
            for (Source source : sources) {
                for (Figure it : source.figures()) {
                    Indicator indicator =
                            catalogue.in(
                                    catalogue.find(it.indicator(), division).orElseThrow(), period);
                    for (Part part : indicator.parts()) {
                        Question asked = Question.of(indicator, part, division, period);
                        lists.addBatch(
                                FrozenLists.insertion(
                                        id,
                                        asked,
                                        source.counted()
                                                ? asked.sql(today)
                                                : FrozenLists.list(source.frozen(), asked)));
                    }
                }
            }
            lists.executeBatch();
        }
    }

    private void insert(
            Connection connection, UUID id, String division, Period period, FigureSet figures)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into frozen values (?, ?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, division);
            insert.setString(3, period.text());
            insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        FrozenFigures.write(connection, id, figures, catalogue.of(division));
    }

    /**
     * The figures as they were frozen; none where nothing was.
     *
     * @param receipt path of an indicator's list, by its code
     */
    public FigureSet figures(UUID id, UnaryOperator<String> receipt) throws SQLException {
        String sql =
                """
                select indicator, title, division, period, status, value, numerator, denominator,
                    not_yet_due, no_limit, unit, definition, heard_at
                from frozen_figure
                join frozen on frozen_id = id
                where id = ?
                order by position
                """;
        List<Figure> found = new ArrayList<>();
        Map<String, Instant> heard = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String code = row.getString(1);
                    found.add(FrozenFigures.read(row, receipt.apply(code)));
                    OffsetDateTime at = row.getObject(13, OffsetDateTime.class);
                    if (at != null) {
                        heard.put(code, at.toInstant());
                    }
                }
            }
        }
        Map<String, Instant> asOf = new TreeMap<>();
        if (!found.isEmpty()) {
            Indicators known = catalogue.of(found.get(0).division());
            heard.forEach((code, at) -> asOf.put(known.get(code).chapter(), at));
        }
        return new FigureSet(found, asOf);
    }

    /** Codes of what was frozen as a nil return (零报告), by what they were frozen under. */
    public Map<UUID, List<String>> nilReturns(Collection<UUID> ids) throws SQLException {
        String sql =
                """
                select frozen_id, array_agg(indicator order by position)
                from frozen_figure
                where frozen_id = any (?) and status = 'NIL_REPORTED'
                group by frozen_id
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                Map<UUID, List<String>> nil = new HashMap<>();
                while (row.next()) {
                    String[] codes = (String[]) row.getArray(2).getArray();
                    nil.put(row.getObject(1, UUID.class), List.of(codes));
                }
                return nil;
            }
        }
    }

    /**
     * A page of the list behind a frozen figure, as {@link Receipts} gives one: what people call a
     * record is absent where its fact is gone.
     *
     * @param cursor of the page before; null for the first
     * @throws Refusal 404 where the indicator was not frozen, or has no such list
     */
    public Receipt list(UUID id, String indicator, Part part, String cursor, int limit)
            throws SQLException {
        Contents contents = contents(id);
        Question asked =
                contents.indicator(indicator)
                        .filter(it -> it.parts().contains(part))
                        .map(it -> Question.of(it, part, contents.division(), contents.period()))
                        .orElseThrow(Refusal::notFound);
        return receipts.of(
                asked, FrozenLists.list(List.of(id), asked), Questions.after(cursor), limit);
    }

    /**
     * What a list adds up to, recomputed.
     *
     * @param digest as receipts make it
     */
    public record Sum(BigDecimal value, String digest) {}

    /** Every list, added up: by the indicator's code, then by part. */
    public Map<String, Map<Part, Sum>> sums(UUID id) throws SQLException {
        Map<String, Map<Part, Sum>> sums = new LinkedHashMap<>();
        for (Indicator it : contents(id).indicators()) {
            Map<Part, Sum> lists = new EnumMap<>(Part.class);
            it.parts().forEach(part -> lists.put(part, NO_RECORDS));
            sums.put(it.code(), lists);
        }
        String sql =
                "select indicator, part, sum(contribution), %s from (%s) list group by indicator, part"
                        .formatted(Receipts.DIGEST, FrozenLists.records(List.of(id)));
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            while (row.next()) {
                // A union may have lists of more figures than were asked for.
                Map<Part, Sum> lists = sums.get(row.getString(1));
                if (lists != null) {
                    Sum sum = new Sum(row.getBigDecimal(3), row.getString(4));
                    lists.put(Part.valueOf(row.getString(2)), sum);
                }
            }
        }
        return sums;
    }

    Contents contents(UUID id) throws SQLException {
        String sql =
                """
                select division, period, indicator, definition
                from frozen
                left join frozen_figure on frozen_id = id
                where id = ?
                order by position
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                Map<String, Integer> definitions = new LinkedHashMap<>();
                String division = null;
                Period period = null;
                while (row.next()) {
                    division = row.getString(1);
                    period = Period.of(row.getString(2));
                    // A text may name no figure: of nothing nothing is frozen.
                    if (row.getString(3) != null) {
                        definitions.put(row.getString(3), row.getInt(4));
                    }
                }
                if (division == null) {
                    throw Refusal.notFound();
                }
                Indicators known = catalogue.of(division);
                List<Indicator> indicators = new ArrayList<>();
                definitions.forEach((code, number) -> indicators.add(known.get(code, number)));
                return new Contents(division, period, indicators);
            }
        }
    }
}
