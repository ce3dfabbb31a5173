package org.fengqiao.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one door by which a row of the journal may be changed or removed once it is written. What
 * stands afterwards is proven anew, and {@code audit_rewrite} keeps which proof took the place of
 * which: the verifier tells a lawful rewriting from any other.
 */
@ApplicationScoped
public class LawfulRewrites {

    /**
     * Why rows are rewritten.
     *
     * @param reason a code, such as {@code RETENTION}; nothing of a person
     * @param subject who does it; null where no person does, or nobody may be told
     */
    public record Why(String reason, String subject) {}

    /**
     * Which rows.
     *
     * @param where a condition on {@code journal t}, a constant of the program
     * @param arguments of its parameters
     */
    public record Rows(String where, Object... arguments) {}

    /** What is done to just these rows, by SQL. */
    @FunctionalInterface
    public interface Change {
        void run() throws SQLException;
    }

    private record Proof(byte[] mac, String content) {}

    private record Noted(Instant at, long id, byte[] before, byte[] after) {}

    private static final String TABLE = "journal";
    private static final String REWRITES = "audit_rewrite";

    private static final String NOTE =
            """
            insert into audit_rewrite (at, row_id, old_mac, new_mac, reason, subject, mac)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final AuditKeys keys;
    private final Clock clock;

    LawfulRewrites(AuditKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Rewrites or removes rows of the journal, in the caller's transaction. They are locked and
     * held in memory meanwhile: of many rows, some hundred a call.
     *
     * @param connection of the caller's transaction
     * @return how many rows it changed or removed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int rewrite(Why why, Connection connection, Rows rows, Change change)
            throws SQLException {
        Map<Long, Proof> before = locked(connection, rows);
        change.run();
        Map<Long, String> after = contents(connection, before.keySet().toArray());
        int changed = 0;
        try (PreparedStatement prove =
                        connection.prepareStatement("update journal set mac = ? where id = ?");
                PreparedStatement note = connection.prepareStatement(NOTE)) {
            Instant at = RowContent.kept(clock.instant());
            for (Map.Entry<Long, Proof> it : before.entrySet()) {
                String content = after.get(it.getKey());
                if (it.getValue().content().equals(content)) {
                    continue;
                }
                byte[] mac = content == null ? null : keys.prove(content(content));
                if (mac != null) {
                    prove.setBytes(1, mac);
                    prove.setLong(2, it.getKey());
                    prove.addBatch();
                }
                note(note, new Noted(at, it.getKey(), it.getValue().mac(), mac), why);
                changed++;
            }
            prove.executeBatch();
            note.executeBatch();
        }
        return changed;
    }

    /**
     * The rows with the proof that stands: their own, or of a row from before there were any, that
     * of its link. What does not fit gets one of its own, which follows no other: the verifier
     * finds that the row had been changed before.
     */
    private Map<Long, Proof> locked(Connection connection, Rows rows) throws SQLException {
        String sql =
                """
                select t.id,
                    coalesce(t.mac, (
                        select c.row_mac
                        from audit_chain c
                        where c.tab = 'journal' and c.row_id = t.id)),
                    %s
                from journal t
                where %s
                for update
                """
                        .formatted(RowContent.SQL, rows.where());
        Map<Long, Proof> found = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows.arguments().length; i++) {
                select.setObject(i + 1, rows.arguments()[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[] mac = row.getBytes(2);
                    String content = row.getString(3);
                    boolean fits = keys.proves(mac, content(content));
                    found.put(
                            row.getLong(1),
                            new Proof(fits ? mac : keys.prove(content(content)), content));
                }
            }
        }
        return found;
    }

    private static Map<Long, String> contents(Connection connection, Object[] ids)
            throws SQLException {
        String sql = "select id, %s from journal t where id = any (?)".formatted(RowContent.SQL);
        Map<Long, String> contents = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("bigint", ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    contents.put(row.getLong(1), row.getString(2));
                }
            }
        }
        return contents;
    }

    private static byte[] content(String json) {
        return RowContent.ofRow(TABLE, json);
    }

    private void note(PreparedStatement insert, Noted it, Why why) throws SQLException {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("at", it.at().toString());
        columns.put("row_id", it.id());
        columns.put("old_mac", hex(it.before()));
        columns.put("new_mac", hex(it.after()));
        columns.put("reason", why.reason());
        columns.put("subject", why.subject());
        insert.setObject(1, it.at().atOffset(ZoneOffset.UTC));
        insert.setLong(2, it.id());
        insert.setBytes(3, it.before());
        insert.setBytes(4, it.after());
        insert.setString(5, why.reason());
        insert.setString(6, why.subject());
        insert.setBytes(7, keys.prove(RowContent.of(REWRITES, columns)));
        insert.addBatch();
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? null : "\\x" + HexFormat.of().formatHex(bytes);
    }
}
