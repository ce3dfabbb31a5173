package org.fengqiao.kit.privacy;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.fengqiao.kit.privacy.SealedColumns.Column;

/**
 * What a database still holds under a version of a key: every column of every table that could, so
 * that none is forgotten because nobody named it.
 */
final class KeyUse {

    private static final String BASE64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    // Digests without a key, which look like an index of a first key file.
    private static final String PLAIN = "idempotency_key|request_digest";
    private static final String DIGESTS = "|digest|\\w+_digest|mark|waiting_for";

    private KeyUse() {}

    /** Rows whose column holds at least one value that the version sealed. */
    static long ofSealing(Connection connection, long version) throws SQLException {
        byte[] prefix = ByteBuffer.allocate(5).put((byte) 1).putInt((int) version).array();
        String text = Base64.getEncoder().withoutPadding().encodeToString(prefix);
        // Five bytes are six signs of base64 and four of the six bits of the seventh.
        int last = BASE64.indexOf(text.charAt(6));
        String seventh = BASE64.substring(last, last + 4);
        String pattern =
                "(^|[^A-Za-z0-9+/])"
                        + text.substring(0, 6).replace("+", "\\+")
                        + "["
                        + seventh
                        + "]";
        return rows(connection, pattern, HexFormat.of().formatHex(prefix), PLAIN);
    }

    /**
     * Rows whose column holds at least one blind index of the version.
     *
     * @param digests whether keyed digests count, too: what they are of is stored nowhere, so that
     *     they stay under the key that made them
     */
    static long ofIndex(Connection connection, KeyVersion version, boolean digests)
            throws SQLException {
        String hex = "[0-9a-f]{64}([^0-9a-f]|$)";
        String pattern =
                version.marked()
                        ? "(^|[^0-9])" + version.id() + "\\." + hex
                        : "(^|[^.0-9a-f])" + hex;
        return rows(connection, pattern, null, digests ? PLAIN : PLAIN + DIGESTS);
    }

    /** Rows whose column holds a value of a version that writes no more. */
    static long ofOld(Connection connection, KeyRing keys) throws SQLException {
        KeyFile file = keys.file();
        long rows = 0;
        for (KeyVersion it : file.sealing()) {
            if (it.state(file.sealing(), keys.now()) == KeyVersion.State.OLD) {
                rows += ofSealing(connection, it.id());
            }
        }
        for (KeyVersion it : file.index()) {
            if (it.state(file.index(), keys.now()) == KeyVersion.State.OLD) {
                rows += ofIndex(connection, it, false);
            }
        }
        return rows;
    }

    private static long rows(Connection connection, String pattern, String prefix, String leftOut)
            throws SQLException {
        long rows = 0;
        for (Column it : columns(connection, leftOut)) {
            String sql =
                    it.isBinary()
                            ? "select count(*) from %s where encode(substr(%s, 1, 5), 'hex') = ?"
                            : "select count(*) from %s where %s::text ~ ?";
            try (PreparedStatement count =
                    connection.prepareStatement(sql.formatted(it.table(), it.name()))) {
                count.setString(1, it.isBinary() ? prefix : pattern);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    rows += row.getLong(1);
                }
            }
        }
        return rows;
    }

    private static List<Column> columns(Connection connection, String leftOut) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (String table : SealedColumns.tables(connection)) {
            for (Column it : SealedColumns.of(connection, table)) {
                if (!it.plainName().matches(leftOut)) {
                    columns.add(it);
                }
            }
        }
        return columns;
    }
}
