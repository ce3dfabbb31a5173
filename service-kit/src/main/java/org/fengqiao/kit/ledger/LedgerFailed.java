package org.fengqiao.kit.ledger;

import java.sql.SQLException;

/** A statement on the ledgers' own tables failed; the transaction rolls back. */
final class LedgerFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerFailed(SQLException cause) {
        super("A ledger statement failed: " + cause.getSQLState(), cause);
    }

    /**
     * The kind of trouble for the log: classes and SQL states, no text, which could quote a row.
     */
    static String reason(Throwable thrown) {
        StringBuilder reason = new StringBuilder();
        for (Throwable it = thrown; it != null; it = it.getCause()) {
            reason.append(it.getClass().getName());
            if (it instanceof SQLException sql) {
                reason.append(" (SQL state ").append(sql.getSQLState()).append(')');
            }
            StackTraceElement[] stack = it.getStackTrace();
            reason.append(stack.length == 0 ? "" : " at " + stack[0]).append("; ");
        }
        return reason.toString();
    }

    /**
     * Whether the database itself is the trouble, not what was sent to it: connection (08),
     * resources (53), shutdown (57), a lost race (40). Work then waits; no row is to blame.
     */
    static boolean isOutage(Throwable thrown) {
        for (Throwable it = thrown; it != null; it = it.getCause()) {
            if (it instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null || state.matches("(08|40|53|57|58).*");
            }
        }
        return false;
    }
}
