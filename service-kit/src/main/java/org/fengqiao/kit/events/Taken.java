package org.fengqiao.kit.events;

import java.time.LocalDate;

/**
 * A step that a record has taken since it was loaded.
 *
 * @param version the record's version after the step
 * @param step the step's name, as the life-cycle table has it
 * @param on the business date; absent for corrections and voidings without one
 * @param reason the reason, where the step needs one
 */
public record Taken(int version, String step, LocalDate on, String reason) {}
