package org.fengqiao.kit.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * One link of a chain: which row there is, in which transaction it came and by which proof.
 *
 * @param seq 1, 2, 3 … without a gap
 * @param table of the row; of a link without a row its kind in small letters
 * @param rowId of the row; of a checkpoint its number
 * @param rowXid the transaction that wrote the row; where the chain begins, the first one whose
 *     rows must have a proof
 * @param rowMac null of a link without a row
 */
record Link(long seq, Kind kind, String table, long rowId, String rowXid, byte[] rowMac) {

    /** What a link says. */
    enum Kind {
        /** The chain starts here. */
        BEGIN,
        /** The row has its proof. */
        ADDED,
        /** The row had no proof when the chain began; it has one from here on. */
        ADOPTED,
        /** The row had no proof that fits: nobody knows who wrote it. */
        UNPROVEN,
        /** What stands up to here was signed in the file of checkpoints. */
        CHECKPOINT
    }

    static final String COLUMNS = "seq, kind, tab, row_id, row_xid::text, row_mac, link";

    static Link of(ResultSet row) throws SQLException {
        return new Link(
                row.getLong(1),
                Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getBytes(6));
    }

    /**
     * What is chained.
     *
     * @param chain the schema: no link fits into another chain
     * @param before the link before this one; empty for the first
     */
    byte[] content(String chain, byte[] before) {
        HexFormat hex = HexFormat.of();
        return String.join(
                        "\n",
                        "link",
                        chain,
                        Long.toString(seq),
                        kind.name(),
                        table,
                        Long.toString(rowId),
                        rowXid,
                        rowMac == null ? "" : hex.formatHex(rowMac),
                        hex.formatHex(before))
                .getBytes(StandardCharsets.UTF_8);
    }
}
