package org.fengqiao.kit.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengqiao.kit.ledger.LedgerKind.Exported;

/**
 * Gives exported records the numbers of their rows in the unit's own ledger, so that the file can
 * be imported again as it is: each row then finds its record (definitions D5).
 */
@ApplicationScoped
class LedgerNumbers {

    private static final int BATCH_ROWS = 500;

    private final AgroalDataSource database;

    LedgerNumbers(AgroalDataSource database) {
        this.database = database;
    }

    /** Exports the kind's records, each with its number. */
    void export(LedgerKind kind, ExportQuery query, Consumer<Map<String, Object>> sink) {
        List<String> keys =
                kind.columns().stream()
                        .filter(it -> it.is(LedgerColumn.Trait.KEY))
                        .map(LedgerColumn::title)
                        .toList();
        if (keys.size() > 1) {
            kind.export(query, it -> sink.accept(it.cells()));
            return;
        }
        List<Exported> batch = new ArrayList<>();
        kind.export(
                query,
                it -> {
                    batch.add(it);
                    if (batch.size() == BATCH_ROWS) {
                        number(batch, keys.get(0), kind, query, sink);
                    }
                });
        number(batch, keys.get(0), kind, query, sink);
    }

    private void number(
            List<Exported> batch,
            String title,
            LedgerKind kind,
            ExportQuery query,
            Consumer<Map<String, Object>> sink) {
        Map<UUID, String> numbers = batch.isEmpty() ? Map.of() : numbers(batch, kind, query);
        for (Exported it : batch) {
            String number = numbers.get(it.recordId());
            if (number != null) {
                it.cells().put(title, number);
            } else if (it.cells().get(title) == null) {
                it.cells().put(title, new RecordNumber(it.recordId(), it.version()).toString());
            }
            sink.accept(it.cells());
        }
        batch.clear();
    }

    /** By record; where it stood in the lists of several years, the number of the latest. */
    private Map<UUID, String> numbers(List<Exported> batch, LedgerKind kind, ExportQuery query) {
        String sql =
                """
                select record_id, year, number
                from ledger_key
                where record_id = any(?)
                  and division = ?
                  and kind = ?
                  and year <= ?
                order by year
                """;
        Map<UUID, String> numbers = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            Object[] ids = batch.stream().map(Exported::recordId).toArray();
            select.setArray(1, connection.createArrayOf("uuid", ids));
            select.setString(2, query.unit());
            select.setString(3, kind.kind());
            select.setInt(4, query.year());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    numbers.put(
                            row.getObject(1, UUID.class),
                            numbered(row.getInt(2), row.getString(3), query.year()));
                }
            }
            return numbers;
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    private static String numbered(int year, String number, int ledgerYear) {
        return year == ledgerYear || !number.matches("[0-9]+")
                ? number
                : "〔" + year + "〕" + number + "号";
    }
}
