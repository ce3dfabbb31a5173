package org.fengqiao.kit.calendar;

/**
 * A deadline and whom it lies with.
 *
 * @param organ division of the organ that must act, 12 digits
 * @param handler subject or id of the person it lies with; {@code null} where nobody is named
 */
public record Duty(Deadline deadline, String organ, String handler) {}
