package org.fengqiao.kit.gauges;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Numbers of the database as gauges. They are asked for in the background, one after the other: who
 * scrapes never waits for the database, and it is asked twice a minute however often that is.
 */
@ApplicationScoped
public class RowGauges {

    private static final Logger LOG = Logger.getLogger(RowGauges.class);
    private static final int LONGEST_SECONDS = 5;

    private final AgroalDataSource database;
    private final MeterRegistry meters;
    private final Map<String, Double> values = new ConcurrentHashMap<>();
    private final Map<String, String> questions = new ConcurrentHashMap<>();

    RowGauges(AgroalDataSource database, MeterRegistry meters) {
        this.database = database;
        this.meters = meters;
    }

    /**
     * Adds a gauge: NaN until the database has answered, and while it does not.
     *
     * @param name such as {@code fengqiao.inbox.problems}; the unit last, where it has one
     * @param sql one row of one number, found by an index
     */
    public void add(String name, String description, String sql) {
        questions.put(name, sql);
        Gauge.builder(name, values, it -> it.getOrDefault(name, Double.NaN))
                .description(description)
                .register(meters);
    }

    @Scheduled(
            every = "${fengqiao.gauges.every:30s}",
            delayed = "${fengqiao.gauges.after:5s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void ask() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(LONGEST_SECONDS);
            for (Map.Entry<String, String> it : questions.entrySet()) {
                values.put(it.getKey(), number(statement, it.getValue()));
            }
        } catch (SQLException e) {
            LOG.warnf("The gauges do not know: %s", e.getMessage());
            values.clear();
        }
    }

    private static double number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }
}
