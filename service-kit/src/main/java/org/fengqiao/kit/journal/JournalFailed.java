package org.fengqiao.kit.journal;

import java.sql.SQLException;

/** The database refused a journal or outbox statement; the transaction rolls back. */
public final class JournalFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public JournalFailed(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
