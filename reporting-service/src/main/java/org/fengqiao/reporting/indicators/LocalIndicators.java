package org.fengqiao.reporting.indicators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.fengqiao.kit.web.Refusal;

/**
 * Indicators that a county, or a unit above it, defined for itself and all below it. They are read
 * where they are asked for and never kept: what one replica was told, all of them know.
 */
@ApplicationScoped
class LocalIndicators {

    /**
     * One of them.
     *
     * @param definitions in their order, the first one numbered 1
     * @param until the last month that it is counted in; null while it goes on
     */
    record Local(LocalCode code, List<Definition> definitions, YearMonth until) {}

    private static final String ALL =
            """
            select code, content::text, until
            from local_indicator
            left join local_indicator_end using (code)
            where %s
            order by code, definition
            """;

    private final DataSource database;
    private final ObjectMapper json;

    LocalIndicators(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Those that are there for figures of a division, by their codes. */
    List<Local> of(String division) throws SQLException {
        Object[] owners = LocalCode.owners(division).toArray();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(ALL.formatted("division = any (?)"))) {
            select.setArray(1, connection.createArrayOf("bpchar", owners));
            return read(select);
        }
    }

    /** Those of all counties, by their codes. */
    List<Local> all() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL.formatted("true"))) {
            return read(select);
        }
    }

    Optional<Local> find(LocalCode code) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL.formatted("code = ?"))) {
            select.setString(1, code.value());
            return read(select).stream().findFirst();
        }
    }

    private List<Local> read(PreparedStatement select) throws SQLException {
        Map<String, Local> found = new LinkedHashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                LocalCode code = LocalCode.of(row.getString(1)).orElseThrow();
                LocalDate until = row.getObject(3, LocalDate.class);
                YearMonth last = until == null ? null : YearMonth.from(until);
                found.computeIfAbsent(code.value(), it -> new Local(code, new ArrayList<>(), last))
                        .definitions()
                        .add(json.readValue(row.getString(2), Definition.class));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition cannot be read", e);
        }
        return List.copyOf(found.values());
    }

    /**
     * Adds an indicator; the same again changes nothing.
     *
     * @throws Refusal 409 INDICATOR_EXISTS where the code stands for another
     */
    Local add(LocalCode code, Definition definition, String by, Instant at) throws SQLException {
        insert(code, 1, definition, by, at);
        Local standing = find(code).orElseThrow();
        if (!standing.definitions().get(0).equals(definition)) {
            throw Refusal.of(
                            409,
                            "INDICATOR_EXISTS",
                            "该代码已有指标；改变定义请另立一版",
                            "The code is taken; for a changed definition add one to it")
                    .at("/code", "已被使用", "is taken");
        }
        return standing;
    }

    /**
     * Adds a later definition; the same again changes nothing.
     *
     * @throws Refusal 422 where it does not follow the last one, is of other records, or none may
     *     follow; 409 where another one came first
     */
    Local define(Local it, Definition definition, String by, Instant at) throws SQLException {
        if (it.definitions().contains(definition)) {
            return it;
        }
        if (it.until() != null) {
            throw Refusal.of(
                    422,
                    "INDICATOR_ENDED",
                    "该指标已停用，不能再改",
                    "The indicator has ended: it changes no more");
        }
        Definition before = it.definitions().get(it.definitions().size() - 1);
        // Who may see the records, and what is confirmed as zero, goes by them.
        if (!definition.records().kind().equals(before.records().kind())) {
            throw Refusal.of(
                            422,
                            "OTHER_RECORDS",
                            "统计另一类记录的，请另立指标",
                            "What counts records of another kind is another indicator")
                    .at(
                            "/definition/records/kind",
                            "须为 " + before.records().kind(),
                            "has to be " + before.records().kind());
        }
        YearMonth last = before.since();
        if (!definition.since().isAfter(last)) {
            throw Refusal.of(
                            422,
                            "DEFINITION_NOT_LATER",
                            "新定义须晚于现行定义的生效月份",
                            "A new definition begins after the one in force")
                    .at("/definition/since", "须晚于 " + last, "has to be after " + last);
        }
        insert(it.code(), it.definitions().size() + 1, definition, by, at);
        Local standing = find(it.code()).orElseThrow();
        if (!standing.definitions().contains(definition)) {
            throw Refusal.of(
                    409,
                    "DEFINED_MEANWHILE",
                    "他人刚立了新一版定义，请重新读取",
                    "Another definition came first: read it again");
        }
        return standing;
    }

    private void insert(LocalCode code, int number, Definition definition, String by, Instant at)
            throws SQLException {
        String sql =
                """
                insert into local_indicator
                    (code, definition, division, content, defined_by, defined_at)
                values (?, ?, ?, ?::jsonb, ?, ?)
                on conflict (code, definition) do nothing
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, code.value());
            insert.setInt(2, number);
            insert.setString(3, code.owner().value());
            insert.setString(4, json.writeValueAsString(definition));
            insert.setString(5, by);
            insert.setObject(6, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Ends one; the same again changes nothing.
     *
     * @param until the last month that it is counted in
     * @throws Refusal 422 where a definition begins later; 409 where it has another end
     */
    Local end(Local it, YearMonth until, String by, Instant at) throws SQLException {
        YearMonth last = it.definitions().get(it.definitions().size() - 1).since();
        if (until.isBefore(last)) {
            throw Refusal.of(
                            422,
                            "END_BEFORE_DEFINITION",
                            "停用月份不能早于现行定义的生效月份",
                            "It cannot end before its last definition begins")
                    .at("/until", "不早于 " + last, "not before " + last);
        }
        String sql =
                """
                insert into local_indicator_end (code, until, ended_by, ended_at)
                values (?, ?, ?, ?)
                on conflict (code) do nothing
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, it.code().value());
            insert.setObject(2, until.atDay(1));
            insert.setString(3, by);
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        Local standing = find(it.code()).orElseThrow();
        if (!until.equals(standing.until())) {
            throw Refusal.of(
                            409,
                            "INDICATOR_ENDED",
                            "该指标已停用",
                            "The indicator has ended with another month")
                    .at("/until", "已于 " + standing.until() + " 停用", "ended " + standing.until());
        }
        return standing;
    }
}
