package org.fengqiao.kit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * All that is known of one row: itself, its link, and what took the place of what lawfully.
 *
 * @param content null where the row is not there
 * @param xid the transaction that wrote the row
 * @param beyond whether it came after every row that is linked
 * @param link null where there is none
 * @param linkedMac by the link
 * @param rewrites each {@code old:new} in hexadecimal, in order; nothing new where it was removed
 */
record RowHistory(
        long id,
        String content,
        byte[] mac,
        String xid,
        boolean beyond,
        Link link,
        List<String> rewrites) {

    /**
     * The rows of a table beside their links and rewritings; nothing is left out of any side. Its
     * parameter is the table's name in the chain.
     */
    static String sql(Chain.Home home, String table, boolean rewritten) {
        String rewrites =
                rewritten
                        ? """
                          select row_id, array_agg(encode(old_mac, 'hex') || ':'
                              || coalesce(encode(new_mac, 'hex'), '') order by id) as steps
                          from %s.audit_rewrite
                          group by row_id"""
                                .formatted(home.schema())
                        : "select null::bigint as row_id, null::text[] as steps where false";
        return """
        with newest as (
            select row_xid, row_id
            from %1$s.audit_chain
            where tab = '%2$s'
            order by row_xid desc, row_id desc
            limit 1
        )
        select coalesce(c.seq, 0), c.kind, c.tab, c.row_id, c.row_xid::text, c.row_mac, c.link,
            coalesce(t.id, c.row_id, r.row_id),
            %4$s, t.mac, t.xid::text,
            coalesce((select (t.xid, t.id) > (row_xid, row_id) from newest), true),
            r.steps
        from %1$s.%2$s t
        full join (select * from %1$s.audit_chain where tab = '%2$s') c on c.row_id = t.id
        full join (%3$s) r on r.row_id = coalesce(t.id, c.row_id)
        """
                .formatted(home.schema(), table, rewrites, RowContent.SQL);
    }

    static RowHistory of(ResultSet row) throws SQLException {
        return new RowHistory(
                row.getLong(8),
                row.getString(9),
                row.getBytes(10),
                row.getString(11),
                row.getBoolean(12),
                row.getLong(1) == 0 ? null : Link.of(row),
                row.getArray(13) == null
                        ? List.of()
                        : Arrays.asList((String[]) row.getArray(13).getArray()));
    }

    boolean isRemovedLawfully() {
        return !rewrites.isEmpty() && rewrites.get(rewrites.size() - 1).endsWith(":");
    }

    /** Whether each rewriting took the place of what the one before had left, back to the link. */
    boolean isUnbroken() {
        List<String> proofs = new ArrayList<>();
        for (String rewrite : rewrites) {
            String[] oldAndNew = rewrite.split(":", -1);
            if (!proofs.isEmpty() && !proofs.get(proofs.size() - 1).equals(oldAndNew[0])) {
                return false;
            }
            if (proofs.isEmpty()) {
                proofs.add(oldAndNew[0]);
            }
            proofs.add(oldAndNew[1]);
        }
        return proofs.isEmpty()
                || link == null
                || proofs.contains(HexFormat.of().formatHex(link.rowMac()));
    }

    /** The proof that the row must have: of its last rewriting, of its link, or its own. */
    byte[] expected() {
        if (!rewrites.isEmpty()) {
            String last = rewrites.get(rewrites.size() - 1);
            return HexFormat.of().parseHex(last.substring(last.indexOf(':') + 1));
        }
        return link == null ? mac : link.rowMac();
    }

    /** A row from before there were proofs keeps none of its own until it is rewritten. */
    boolean bearsItsProof() {
        boolean bare = link != null && link.kind() == Link.Kind.ADOPTED && rewrites.isEmpty();
        return bare ? mac == null : Arrays.equals(mac, expected());
    }
}
