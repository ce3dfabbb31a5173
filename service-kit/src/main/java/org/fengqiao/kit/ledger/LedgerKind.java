package org.fengqiao.kit.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One kind of ledger that an office keeps. A service has one bean per kind; reading, keys,
 * conflicts, progress and the REST resources are the kit's (definitions D5). A register's is a
 * {@link RegisterLedger}.
 *
 * <p>{@link #takeApart}, {@link #apply}, {@link #correct} and {@link #version} run inside a
 * transaction, outside any HTTP request: who imports is in the {@link ImportContext}. They must
 * join that transaction.
 */
public interface LedgerKind {

    /**
     * A record as a row of an export.
     *
     * @param cells by column title. Values: {@code String}, {@code LocalDate}, {@code Number},
     *     {@code Boolean}, a code for code columns, a {@code List} for columns with several values;
     *     absent where empty. The number is absent where the record has none of its own: the row of
     *     the unit's ledger gives it, see {@link LedgerNumbers}
     */
    record Exported(UUID recordId, int version, Map<String, Object> cells) {}

    /** The name in URLs: {@code cases}. */
    String kind();

    String titleZh();

    String titleEn();

    /** In the order of the template; at least one is a key. */
    List<LedgerColumn> columns();

    /**
     * Makes a record of a new row. All steps are taken in memory first, so that a step the law
     * forbids leaves nothing behind.
     *
     * @throws org.fengqiao.kit.web.Refusal before the first write: the row is rejected with its
     *     reason
     */
    Applied apply(LedgerRow row, ImportContext context);

    /**
     * Corrects the record that this row is about. First of all the record must lie in the unit's
     * scope (404): of one elsewhere nothing is told. Where the record was changed here too, what
     * this did is undone and a person decides. Every cell takes effect or is refused by its
     * column's title; where the record says all of it already, nothing is written and the version
     * stays.
     *
     * @throws org.fengqiao.kit.web.Refusal before the first write
     */
    Applied correct(UUID recordId, LedgerRow row, ImportContext context);

    /**
     * Takes a row that must leave nothing here: neither a line nor a key, and it is counted
     * nowhere, as if it were blank. Asked of every row that could be read, before anything else.
     *
     * @param known the record that an earlier import made of the row's key; {@code null} where
     *     there is none
     * @return whether the row was taken so
     */
    default boolean takeApart(LedgerRow row, UUID known, ImportContext context) {
        return false;
    }

    /**
     * The record that a row of a new number is about all the same: it was entered over the API, or
     * stood in the list of another year. {@code null} where there is none.
     */
    default UUID standing(LedgerRow row, ImportContext context) {
        return null;
    }

    /** The record's version as it stands in this transaction; 0 where there is no such record. */
    int version(UUID recordId);

    /** Gives the records of a year one by one. */
    void export(ExportQuery query, Consumer<Exported> sink);
}
