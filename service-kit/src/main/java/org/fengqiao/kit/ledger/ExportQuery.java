package org.fengqiao.kit.ledger;

import org.fengqiao.kit.security.Scope;

/**
 * Which rows to export.
 *
 * @param unit the division that keeps the ledger, 12 digits
 * @param scope only records inside
 * @param year the ledger's year
 * @param persons whether personal columns are filled; otherwise they are left out of the file
 */
public record ExportQuery(String unit, Scope scope, int year, boolean persons) {}
