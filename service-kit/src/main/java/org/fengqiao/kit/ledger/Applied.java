package org.fengqiao.kit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a row became.
 *
 * @param version the record's version after the row
 * @param notes warnings for the clerk, without personal data
 */
public record Applied(UUID recordId, int version, List<LedgerNote> notes) {

    public Applied {
        notes = List.copyOf(notes);
    }

    public static Applied of(UUID recordId, int version) {
        return new Applied(recordId, version, List.of());
    }

    /** The same, with one more warning. */
    public Applied noting(String column, String code, String zh, String en) {
        List<LedgerNote> more = new ArrayList<>(notes);
        more.add(new LedgerNote(column, code, zh, en));
        return new Applied(recordId, version, more);
    }
}
