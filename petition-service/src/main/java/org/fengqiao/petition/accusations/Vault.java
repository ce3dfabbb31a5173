package org.fengqiao.petition.accusations;

/** Names of the vault's own books. */
public final class Vault {

    /** Who opened or was refused what, in the vault's stead of {@code read_audit}. */
    public static final String READ_AUDIT = "accusations.read_audit";

    static final String KIND = "accusation";

    private Vault() {}
}
