package org.fengqiao.kit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A cell as the file has it, before its column is known.
 *
 * @param text never blank; a number or date in its plain form
 * @param number present where the file stores a number
 * @param date present where the file stores a date
 * @param formula whether the value is a formula's last result
 * @param broken whether the file says that the value is an error (#REF!), or a formula was never
 *     computed
 */
record Cell(String text, BigDecimal number, LocalDate date, boolean formula, boolean broken) {

    static Cell of(String text) {
        String trimmed = Texts.trimmed(text);
        return trimmed.isEmpty() ? null : new Cell(trimmed, null, null, false, false);
    }
}
