/**
 * Ledgers: read as offices keep them, imported row by row, exported so that they can be imported
 * again.
 *
 * <p>Reading: {@code LedgerFile} → {@code XlsxFile} or {@code CsvFile} → {@code Grid} → {@code
 * LedgerSheet}, pure. Importing: {@code ImportResource} → {@code ImportOrders} ‖ queue ‖ {@code
 * ImportWorker} → {@code ImportRun} → {@code RowImporter} → the service's {@code LedgerKind}.
 * Invariants: no cell of a file in a message or a log; the file is erased at the end; a row and its
 * progress commit together.
 */
package org.fengqiao.kit.ledger;
