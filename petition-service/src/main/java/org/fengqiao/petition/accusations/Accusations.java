package org.fengqiao.petition.accusations;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.web.Refusal;

/**
 * The vault's rows. There is no list, no count and no search: one accusation at a time, by id, or
 * the next that waits for the caller.
 */
@ApplicationScoped
class Accusations {

    /** A step as the vault keeps it, sealed. */
    record Act(AccusationStep step, LocalDate on, String reason) {}

    private static final String MATTER = "matter";
    private static final String IDENTITY = "identity";

    private final AgroalDataSource database;
    private final VaultKeys keys;

    Accusations(AgroalDataSource database, VaultKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** The accusation, or 404; with its identity still sealed. */
    Accusation get(UUID id) {
        return read(id, "");
    }

    /** The same, locked until the transaction ends. */
    Accusation lock(UUID id) {
        return read(id, " for update");
    }

    private Accusation read(UUID id, String locking) {
        String sql =
                """
                select version, status, entered_at, received_on, transferred_on, concluded_on,
                    waiting_for, matter, identity
                from accusations.accusation
                where id = ?"""
                        + locking;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Refusal.notFound();
                }
                Accusation it = accusation(id, row);
                readHandlers(connection, it);
                return it;
            }
        } catch (SQLException e) {
            throw new VaultFailed(e);
        }
    }

    private Accusation accusation(UUID id, ResultSet row) throws SQLException {
        Accusation it = new Accusation(id);
        it.version = row.getInt(1);
        it.status = AccusationStatus.valueOf(row.getString(2));
        it.enteredAt = row.getObject(3, OffsetDateTime.class).toInstant();
        it.receivedOn = row.getObject(4, LocalDate.class);
        it.transferredOn = row.getObject(5, LocalDate.class);
        it.concludedOn = row.getObject(6, LocalDate.class);
        it.waitingFor = row.getString(7);
        it.matter = keys.open(id, MATTER, row.getString(8), Matter.class);
        it.sealedIdentity = row.getString(9);
        return it;
    }

    private static void readHandlers(Connection connection, Accusation it) throws SQLException {
        String sql =
                """
                select subject, division, named_by, named_on
                from accusations.handler
                where accusation_id = ?
                order by named_on, subject
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, it.id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    it.handlers.add(
                            new Accusation.Handler(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getObject(4, LocalDate.class)));
                }
            }
        }
    }

    Identity identity(Accusation it) {
        return keys.open(it.id, IDENTITY, it.sealedIdentity, Identity.class);
    }

    void insert(Accusation it, Identity identity, Act act, Command command) {
        String sql =
                """
                insert into accusations.accusation
                    (id, version, status, entered_at, received_on, waiting_for, matter, identity)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        write(
                sql,
                it.id,
                it.version,
                it.status.name(),
                it.enteredAt.atOffset(ZoneOffset.UTC),
                it.receivedOn,
                it.waitingFor,
                keys.seal(it.id, MATTER, it.matter),
                keys.seal(it.id, IDENTITY, identity));
        note(it, act, command);
    }

    /** Writes what a step has changed, and that it was taken. */
    void save(Accusation it, Act act, Command command) {
        String sql =
                """
                update accusations.accusation
                set version = ?, status = ?, transferred_on = ?, concluded_on = ?, waiting_for = ?,
                    matter = ?
                where id = ?
                """;
        write(
                sql,
                it.version,
                it.status.name(),
                it.transferredOn,
                it.concludedOn,
                it.waitingFor,
                keys.seal(it.id, MATTER, it.matter),
                it.id);
        note(it, act, command);
    }

    private void note(Accusation it, Act act, Command command) {
        String sql =
                """
                insert into accusations.act (accusation_id, version, at, issuer, subject, client, said)
                values (?, ?, ?, ?, ?, ?, ?)
                """;
        write(
                sql,
                it.id,
                it.version,
                command.at().atOffset(ZoneOffset.UTC),
                command.issuer(),
                command.subject(),
                command.client(),
                keys.seal(it.id, "act." + it.version, act));
    }

    void saveHandler(UUID id, Accusation.Handler handler) {
        String sql =
                """
                insert into accusations.handler (accusation_id, subject, division, named_by, named_on)
                values (?, ?, ?, ?, ?)
                on conflict (accusation_id, subject) do update
                set division = excluded.division,
                    named_by = excluded.named_by,
                    named_on = excluded.named_on,
                    received_at = null
                """;
        write(sql, id, handler.subject(), handler.division(), handler.namedBy(), handler.namedOn());
    }

    void markReceived(UUID id, String subject, Instant at) {
        String sql =
                """
                update accusations.handler
                set received_at = ?
                where accusation_id = ? and subject = ?
                """;
        write(sql, at.atOffset(ZoneOffset.UTC), id, subject);
    }

    /** The oldest that names the caller and was not received yet, or {@code null}; locked. */
    UUID namedFor(String subject, String division) {
        String sql =
                """
                select a.id
                from accusations.accusation a
                join accusations.handler h on h.accusation_id = a.id
                where h.subject = ? and h.division = ? and h.received_at is null
                order by a.entered_at, a.id
                limit 1
                for update of a skip locked
                """;
        return id(sql, subject, division);
    }

    /** The oldest that nobody handles and that waits for the caller's organ, or {@code null}. */
    UUID waitingFor(String division) {
        String sql =
                """
                select id
                from accusations.accusation
                where waiting_for = any (string_to_array(?, ','))
                order by entered_at, id
                limit 1
                for update skip locked
                """;
        return id(sql, String.join(",", keys.marks("division", division)));
    }

    private UUID id(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, values);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        } catch (SQLException e) {
            throw new VaultFailed(e);
        }
    }

    /** Whether one of these digests was noted. */
    boolean marked(List<String> marks) {
        String sql =
                """
                select count(*) > 0
                from accusations.mark
                where mark = any (string_to_array(?, ','))
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, String.join(",", marks));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new VaultFailed(e);
        }
    }

    void mark(String mark) {
        write("insert into accusations.mark (mark) values (?) on conflict (mark) do nothing", mark);
    }

    private void write(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new VaultFailed(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
