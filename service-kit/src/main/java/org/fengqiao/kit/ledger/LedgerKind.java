package org.fengqiao.kit.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One kind of ledger that an office keeps. A service has one application-scoped bean per kind;
 * reading, keys, conflicts, progress and the REST resources are the kit's (definitions D5).
 *
 * <p>{@link #apply}, {@link #correct} and {@link #version} run inside a transaction, outside any
 * HTTP request: who imports is in the {@link ImportContext}. They must join that transaction.
 */
public interface LedgerKind {

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
     * Corrects the record that an earlier import made of this row: the row has changed, the record
     * has not. Every cell takes effect or is refused by its column's title; where the record says
     * all of it already, nothing is written and the version stays.
     *
     * @throws org.fengqiao.kit.web.Refusal before the first write
     */
    Applied correct(UUID recordId, LedgerRow row, ImportContext context);

    /** The record's version as it stands in this transaction. */
    int version(UUID recordId);

    /**
     * Gives the rows of a year one by one, by column title. Values: {@code String}, {@code
     * LocalDate}, {@code Number}, {@code Boolean}, a code for code columns, a {@code List} for
     * columns with several values; absent where empty.
     */
    void export(ExportQuery query, Consumer<Map<String, Object>> sink);
}
