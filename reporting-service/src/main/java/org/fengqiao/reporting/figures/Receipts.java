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
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.reporting.facts.Facts.Column;
import org.fengqiao.reporting.figures.Breakdown.By;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Cohort;
import org.fengqiao.reporting.indicators.Indicator.Kind;

/** The records behind a figure: the same cohort that counted it, listed. */
@ApplicationScoped
public class Receipts {

    /** Which of a share's lists: those counted, all of them, or those whose window is open. */
    @Schema(name = "ReceiptPart")
    public enum Part {
        NUMERATOR,
        DENOMINATOR,
        NOT_YET_DUE
    }

    /**
     * One record.
     *
     * @param division where it is counted, and {@code countedOn} the date by which
     * @param reference what people call it, such as {@code (2024)人调字第12号}; absent where the kind
     *     has no number, or the fact is older than its number
     * @param contribution what it adds to the value: 1, or the amount that is added up
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
     * A receipt.
     *
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
            String next) {}

    /** What is asked for: a figure's own list, or one row of its breakdown. */
    record Question(Indicator indicator, String division, Period period, Where where, Part part) {

        Cohort cohort() {
            if (indicator.kind() != Kind.SHARE) {
                return indicator.whole();
            }
            return switch (part) {
                case NUMERATOR -> indicator.part();
                case DENOMINATOR -> indicator.whole();
                case NOT_YET_DUE -> indicator.whole().pending().orElseThrow();
            };
        }
    }

    private final DataSource database;
    private final Divisions divisions;
    private final Clock clock;

    Receipts(DataSource database, Divisions divisions, Clock clock) {
        this.database = database;
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * A page of the list, with value and digest of the whole, all of one moment.
     *
     * @param after the id of the last record of the page before; null for the first
     */
    Receipt of(Question question, UUID after, int limit) throws SQLException {
        String list = list(question);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return read(statement, question, list, after, limit);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        }
    }

    private Receipt read(Statement statement, Question question, String list, UUID after, int limit)
            throws SQLException {
        String total =
                """
                select count(*), coalesce(sum(contribution), 0),
                    encode(sha256(convert_to(coalesce(string_agg(
                        record_id || ':' || version || ':' || contribution, E'\\n'
                        order by record_id), ''), 'UTF8')), 'hex')
                from (%s) list
                """
                        .formatted(list);
        try (ResultSet row = statement.executeQuery(total)) {
            row.next();
            long count = row.getLong(1);
            BigDecimal value = row.getBigDecimal(2);
            String digest = "sha256:" + row.getString(3);
            List<Line> lines = page(statement, question.cohort(), list, after, limit + 1);
            boolean more = lines.size() > limit;
            List<Line> shown = more ? lines.subList(0, limit) : lines;
            return new Receipt(
                    question.indicator().code(),
                    question.indicator().title(),
                    question.division(),
                    question.period().text(),
                    question.indicator().kind() == Kind.SHARE ? question.part() : null,
                    value,
                    count,
                    digest,
                    words(question),
                    shown,
                    more ? Cursor.encode(shown.get(limit - 1).id().toString()) : null);
        }
    }

    private static List<Line> page(
            Statement statement, Cohort cohort, String list, UUID after, int limit)
            throws SQLException {
        // The reference is no column of an index: it is looked up for the page's records alone.
        String page =
                """
                select record_id, version,
                    (select %s from %s fact where fact.record_id = page.record_id),
                    division, counted_on, contribution
                from (
                    select *
                    from (%s) list
                    %s
                    order by record_id
                    limit %d) page
                order by record_id
                """
                        .formatted(
                                cohort.table().reference().map(Column::sql).orElse("null"),
                                cohort.table().name(),
                                list,
                                after == null ? "" : "where record_id > '" + after + "'",
                                limit);
        List<Line> lines = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(page)) {
            while (row.next()) {
                UUID id = row.getObject(1, UUID.class);
                lines.add(
                        new Line(
                                id,
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDate.class),
                                new BigDecimal(row.getString(6)),
                                cohort.table().path() + id));
            }
        }
        return lines;
    }

    private String list(Question question) {
        Cohort cohort = question.cohort();
        Indicator indicator = question.indicator();
        // trim_scale: 3000.00 and 3000 are one contribution, and one digest.
        String contribution =
                indicator.amount() == null
                        ? "1"
                        : "trim_scale(coalesce(%s, 0)::numeric)"
                                .formatted(indicator.amount().sql());
        Scope area = Scope.of(question.division());
        return """
                select record_id, version, division, %s as counted_on, %s as contribution
                %s and %s and %s
                """
                .formatted(
                        cohort.from().sql(),
                        contribution,
                        cohort.from(area, question.period(), false),
                        cohort.sql(LocalDate.now(clock)),
                        question.where().sql(question.division()));
    }

    private String words(Question question) {
        String place = divisions.fullName(question.division());
        return "%s；%s；%s%s"
                .formatted(
                        place,
                        question.period().words(),
                        question.cohort().words(),
                        question.where().words());
    }

    /**
     * One row of a breakdown that is no division and no month of its own: 本级, or a code.
     *
     * @param breakdown NONE, DIVISION for 本级, or CODE
     */
    record Where(Breakdown breakdown, String value) {

        static final Where ALL = new Where(Breakdown.NONE, null);

        String sql(String division) {
            return switch (breakdown.by()) {
                case NONE, MONTH -> "true";
                case DIVISION -> "division = '" + division + "'";
                case CODE ->
                        value.equals(Breakdown.NO_CODE)
                                ? breakdown.dimension().sql() + " is null"
                                : breakdown.dimension().sql() + " = '" + value + "'";
            };
        }

        String words() {
            if (breakdown.by() == By.DIVISION) {
                return "；仅本级";
            }
            return breakdown.by() == By.CODE
                    ? "；"
                            + breakdown.dimension().label()
                            + "为"
                            + breakdown.dimension().codes().getOrDefault(value, "未填")
                    : "";
        }
    }
}
