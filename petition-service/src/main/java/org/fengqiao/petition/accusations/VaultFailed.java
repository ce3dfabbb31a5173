package org.fengqiao.petition.accusations;

import java.sql.SQLException;

/** The database refused; the message quotes nothing. */
final class VaultFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VaultFailed(SQLException cause) {
        super("The vault's database failed", cause);
    }
}
