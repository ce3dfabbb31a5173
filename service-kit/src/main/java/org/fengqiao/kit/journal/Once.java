package org.fengqiao.kit.journal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Carries out a request once, where a table of its own tells what it was answered. No lock is taken
 * for a twin, a request that was sent twice at the same moment: it waits for the row that the other
 * one writes, runs into its version or key, and is answered alike.
 */
public final class Once {

    /** Reads what a request was answered; empty where it was not carried out. */
    @FunctionalInterface
    public interface Answered<R> {
        Optional<R> read() throws SQLException;
    }

    private Once() {}

    /**
     * What the request was answered, now or before.
     *
     * @param act in a transaction of its own, which writes what {@code answered} reads
     * @param seconds after which the transaction is given up
     */
    public static <R> R of(Answered<R> answered, int seconds, Callable<R> act) throws SQLException {
        Optional<R> before = answered.read();
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return QuarkusTransaction.requiringNew().timeout(seconds).call(act);
        } catch (RuntimeException lost) {
            return answered.read().orElseThrow(() -> lost);
        }
    }
}
