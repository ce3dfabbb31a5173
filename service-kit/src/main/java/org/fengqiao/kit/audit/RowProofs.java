package org.fengqiao.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/**
 * Proves rows of audit and journal as they are written, on the way and without a statement more.
 */
@ApplicationScoped
public class RowProofs {

    private final AuditKeys keys;

    RowProofs(AuditKeys keys) {
        this.keys = keys;
    }

    /** The moment as the database keeps it: prove this one, and write this one. */
    public static Instant kept(Instant at) {
        return RowContent.kept(at);
    }

    /** A JSON text as a column of {@link #of}; {@code null} stays {@code null}. */
    public static Object json(String text) {
        return RowContent.parsed(text);
    }

    /**
     * The value of the column {@code mac}.
     *
     * @param table its name, with its schema where that is not the service's ordinary one
     * @param columns every column that is written but {@code mac}, by name: numbers as such, JSON
     *     by {@link #json}, moments ({@link #kept}), days and ids as text
     */
    public byte[] of(String table, Map<String, ?> columns) {
        return keys.prove(RowContent.of(table, columns));
    }
}
