package org.fengqiao.legal.registers;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A record of a register as it is shown.
 *
 * @param personsShown whether its texts are shown in clear; not in lists
 * @param record what it says
 */
public record Registered<S extends Said>(
        UUID id, int version, boolean voided, LocalDate enteredOn, boolean personsShown, S record) {

    static <S extends Said> Registered<S> of(LegalRecord<S> it, boolean shown, S record) {
        return new Registered<>(
                it.id, it.version(), it.entry.voided(), it.entry.enteredOn(), shown, record);
    }

    /** Without its texts. */
    static <S extends Said> Registered<S> withoutTexts(LegalRecord<S> it) {
        return of(it, false, Sealing.without(it.said()));
    }
}
