package org.fengqiao.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.figures.Frozen.Contents;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicator.Part;

/** Why a figure is not what it was frozen as: the records that came, went or count otherwise. */
@ApplicationScoped
public class Differences {

    /** Whether the record came, went, was declared void, or adds another amount. */
    @Schema(name = "DifferenceKind")
    public enum Change {
        ADDED,
        REMOVED,
        VOIDED,
        CHANGED
    }

    /**
     * A record that makes the difference.
     *
     * @param part of a share, in which of its lists
     * @param version as it counts now; of one that went, as it counted
     * @param reference what people call it; absent where the kind has no number or the fact is gone
     * @param countedOn the date by which it counts; {@code enteredOn} the day it was first entered
     * @param before what it added then; absent where it came
     * @param after what it adds now; absent where it went
     */
    @Schema(name = "RecordDifference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RecordDifference(
            Change change,
            Part part,
            UUID id,
            int version,
            String reference,
            String division,
            LocalDate countedOn,
            LocalDate enteredOn,
            BigDecimal before,
            BigDecimal after,
            String href) {}

    /**
     * A figure that differs.
     *
     * @param before the value then; absent where there was none. {@code after}: the value now
     * @param recordCount records that make the difference, of which {@code records} are the first
     *     200 of each list; absent for a reader who may not see them
     */
    @Schema(name = "FigureDifference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FigureDifference(
            String indicator,
            String title,
            Status statusBefore,
            BigDecimal before,
            Status status,
            BigDecimal after,
            long recordCount,
            List<RecordDifference> records) {

        private FigureDifference(Figure before, Figure now) {
            this(
                    before.indicator(),
                    before.title(),
                    before.status(),
                    before.value(),
                    now.status(),
                    now.value(),
                    0,
                    List.of());
        }

        private FigureDifference with(Found found) {
            return new FigureDifference(
                    indicator,
                    title,
                    statusBefore,
                    before,
                    status,
                    after,
                    recordCount + found.count(),
                    Stream.concat(records.stream(), found.records().stream()).toList());
        }

        /** For a reader who may not see the records of a chapter. */
        public FigureDifference withoutRecords() {
            return new FigureDifference(
                    indicator, title, statusBefore, before, status, after, recordCount, null);
        }
    }

    /** Records of a list, the first of so many. */
    private record Found(long count, List<RecordDifference> records) {}

    private static final int MOST_RECORDS = 200;

    private final DataSource database;
    private final Frozen frozen;
    private final Figures figures;
    private final Catalogue catalogue;
    private final Clock clock;

    Differences(
            DataSource database, Frozen frozen, Figures figures, Catalogue catalogue, Clock clock) {
        this.database = database;
        this.frozen = frozen;
        this.figures = figures;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Between two that are frozen, of one division and period; indicators that both have. */
    public List<FigureDifference> between(UUID earlier, UUID later) throws SQLException {
        return of(
                earlier,
                frozen.figures(later, it -> null).figures(),
                it -> FrozenLists.list(List.of(later), it));
    }

    /** Between what is frozen and what counts now; not of what has no figure any more. */
    public List<FigureDifference> sinceThen(UUID earlier) throws SQLException {
        Contents then = frozen.contents(earlier);
        return with(
                earlier, Source.counted(figures.of(counted(then), then.division(), then.period())));
    }

    private List<Indicator> counted(Contents then) throws SQLException {
        List<String> codes = then.indicators().stream().map(Indicator::code).toList();
        return catalogue.of(then.division()).in(then.period(), codes);
    }

    /** Between what is frozen and what a source tells of its figures. */
    public List<FigureDifference> with(UUID earlier, Source source) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        return of(
                earlier,
                source.figures(),
                it -> source.counted() ? it.sql(today) : FrozenLists.list(source.frozen(), it));
    }

    private List<FigureDifference> of(
            UUID earlier, Collection<Figure> later, Function<Question, String> list)
            throws SQLException {
        Map<String, Figure> after =
                later.stream().collect(Collectors.toMap(Figure::indicator, it -> it));
        Contents then = frozen.contents(earlier);
        List<FigureDifference> differences = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (Figure before : frozen.figures(earlier, it -> null).figures()) {
                Figure now = after.get(before.indicator());
                if (now != null) {
                    Indicator indicator = then.indicator(before.indicator()).orElseThrow();
                    FigureDifference difference = new FigureDifference(before, now);
                    for (Part part : indicator.parts()) {
                        Question asked =
                                Question.of(indicator, part, then.division(), then.period());
                        String sql = differing(asked, earlier, list.apply(asked));
                        difference = difference.with(read(statement, sql, asked));
                    }
                    if (difference.recordCount() > 0 || !same(before, now)) {
                        differences.add(difference);
                    }
                }
            }
        }
        return differences;
    }

    private static boolean same(Figure one, Figure other) {
        // A zero that was declared is still one where nothing has arrived.
        if (one.status() == Status.NIL_REPORTED && other.status() == Status.NOT_REPORTED) {
            return true;
        }
        return one.status() == other.status()
                && (Objects.equals(one.value(), other.value())
                        || one.value() != null && one.value().compareTo(other.value()) == 0);
    }

    /** The records of a list that came, went or add another amount; of one that differs, a few. */
    private static String differing(Question asked, UUID earlier, String later) {
        // What is counted once adds 1 by one of its records: by which is no difference.
        String changed =
                asked.isDistinct() ? "false" : "earlier.contribution <> later.contribution";
        return """
                select count(*) over (), record_id,
                    coalesce(later.version, earlier.version),
                    %s,
                    coalesce(later.division, earlier.division),
                    coalesce(later.counted_on, earlier.counted_on) as counted_on,
                    fact.entered_on, earlier.contribution, later.contribution,
                    coalesce(fact.voided, false)
                from (%s) earlier
                full join (%s) later using (record_id)
                left join %s fact using (record_id)
                where earlier.record_id is null or later.record_id is null or %s
                order by counted_on, record_id
                limit %d
                """
                .formatted(
                        asked.cohort()
                                .table()
                                .reference()
                                .map(Column::sql)
                                .map(it -> "fact." + it)
                                .orElse("null::text"),
                        FrozenLists.list(List.of(earlier), asked),
                        later,
                        asked.cohort().table().name(),
                        changed,
                        MOST_RECORDS);
    }

    private static Found read(Statement statement, String sql, Question asked) throws SQLException {
        Part part = asked.indicator().kind() == Kind.SHARE ? asked.part() : null;
        long count = 0;
        List<RecordDifference> records = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                count = row.getLong(1);
                records.add(read(row, part, asked.cohort().table().path()));
            }
        }
        return new Found(count, records);
    }

    private static RecordDifference read(ResultSet row, Part part, String path)
            throws SQLException {
        UUID id = row.getObject(2, UUID.class);
        BigDecimal before = row.getBigDecimal(8);
        BigDecimal after = row.getBigDecimal(9);
        return new RecordDifference(
                change(before, after, row.getBoolean(10)),
                part,
                id,
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class),
                before,
                after,
                path + id);
    }

    private static Change change(BigDecimal before, BigDecimal after, boolean voided) {
        if (before == null) {
            return Change.ADDED;
        }
        if (after == null) {
            return voided ? Change.VOIDED : Change.REMOVED;
        }
        return Change.CHANGED;
    }
}
