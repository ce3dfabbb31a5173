package org.fengqiao.petition.accusations;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.IdempotencyKeys;

/**
 * The vault's own small door to a write that runs once. The kit's ({@code Writes}) appends to the
 * journal, which lists, change feeds and histories read, with a digest of the body that confirms a
 * guess, and to the outbox: there an accusation must not even be noticed.
 */
@ApplicationScoped
class VaultDoor {

    /**
     * What a write came to; no content.
     *
     * @param id of the accusation; {@code null} where the answer tells none
     * @param version of the record that was written; {@code null} where it is gone
     */
    record Slip(UUID id, Integer version) {}

    private static final String MARK = "request";

    private final AgroalDataSource database;
    private final VaultKeys keys;

    VaultDoor(AgroalDataSource database, VaultKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * Runs a command, or tells what it came to before under the same key.
     *
     * @throws org.fengqiao.kit.web.Refusal 409 while a twin runs; 422 where the key was used with
     *     another body
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Slip once(Command command, Supplier<Slip> act) {
        Slip before = before(command);
        if (before != null) {
            return before;
        }
        Slip slip = act.get();
        keep(command, slip);
        return slip;
    }

    private Slip before(Command command) {
        String sql =
                """
                select pg_try_advisory_xact_lock(hashtextextended(?, 0)), r.mark, r.record_id, r.version
                from (select 1) one
                left join accusations.request r on r.idempotency_key = ?
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, command.idempotencyKey());
            select.setString(2, command.idempotencyKey());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw IdempotencyKeys.inProgress();
                }
                String mark = row.getString(2);
                if (mark == null) {
                    return null;
                }
                if (!keys.marks(MARK, command.requestDigest()).contains(mark)) {
                    throw IdempotencyKeys.reused();
                }
                return new Slip(row.getObject(3, UUID.class), (Integer) row.getObject(4));
            }
        } catch (SQLException e) {
            throw new VaultFailed(e);
        }
    }

    private void keep(Command command, Slip slip) {
        String sql =
                """
                insert into accusations.request (idempotency_key, mark, record_id, version, at)
                values (?, ?, ?, ?, ?)
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, command.idempotencyKey());
            insert.setString(2, keys.mark(MARK, command.requestDigest()));
            insert.setObject(3, slip.id());
            insert.setObject(4, slip.version());
            insert.setObject(5, command.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new VaultFailed(e);
        }
    }
}
