package org.fengqiao.kit.privacy;

/**
 * A table with ciphertexts. Which of its columns hold some is found, not told.
 *
 * @param name with its schema: {@code accusations.act}
 * @param boundTo the table's name as ciphertexts are bound to it
 * @param idColumn the column with the id that they are bound to
 * @param boundColumn SQL of the column's name as they are bound to it; {@code null}: its own
 */
public record SealedTable(String name, String boundTo, String idColumn, String boundColumn) {

    private static final String JOURNAL = "journal";

    /** Why records are held, and why no more. */
    static final SealedTable HOLDS = new SealedTable("legal_hold", "legal_hold", "record_id", null);

    /** The versions of a kind's records, which have a door of their own. */
    static SealedTable journalOf(String table) {
        return new SealedTable(JOURNAL, table, "record_id", null);
    }

    boolean isJournal() {
        return name.equals(JOURNAL);
    }

    /** One whose ciphertexts are bound to its own name and key. */
    public static SealedTable of(String name) {
        return new SealedTable(name, name, "id", null);
    }
}
