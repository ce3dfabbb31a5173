package org.fengqiao.legal.registers;

import java.util.UUID;

/**
 * What a record of a register says. Each kind is a Java record that implements this: its components
 * are at once the body of a request, the columns of the table, the columns of the ledger and, but
 * for texts, the event. A component bears its Chinese and English title in {@code @Schema(title)}.
 */
public interface Said {

    /**
     * Of a division's code. A text that has this pattern or {@link #INDICATOR} is published, for it
     * is a code; any other never.
     */
    String DIVISION = "\\d{12}";

    /** Of the code of a figure, such as G-01 or L-05-M: legal services to petitions (D1). */
    String INDICATOR = "[LGMP]-[0-9]{2}(-[A-Z]{1,2})?";

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
