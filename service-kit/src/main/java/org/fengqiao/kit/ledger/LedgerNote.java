package org.fengqiao.kit.ledger;

/**
 * Something a person should look at: one line of an import's result. Never holds a cell's value.
 *
 * @param column title of the column; absent where the whole row is meant
 * @param code stable code, {@code UPPER_SNAKE}
 */
public record LedgerNote(String column, String code, String zh, String en) {}
