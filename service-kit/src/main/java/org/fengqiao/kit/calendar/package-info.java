/**
 * The legal clock: which days are working days, how a period runs (MF 201, MF 203), what a deadline
 * is worth today, and where open deadlines are kept. The rules themselves live in the service whose
 * law they are.
 */
package org.fengqiao.kit.calendar;
