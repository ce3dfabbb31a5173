package org.fengqiao.kit.journal;

import java.time.Instant;
import java.time.LocalDate;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.EntityTags;

/**
 * Who wants a change, when, and under which guards.
 *
 * @param division the organ that acts, 12 digits
 * @param idempotencyKey SHA-256 over issuer, subject, client and the caller's key; absent in
 *     imports
 * @param requestDigest SHA-256 over method, path and body
 * @param ifMatch the header {@code If-Match} as sent; absent where a record is created
 * @param at the moment of entry
 * @param today the legal day in Asia/Shanghai
 */
public record Command(
        String issuer,
        String subject,
        String client,
        String division,
        Scope scope,
        String idempotencyKey,
        String requestDigest,
        Integer ifMatch,
        Instant at,
        LocalDate today) {

    /**
     * The same without its key, where another book keeps it: the journal then holds no digest of
     * the request.
     */
    public Command withoutKey() {
        return new Command(
                issuer, subject, client, division, scope, null, null, ifMatch, at, today);
    }

    /** Compares the version the caller has seen with the one that stands (RFC 9110, 13.1.1). */
    public void requireVersion(int version) {
        if (ifMatch != null && ifMatch != version) {
            throw EntityTags.stale(version);
        }
    }

    /** The business date of a step: today unless given, and never in the future. */
    public LocalDate dateOr(LocalDate given) {
        if (given == null) {
            return today;
        }
        Days.requirePast(given, today, "/on");
        return given;
    }
}
