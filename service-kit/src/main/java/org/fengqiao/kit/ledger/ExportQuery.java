package org.fengqiao.kit.ledger;

import org.fengqiao.kit.security.Scope;

/**
 * Which rows to export.
 *
 * @param scope only records inside
 * @param year the ledger's year
 * @param persons whether personal columns are filled; otherwise they are left out of the file
 */
public record ExportQuery(Scope scope, int year, boolean persons) {}
