package org.fengqiao.kit.limits;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.PGConnection;

/**
 * Gives a connection the limits of whom it is handed to. The pool's own (its option {@code
 * statement_timeout} and others) are those of a request. Background work, imports, rebuilds,
 * migrations, and a request that {@link TakesLong}, may take longer and waits for locks.
 */
@Singleton
class StatementLimits implements AgroalPoolInterceptor {

    private static final String PATIENT = StatementLimits.class.getName();

    private final CurrentVertxRequest current;
    private final String longer;
    private final Set<PGConnection> patient =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    StatementLimits(
            CurrentVertxRequest current,
            @ConfigProperty(name = "fengqiao.limits.background-statement-millis") int millis) {
        this.current = current;
        this.longer = "set statement_timeout = %d; set lock_timeout = 0".formatted(millis);
    }

    /** From now on the request's statements may take long. */
    static void lift(RoutingContext request) {
        request.put(PATIENT, true);
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        boolean hurried = isHurried();
        try {
            // What the pool hands out is another wrapper each time.
            PGConnection session = connection.unwrap(PGConnection.class);
            if (hurried && patient.remove(session)) {
                set((Connection) session, "reset statement_timeout; reset lock_timeout");
            } else if (!hurried && patient.add(session)) {
                set((Connection) session, longer);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A connection does not take its limits", e);
        }
    }

    private boolean isHurried() {
        RoutingContext request =
                Arc.container().requestContext().isActive() ? current.getCurrent() : null;
        return request != null && request.get(PATIENT) == null;
    }

    /** Before the transaction that the connection was taken for: its rollback must not undo it. */
    private static void set(Connection session, String sql) throws SQLException {
        boolean each = session.getAutoCommit();
        session.setAutoCommit(true);
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
        session.setAutoCommit(each);
    }
}
