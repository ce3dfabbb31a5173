/**
 * The official statistics form of people's mediation (RT 10, 27). {@code StatisticsColumn} is the
 * form: one row per column. {@code Statistics} counts it in one statement over the records
 * themselves, by the definitions of the indicators M-01 to M-29.
 */
package org.fengqiao.mediation.statistics;
