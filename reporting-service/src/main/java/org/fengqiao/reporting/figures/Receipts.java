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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.indicators.Cohort;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicator.Part;

/** The records behind a figure: the same cohort that counted it, listed. */
@ApplicationScoped
public class Receipts {

    /**
     * One record.
     *
     * @param division where it is counted, at today's boundaries today's code; {@code countedOn}
     *     the date by which
     * @param reference what people call it, such as {@code (2024)人调字第12号}; absent where the kind
     *     has no number, or the fact is older than its number
     * @param contribution what it adds to the value: 1, or the amount that is added up; of a
     *     distinct count 1 for the first record of a key and 0 for its others
     * @param href path at the source
     */
    @Schema(name = "ReceiptRecord")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID id,
            int version,
            String reference,
            String division,
            LocalDate countedOn,
            BigDecimal contribution,
            String href) {}

    /**
     * What a distinct count counts once, with its records.
     *
     * @param contribution what they add to the value together: 1
     */
    @Schema(name = "ReceiptKey")
    public record Key(String key, BigDecimal contribution, List<Line> records) {}

    /**
     * A receipt.
     *
     * @param records the page's; of a distinct count none: there they stand under their {@code
     *     keys}, which other figures lack
     * @param value what the contributions of all records add up to
     * @param digest SHA-256, hex, over the sorted lines {@code id:version:contribution}, joined by
     *     line feeds; a contribution without trailing zeros
     * @param cohort the rule in Chinese words
     * @param part of a share, whose list this is
     * @param next cursor of the next page; absent on the last
     */
    @Schema(name = "Receipt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Receipt(
            String indicator,
            String title,
            String division,
            String period,
            Part part,
            BigDecimal value,
            long recordCount,
            String digest,
            String cohort,
            List<Line> records,
            List<Key> keys,
            String next) {}

    /** Of a list's columns: the digest of the whole list. */
    static final String DIGEST =
            """
            'sha256:' || encode(sha256(convert_to(coalesce(string_agg(
                record_id || ':' || version || ':' || contribution, E'\\n'
                order by record_id), ''), 'UTF8')), 'hex')
            """;

    /** What a whole list comes to: {@code value}, {@code recordCount} and {@code digest} of it. */
    @Schema(name = "ReceiptTotal")
    public record Total(BigDecimal value, long recordCount, String digest) {}

    private final DataSource database;
    private final Divisions divisions;
    private final Clock clock;
    private final QueryLimit limits;

    Receipts(DataSource database, Divisions divisions, Clock clock, QueryLimit limits) {
        this.database = database;
        this.divisions = divisions;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * A page of the list, with value and digest of the whole, all of one moment.
     *
     * @param after the last record or key of the page before; null for the first
     */
    Receipt of(Question question, String after, int limit) throws SQLException {
        return of(question, question.sql(LocalDate.now(clock)), after, limit);
    }

    /** The same of another list, which has the columns of {@link Question#sql}. */
    Receipt of(Question question, String list, String after, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            limits.on(statement);
            try {
                return read(statement, question, list, after, limit);
            } catch (SQLException e) {
                throw limits.unlessReached(e);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        }
    }

    private Receipt read(
            Statement statement, Question question, String list, String after, int limit)
            throws SQLException {
        Total total = total(statement, list);
        Map<String, List<Line>> found = page(statement, question, list, after, limit + 1);
        boolean more = found.size() > limit;
        List<String> shown = found.keySet().stream().limit(limit).toList();
        found.keySet().retainAll(shown);
        boolean distinct = question.indicator().kind() == Kind.DISTINCT;
        return new Receipt(
                question.indicator().code(),
                question.indicator().title(),
                question.division(),
                question.period().text(),
                question.indicator().kind() == Kind.SHARE ? question.part() : null,
                total.value(),
                total.recordCount(),
                total.digest(),
                question.words(divisions),
                distinct ? List.of() : found.values().stream().flatMap(List::stream).toList(),
                distinct ? keys(found) : null,
                more ? Cursor.encode(shown.get(limit - 1)) : null);
    }

    /** Value and digest of an indicator's list, as a transaction of the caller sees it. */
    public Total total(
            Connection connection, Indicator indicator, Part list, String division, Period period)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Question question = Question.of(indicator, list, division, period);
            return total(statement, question.sql(LocalDate.now(clock)));
        }
    }

    private static Total total(Statement statement, String list) throws SQLException {
        String sql =
                """
                select count(*), coalesce(sum(contribution), 0), %s
                from (%s) list
                """
                        .formatted(DIGEST, list);
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new Total(row.getBigDecimal(2), row.getLong(1), row.getString(3));
        }
    }

    private static List<Key> keys(Map<String, List<Line>> found) {
        return found.entrySet().stream()
                .map(it -> new Key(it.getKey(), BigDecimal.ONE, it.getValue()))
                .toList();
    }

    /**
     * The page's records, in order, by what the cursor goes on from: a key or the record itself.
     */
    private static Map<String, List<Line>> page(
            Statement statement, Question question, String list, String after, int limit)
            throws SQLException {
        Cohort cohort = question.cohort();
        String beyond = after == null ? "" : "where place > '" + after + "'";
        String chosen = "%s order by place limit %d".formatted(beyond, limit);
        if (question.indicator().kind() == Kind.DISTINCT) {
            chosen = "where place in (select distinct place from list %s)".formatted(chosen);
        }
        // The reference is no column of an index: it is looked up for the page's records alone.
        String page =
                """
                with list as (%s)
                select place, record_id, version,
                    (select %s from %s fact where fact.record_id = page.record_id),
                    division, counted_on, contribution
                from (select * from list %s) page
                order by place, record_id
                """
                        .formatted(list, reference(cohort), cohort.table().name(), chosen);
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(page)) {
            while (row.next()) {
                lines.computeIfAbsent(row.getString(1), it -> new ArrayList<>())
                        .add(line(row, cohort));
            }
        }
        return lines;
    }

    /** What people call a record: a column of its fact. */
    static String reference(Cohort cohort) {
        return cohort.table().reference().map(Column::sql).orElse("null");
    }

    /** A record, from the columns behind the first. */
    static Line line(ResultSet row, Cohort cohort) throws SQLException {
        UUID id = row.getObject(2, UUID.class);
        return new Line(
                id,
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                new BigDecimal(row.getString(7)),
                cohort.table().path() + id);
    }
}
