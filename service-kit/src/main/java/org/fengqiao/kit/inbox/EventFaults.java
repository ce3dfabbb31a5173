package org.fengqiao.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/** Whose fault it is where an event failed: its own, or that of what the service stands on. */
final class EventFaults {

    /** A value that the database does not take, or a rule of its tables. */
    private static final Set<String> OF_THE_DATA = Set.of("22", "23");

    private static final List<Class<? extends Exception>> OF_THE_GROUND =
            List.of(
                    KafkaException.class,
                    RollbackException.class,
                    SystemException.class,
                    QuarkusTransactionException.class);

    private EventFaults() {}

    /** A code where the event will fail again; empty where it should come again. */
    static Optional<String> code(RuntimeException e) {
        List<Throwable> causes =
                Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause).toList();
        List<String> states =
                causes.stream()
                        .filter(SQLException.class::isInstance)
                        .map(it -> String.valueOf(((SQLException) it).getSQLState()))
                        .toList();
        if (!states.isEmpty()) {
            return states.stream().anyMatch(it -> OF_THE_DATA.contains(it.substring(0, 2)))
                    ? Optional.of("EVENT_NOT_STORABLE")
                    : Optional.empty();
        }
        return causes.stream()
                        .anyMatch(it -> OF_THE_GROUND.stream().anyMatch(g -> g.isInstance(it)))
                ? Optional.empty()
                : Optional.of("EVENT_FAULT");
    }
}
