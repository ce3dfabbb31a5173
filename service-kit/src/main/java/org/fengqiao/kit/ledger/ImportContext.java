package org.fengqiao.kit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.security.Scope;

/**
 * Who imports, for which unit, when.
 *
 * @param division the unit that keeps the ledger, 12 digits
 * @param scope what that unit answers for: every division a row names must lie inside
 * @param at the moment of entry
 * @param today the legal day in Asia/Shanghai
 * @param year the ledger's year
 * @param dryRun whether everything will be rolled back
 */
public record ImportContext(
        UUID importId,
        String issuer,
        String subject,
        String client,
        String division,
        Scope scope,
        Instant at,
        LocalDate today,
        int year,
        boolean dryRun) {

    /**
     * The command a row is applied under: no key and no {@code If-Match}, the ledger guards both.
     */
    public Command command() {
        return new Command(issuer, subject, client, division, scope, null, null, null, at, today);
    }
}
