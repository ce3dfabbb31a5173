package org.fengqiao.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.web.Refusal;

/** How long a statement may take: an answer is whole or none. */
@ApplicationScoped
class QueryLimit {

    /** The state of a statement that was cancelled. */
    private static final String CANCELLED = "57014";

    private final int seconds;

    QueryLimit(
            @ConfigProperty(name = "fengqiao.figures.timeout-seconds", defaultValue = "10")
                    int seconds) {
        this.seconds = seconds;
    }

    void on(Statement statement) throws SQLException {
        statement.setQueryTimeout(seconds);
    }

    /**
     * What was thrown, unless the limit was why.
     *
     * @throws Refusal 422 QUERY_TOO_COSTLY where it was
     */
    SQLException unlessReached(SQLException thrown) {
        if (!CANCELLED.equals(thrown.getSQLState())) {
            return thrown;
        }
        throw Refusal.of(
                422,
                "QUERY_TOO_COSTLY",
                "%d秒内未能算完，没有返回部分结果：请缩小区划、期间或者分组".formatted(seconds),
                "Not counted within %d s, and nothing is cut: ask for a smaller division, period or breakdown"
                        .formatted(seconds));
    }
}
