package org.fengqiao.kit.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengqiao.kit.web.Refusal;

/** A ledger of no service: one table, one rule of law, one constraint of the database. */
@ApplicationScoped
class SampleLedger implements LedgerKind {

    static final String TABLE =
            """
            create table if not exists sample_record (
                id uuid primary key,
                version integer not null,
                number text not null,
                office text not null check (office <> 'impossible'),
                registered_on date not null,
                party text
            )
            """;

    private final AgroalDataSource database;

    SampleLedger(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "samples";
    }

    @Override
    public String titleZh() {
        return "样例台账";
    }

    @Override
    public String titleEn() {
        return "Samples";
    }

    @Override
    public List<LedgerColumn> columns() {
        return List.of(
                LedgerColumn.number("编号", "Number").key(),
                LedgerColumn.text("单位", "Office").required(),
                LedgerColumn.date("登记日期", "Registered on").required(),
                LedgerColumn.text("当事人", "Party").personal());
    }

    @Override
    public Applied apply(LedgerRow row, ImportContext context) {
        requirePast(row, context);
        UUID id = UUID.randomUUID();
        update(
                "insert into sample_record (id, version, number, office, registered_on, party) values (?, 1, ?, ?, ?, ?)",
                id,
                row.number("编号"),
                row.text("单位"),
                row.date("登记日期"),
                row.text("当事人"));
        Applied applied = Applied.of(id, 1);
        return row.has("当事人")
                ? applied
                : applied.noting("当事人", "PARTY_MISSING", "没有当事人", "There is no party");
    }

    @Override
    public Applied correct(UUID recordId, LedgerRow row, ImportContext context) {
        requirePast(row, context);
        update(
                "update sample_record set office = ?, registered_on = ?, version = version + 1 where id = ?",
                row.text("单位"),
                row.date("登记日期"),
                recordId);
        return Applied.of(recordId, version(recordId));
    }

    private static void requirePast(LedgerRow row, ImportContext context) {
        if (row.date("登记日期").isAfter(context.today())) {
            throw Refusal.of(422, "DATE_IN_FUTURE", "日期不能晚于今天", "The date lies in the future")
                    .citing("RT 17")
                    .at("登记日期", "不能晚于今天", "not after today");
        }
    }

    @Override
    public int version(UUID recordId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select version from sample_record where id = ?")) {
            select.setObject(1, recordId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    @Override
    public void export(ExportQuery query, Consumer<Exported> sink) {
        String sql =
                "select number, office, registered_on, party, id, version from sample_record order by number";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Map<String, Object> values = new HashMap<>();
                values.put("编号", row.getString(1));
                values.put("单位", row.getString(2));
                values.put("登记日期", row.getObject(3, LocalDate.class));
                values.put("当事人", row.getString(4));
                sink.accept(new Exported(row.getObject(5, UUID.class), row.getInt(6), values));
            }
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    private void update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }
}
