package org.fengqiao.kit.privacy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.audit.LawfulRewrites;
import org.fengqiao.kit.audit.LawfulRewrites.Why;
import org.fengqiao.kit.journal.JournalFailed;
import org.fengqiao.kit.journal.Statements;

/**
 * The walk of a re-encryption: table by table, in the order of ids, a batch to a transaction, which
 * holds the batch's records and the position. Stopped anywhere, it goes on behind the last batch.
 */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@ApplicationScoped
class ReencryptionWalk {

    /** One group of one key file's tables. */
    private record Step(SealedTables sealed, List<SealedTable> tables) {}

    private record Position(int step, UUID last) {}

    private static final UUID FIRST = new UUID(0, 0);
    private static final int BATCH_RECORDS = 100;
    private static final Why RESEALED = new Why("KEY_ROTATION", null);

    private final AgroalDataSource dataSource;
    private final Instance<SealedTables> sealed;
    private final LawfulRewrites door;
    private final Clock clock;
    private final Duration pause;

    ReencryptionWalk(
            AgroalDataSource dataSource,
            Instance<SealedTables> sealed,
            LawfulRewrites door,
            Clock clock,
            @ConfigProperty(name = "fengqiao.reencryption.pause") Duration pause) {
        this.dataSource = dataSource;
        this.sealed = sealed;
        this.door = door;
        this.clock = clock;
        this.pause = pause;
    }

    /** The versions that write now, of all key files. */
    String target() {
        return ordered().stream()
                .map(it -> it.purpose() + ":" + new Resealing(it.keys()).target())
                .collect(Collectors.joining(","));
    }

    private List<SealedTables> ordered() {
        return sealed.stream().sorted(Comparator.comparing(SealedTables::purpose)).toList();
    }

    private List<Step> steps() {
        return ordered().stream()
                .flatMap(it -> it.groups().stream().map(tables -> new Step(it, tables)))
                .toList();
    }

    /** Others have the database for a while. */
    void rest() {
        LockSupport.parkNanos(pause.toNanos());
    }

    /** One batch; whether there may be more. */
    boolean next(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> rewrite(id));
    }

    private boolean rewrite(UUID id) {
        try (Connection connection = dataSource.getConnection()) {
            Position position = position(connection, id);
            if (position == null) {
                return false;
            }
            List<Step> steps = steps();
            if (position.step() == steps.size()) {
                end(connection, id);
                return false;
            }
            rewrite(connection, id, position, steps.get(position.step()));
            return true;
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    private void rewrite(Connection connection, UUID id, Position position, Step step)
            throws SQLException {
        SealedRows batch = new SealedRows(connection, new Resealing(step.sealed().keys()));
        List<UUID> ids = batch.next(step.tables().get(0), position.last(), BATCH_RECORDS);
        int rewritten = 0;
        for (SealedTable it : step.tables()) {
            rewritten += batch.rewrite(it, ids, door, RESEALED);
        }
        // What comes after a short batch is written under the new keys. To wait for an empty one
        // would be to run after those who write, without an end.
        boolean isLast = ids.size() < BATCH_RECORDS;
        boolean counted = step.sealed().isCounted();
        String sql =
                """
                update reencryption
                set step = step + ?, last_id = ?, records = records + ?, rewritten = rewritten + ?
                where id = ?
                """;
        Statements.run(
                connection,
                sql,
                isLast ? 1 : 0,
                isLast ? null : ids.get(ids.size() - 1),
                counted ? ids.size() : 0,
                counted ? rewritten : 0,
                id);
    }

    /** Where it stands, held until the batch ends; the start again where the keys have changed. */
    private Position position(Connection connection, UUID id) throws SQLException {
        String sql =
                """
                select step, last_id, target
                from reencryption
                where id = ? and status = 'RUNNING'
                for update
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                String target = target();
                if (!row.getString(3).equals(target)) {
                    String again =
                            """
                            update reencryption
                            set target = ?, step = 0, last_id = null
                            where id = ?
                            """;
                    Statements.run(connection, again, target, id);
                    return new Position(0, FIRST);
                }
                UUID last = row.getObject(2, UUID.class);
                return new Position(row.getInt(1), last == null ? FIRST : last);
            }
        }
    }

    private void end(Connection connection, UUID id) throws SQLException {
        long left = 0;
        for (SealedTables it : ordered()) {
            if (it.isCounted()) {
                left += KeyUse.ofOld(connection, it.keys().keys());
            }
        }
        String sql =
                """
                update reencryption
                set status = 'DONE', left_over = ?, ended_at = ?
                where id = ?
                """;
        Statements.run(connection, sql, left, clock.instant().atOffset(ZoneOffset.UTC), id);
    }
}
