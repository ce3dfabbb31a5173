package org.fengqiao.kit.privacy;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.audit.LawfulRewrites;
import org.fengqiao.kit.audit.LawfulRewrites.Why;
import org.fengqiao.kit.journal.Statements;

/** Leaves no person in a record that stays: in its row, every version of it, and its ledgers. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@ApplicationScoped
public class RecordErasure {

    private static final List<String> LEDGERS = List.of("ledger_key", "ledger_import_line");

    private final PersonalData keys;
    private final LawfulRewrites door;

    RecordErasure(PersonalData keys, LawfulRewrites door) {
        this.keys = keys;
        this.door = door;
    }

    /**
     * Overwrites a record in the caller's transaction, with its row locked. Version, days, codes
     * and counts stay.
     *
     * @param table the record's
     * @param clear columns and fields that tell of a person unsealed
     * @param by who released it
     */
    public void overwrite(
            Connection connection, String table, UUID id, List<String> clear, String by)
            throws SQLException {
        SealedRows rows = new SealedRows(connection, new Overwriting(keys, clear));
        rows.rewrite(SealedTable.of(table), List.of(id));
        rows.rewrite(SealedTable.journalOf(table), List.of(id), door, new Why("RETENTION", by));
        rows.rewrite(SealedTable.HOLDS, List.of(id));
        // The digest of a row confirms a guess at it.
        for (String it : LEDGERS) {
            String sql =
                    """
                    update %s
                    set row_digest = 'erased'
                    where record_id = ? and row_digest is not null
                    """;
            Statements.run(connection, sql.formatted(it), id);
        }
    }
}
