package org.fengqiao.legal.registers;

import java.util.UUID;

/**
 * What a record of a register says. Each kind is a Java record that implements this: its components
 * are at once the body of a request, the columns of the table, the columns of the ledger and, but
 * for texts, the event. A component bears its Chinese and English title in {@code @Schema(title)}.
 */
public interface Said {

    /** Of a division's code; a text that has this pattern is published, any other never. */
    String DIVISION = "\\d{12}";

    /** The division whose record it is, 12 digits; it decides who sees the record. */
    String division();

    /**
     * The record that this one is made of, such as an entry of the service log; null for none. Such
     * a part is corrected and voided with the whole.
     */
    default UUID partOf() {
        return null;
    }

    /** The table of the steps of its own life; empty where it has none. */
    default StepRow<?>[] steps() {
        return new StepRow<?>[0];
    }
}
