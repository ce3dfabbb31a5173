package org.fengqiao.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import org.fengqiao.local.OwnSuite;
import org.fengqiao.local.OwnSuite.Part;

/** What happens to the suite in a round. */
enum Incident {
    KILL_MEDIATION,
    KILL_PETITION,
    KILL_LEGAL,
    KILL_REPORTING,
    KILL_BROKER,
    KILL_DATABASE,
    /** The relay's session is ended, several times: another replica may take over. */
    TERMINATE_RELAY,
    /** The sessions of the consumer are ended in the middle of its batches, many times. */
    TERMINATE_CONSUMER,
    /** The consumer sleeps for some seconds and wakes up where it was. */
    PAUSE_CONSUMER,
    /** A replica sleeps, its relay's session is ended, the other takes over, and it wakes up. */
    PAUSE_RELAY;

    private static final String AT_WORK =
            "state in ('active', 'idle in transaction') and pid <> pg_backend_pid()";
    private static final List<Part> WRITERS = List.of(Part.MEDIATION, Part.PETITION, Part.LEGAL);

    /** Does it; what was killed is up again when this returns. */
    void happen(OwnSuite suite, SplittableRandom random) throws SQLException {
        switch (this) {
            case KILL_MEDIATION ->
                    killed(suite, random.nextBoolean() ? Part.MEDIATION : Part.REPLICA);
            case KILL_PETITION -> killed(suite, Part.PETITION);
            case KILL_LEGAL -> killed(suite, Part.LEGAL);
            case KILL_REPORTING -> killed(suite, Part.REPORTING);
            case KILL_BROKER -> killed(suite, Part.BROKER);
            case KILL_DATABASE -> killed(suite, Part.DATABASE);
            case TERMINATE_RELAY -> {
                for (int i = 0; i < 10; i++) {
                    Part part = WRITERS.get(random.nextInt(WRITERS.size()));
                    terminate(suite, part, "application_name = 'outbox-relay'");
                    Pause.millis(50 + random.nextInt(500));
                }
            }
            case TERMINATE_CONSUMER -> {
                for (int i = 0; i < 30; i++) {
                    terminate(suite, Part.REPORTING, AT_WORK);
                    Pause.millis(random.nextInt(200));
                }
            }
            case PAUSE_CONSUMER -> {
                suite.pause(Part.REPORTING);
                Pause.millis(2_000 + random.nextInt(4_000));
                suite.wake(Part.REPORTING);
            }
            case PAUSE_RELAY -> {
                Part part = random.nextBoolean() ? Part.MEDIATION : Part.REPLICA;
                suite.pause(part);
                Pause.millis(500);
                terminate(suite, Part.MEDIATION, "application_name = 'outbox-relay'");
                Pause.millis(1_500 + random.nextInt(2_000));
                suite.wake(part);
            }
        }
    }

    private static void killed(OwnSuite suite, Part part) {
        suite.kill(part);
        suite.revive();
    }

    private static int terminate(OwnSuite suite, Part part, String which) throws SQLException {
        String sql =
                """
                select count(pg_terminate_backend(pid))
                from pg_stat_activity
                where datname = current_database() and %s
                """
                        .formatted(which);
        try (Connection connection = suite.connect(part);
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
