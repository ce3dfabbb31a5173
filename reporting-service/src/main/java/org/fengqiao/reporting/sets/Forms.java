package org.fengqiao.reporting.sets;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
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
import javax.sql.DataSource;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.kit.web.Refusal;

/** Forms of counties: each version a row, the last one holds, none is ever removed. */
@ApplicationScoped
class Forms {

    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;

    Forms(DataSource database) {
        this.database = database;
    }

    /** A county's forms, by their codes. */
    List<Form> of(String county) throws SQLException {
        String sql =
                """
                select distinct on (code) county, code, version, title, title_en, periodicity,
                    indicators, due_days, valid_from, changed_by, changed_at
                from figure_set_form
                where county = ?
                order by code, version desc
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, county);
            try (ResultSet row = select.executeQuery()) {
                List<Form> forms = new ArrayList<>();
                while (row.next()) {
                    forms.add(read(row));
                }
                return forms;
            }
        }
    }

    Optional<Form> find(String county, String code) throws SQLException {
        return of(county).stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /**
     * The form.
     *
     * @throws Refusal 404 where the county has none of that code
     */
    Form get(String county, String code) throws SQLException {
        return find(county, code).orElseThrow(Refusal::notFound);
    }

    private static Form read(ResultSet row) throws SQLException {
        return new Form(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                new Form.Content(
                        row.getString(4),
                        row.getString(5),
                        Periodicity.valueOf(row.getString(6)),
                        List.of((String[]) row.getArray(7).getArray()),
                        row.getInt(8),
                        row.getObject(9, LocalDate.class)),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class).toInstant());
    }

    /**
     * Adds a version.
     *
     * @throws Refusal 412 where another one came first
     */
    void add(Form it) throws SQLException {
        String sql = "insert into figure_set_form values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            Array indicators =
                    connection.createArrayOf("text", it.content().indicators().toArray());
            insert.setString(1, it.county());
            insert.setString(2, it.code());
            insert.setInt(3, it.version());
            insert.setString(4, it.content().title());
            insert.setString(5, it.content().titleEn());
            insert.setString(6, it.content().periodicity().name());
            insert.setArray(7, indicators);
            insert.setInt(8, it.content().dueDays());
            insert.setObject(9, it.content().validFrom());
            insert.setString(10, it.by());
            insert.setObject(11, it.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw stale(e, it.version());
        }
    }

    /** 412 where the version is there already; else what went wrong. */
    static SQLException stale(SQLException e, int version) {
        if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
            throw EntityTags.stale(version);
        }
        return e;
    }
}
