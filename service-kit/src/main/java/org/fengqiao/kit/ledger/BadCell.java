package org.fengqiao.kit.ledger;

/**
 * A cell that cannot be read as its column. The reason never repeats what the cell holds: it may be
 * a person.
 */
final class BadCell extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String zh;
    private final String en;

    BadCell(String code, String zh, String en) {
        super(en, null, false, false);
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    LedgerNote in(LedgerColumn column) {
        return new LedgerNote(column.title(), code, zh, en);
    }
}
