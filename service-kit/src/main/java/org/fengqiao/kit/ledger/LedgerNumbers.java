package org.fengqiao.kit.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        Numbering numbering = new Numbering(kind, query, sink);
        kind.export(query, numbering::add);
        numbering.flush();
    }

    /** One export: a number is given once in its file. */
    private final class Numbering {

        private final LedgerKind kind;
        private final ExportQuery query;
        private final Consumer<Map<String, Object>> sink;
        private final String title;
        private final List<Exported> batch = new ArrayList<>();
        private final Set<String> given = new HashSet<>();

        Numbering(LedgerKind kind, ExportQuery query, Consumer<Map<String, Object>> sink) {
            this.kind = kind;
            this.query = query;
            this.sink = sink;
            this.title =
                    kind.columns().stream()
                            .filter(it -> it.is(LedgerColumn.Trait.KEY))
                            .map(LedgerColumn::title)
                            .findFirst()
                            .orElseThrow();
        }

        void add(Exported it) {
            batch.add(it);
            if (batch.size() == BATCH_ROWS) {
                flush();
            }
        }

        void flush() {
            if (batch.isEmpty()) {
                return;
            }
            Map<UUID, String> ledger = ofLedger();
            Set<String> taken = takenByOthers(ledger);
            for (Exported it : batch) {
                String own = own(it);
                String number = ledger.get(it.recordId());
                if (number == null && own != null && !taken.contains(own) && given.add(own)) {
                    number = String.valueOf(it.cells().get(title));
                }
                if (number == null) {
                    number = new RecordNumber(it.recordId(), it.version()).toString();
                }
                it.cells().put(title, number);
                sink.accept(it.cells());
            }
            batch.clear();
        }

        /** The record's own number of the ledger's year, as keys have it, or {@code null}. */
        private String own(Exported it) {
            Object number = it.cells().get(title);
            return number == null ? null : SerialNumber.of(number.toString()).serial();
        }

        /** By record; where it stood in the lists of several years, the number of the latest. */
        private Map<UUID, String> ofLedger() {
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
                        String number = row.getString(3);
                        // One that names the record names it as it was then: a fresh one is better.
                        if (RecordNumber.of(number) == null) {
                            numbers.put(
                                    row.getObject(1, UUID.class), numbered(row.getInt(2), number));
                        }
                    }
                }
                return numbers;
            } catch (SQLException e) {
                throw new LedgerFailed(e);
            }
        }

        private String numbered(int year, String number) {
            return year == query.year() || !number.matches("[0-9]+")
                    ? number
                    : "〔" + year + "〕" + number + "号";
        }

        /** Own numbers of records without a row that another row of the unit's ledger has. */
        private Set<String> takenByOthers(Map<UUID, String> ledger) {
            String[] own =
                    batch.stream()
                            .filter(it -> !ledger.containsKey(it.recordId()))
                            .map(this::own)
                            .filter(Objects::nonNull)
                            .toArray(String[]::new);
            String sql =
                    """
                    select number
                    from ledger_key
                    where division = ?
                      and kind = ?
                      and year = ?
                      and number = any(?)
                    """;
            Set<String> taken = new HashSet<>();
            if (own.length == 0) {
                return taken;
            }
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, query.unit());
                select.setString(2, kind.kind());
                select.setInt(3, query.year());
                select.setArray(4, connection.createArrayOf("text", own));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        taken.add(row.getString(1));
                    }
                }
                return taken;
            } catch (SQLException e) {
                throw new LedgerFailed(e);
            }
        }
    }
}
