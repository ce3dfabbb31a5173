package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.IdempotencyKeys;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.reports.AnnualReport.Taken;

/** The annual reports of all divisions, one per division and year, with their steps. */
@ApplicationScoped
class AnnualReports {

    private static final String COLUMNS =
            "select id, division, year, status, version, draft from annual_report ";

    private final DataSource database;
    private final ObjectMapper json;

    AnnualReports(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The report of a division and year.
     *
     * @throws Refusal 404 where there is none, or it lies outside the scope
     */
    AnnualReport get(String division, int year, Scope scope) throws SQLException {
        return find(division, year, scope).orElseThrow(Refusal::notFound);
    }

    Optional<AnnualReport> find(String division, int year, Scope scope) throws SQLException {
        return of(
                        "where division = ? and year = ? and " + scope.sql("division"),
                        select -> {
                            select.setString(1, division);
                            select.setInt(2, year);
                            fill(select, 3, scope);
                        })
                .stream()
                .findFirst();
    }

    /** All reports of a year, in the order of their divisions. */
    List<AnnualReport> of(int year, Scope scope) throws SQLException {
        return of(
                "where year = ? and %s order by division".formatted(scope.sql("division")),
                select -> {
                    select.setInt(1, year);
                    fill(select, 2, scope);
                });
    }

    private static void fill(PreparedStatement select, int from, Scope scope) throws SQLException {
        int index = from;
        for (String argument : scope.arguments()) {
            select.setString(index++, argument);
        }
    }

    /** Fills the parameters of a query. */
    private interface Arguments {
        void fill(PreparedStatement select) throws SQLException;
    }

    private List<AnnualReport> of(String condition, Arguments arguments) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COLUMNS + condition)) {
            arguments.fill(select);
            List<AnnualReport> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    found.add(
                            new AnnualReport(
                                    id,
                                    row.getString(2),
                                    row.getInt(3),
                                    ReportStatus.valueOf(row.getString(4)),
                                    row.getInt(5),
                                    draft(row.getString(6)),
                                    steps(connection, id)));
                }
            }
            return found;
        }
    }

    private static List<Taken> steps(Connection connection, UUID id) throws SQLException {
        String sql =
                """
                select version, step, business_date, at, subject, reason
                from annual_report_step
                where report_id = ?
                order by version
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            List<Taken> steps = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    steps.add(
                            new Taken(
                                    row.getInt(1),
                                    ReportStep.valueOf(row.getString(2)),
                                    row.getObject(3, LocalDate.class),
                                    row.getObject(4, OffsetDateTime.class).toInstant(),
                                    row.getString(5),
                                    row.getString(6)));
                }
            }
            return steps;
        }
    }

    /** The text as it stood after a step of that version. */
    Draft draft(UUID report, int version) throws SQLException {
        String sql = "select draft from annual_report_step where report_id = ? and version = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, report);
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return draft(row.getString(1));
            }
        }
    }

    /** What a request did. */
    private record Done(String digest, String division, int year, int version, Draft draft) {}

    /**
     * The report as this very request left it; empty where it was not carried out.
     *
     * @throws Refusal 422 where its key belongs to another request; 404 where the report has left
     *     the caller's scope since
     */
    Optional<AnnualReport> answered(Command command) throws SQLException {
        Optional<Done> done = done(command.idempotencyKey());
        if (done.isEmpty()) {
            return Optional.empty();
        }
        Done it = done.get();
        if (!it.digest().equals(command.requestDigest())) {
            throw IdempotencyKeys.reused();
        }
        AnnualReport now = get(it.division(), it.year(), command.scope());
        return Optional.of(now.after(it.version(), it.draft()));
    }

    private Optional<Done> done(String key) throws SQLException {
        String sql =
                """
                select request_digest, division, year, step.version, step.draft
                from annual_report_step step
                join annual_report report on report.id = report_id
                where idempotency_key = ?
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Done(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getInt(3),
                                        row.getInt(4),
                                        draft(row.getString(5))))
                        : Optional.empty();
            }
        }
    }

    private Draft draft(String stored) {
        try {
            return json.readValue(stored, Draft.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored draft cannot be read", e);
        }
    }

    /**
     * Writes a report with the step that was taken last, in the caller's transaction.
     *
     * @param now the report after the step; of the first its version is 1
     * @throws Refusal 409 where a first one is there; 412 where another step was taken meanwhile
     */
    @Transactional(TxType.MANDATORY)
    void write(AnnualReport now, Command command) throws SQLException {
        String sql =
                now.version() == 1
                        ? """
                          insert into annual_report (status, version, draft, id, division, year)
                          values (?, ?, ?::jsonb, ?, ?, ?)
                          on conflict (division, year) do nothing
                          """
                        : """
                          update annual_report
                          set status = ?, version = ?, draft = ?::jsonb
                          where id = ? and division = ? and year = ? and version = ?
                          """;
        try (Connection connection = database.getConnection();
                PreparedStatement write = connection.prepareStatement(sql)) {
            String draft = json.writeValueAsString(now.draft());
            write.setString(1, now.status().name());
            write.setInt(2, now.version());
            write.setString(3, draft);
            write.setObject(4, now.id());
            write.setString(5, now.division());
            write.setInt(6, now.year());
            if (now.version() > 1) {
                write.setInt(7, now.version() - 1);
            }
            if (write.executeUpdate() == 0) {
                throw now.version() == 1 ? exists() : EntityTags.stale(now.version());
            }
            insert(connection, now, draft, command);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refusal exists() {
        return Refusal.of(
                409, "REPORT_EXISTS", "该年度的报告已经建立", "There is a report of this year already");
    }

    private static void insert(
            Connection connection, AnnualReport now, String draft, Command command)
            throws SQLException {
        String sql = "insert into annual_report_step values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)";
        Taken taken = now.steps().get(now.steps().size() - 1);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, now.id());
            insert.setInt(2, taken.version());
            insert.setString(3, taken.step().name());
            insert.setObject(4, taken.on());
            insert.setObject(5, taken.at().atOffset(ZoneOffset.UTC));
            insert.setString(6, taken.by());
            insert.setString(7, taken.reason());
            insert.setString(8, draft);
            insert.setString(9, command.idempotencyKey());
            insert.setString(10, command.requestDigest());
            insert.executeUpdate();
        }
    }
}
