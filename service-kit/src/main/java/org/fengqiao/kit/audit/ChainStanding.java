package org.fengqiao.kit.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the service's ordinary chain stands, whichever replica continues it. */
@ApplicationScoped
class ChainStanding {

    /**
     * @param links in the chain
     * @param unlinkedRows that wait for their link; at most 10,000 of a table are counted
     * @param unprovenRows that came without a proof that fits
     * @param checkpoint absent before the first one
     */
    @Schema(name = "AuditChain")
    record View(long links, long unlinkedRows, long unprovenRows, Last checkpoint) {}

    /** The last checkpoint. */
    @Schema(name = "AuditCheckpoint")
    record Last(long number, long links, String link) {}

    private static final String SQL =
            """
            select coalesce((select max(seq) from audit_chain), 0),
                (select count(*) from audit_chain where kind = 'UNPROVEN'),
                %s,
                c.row_id, c.seq, c.link
            from (select 1) one
            left join (
                select row_id, seq, link
                from audit_chain
                where tab = 'checkpoint'
                order by row_xid desc, row_id desc
                limit 1) c on true
            """;

    private final AgroalDataSource dataSource;

    ChainStanding(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    View view() {
        String waiting =
                String.join(" + ", Chain.TABLES.stream().map(ChainStanding::waiting).toList());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SQL.formatted(waiting));
                ResultSet row = select.executeQuery()) {
            row.next();
            byte[] link = row.getBytes(6);
            return new View(
                    row.getLong(1),
                    row.getLong(3),
                    row.getLong(2),
                    link == null
                            ? null
                            : new Last(
                                    row.getLong(4),
                                    row.getLong(5),
                                    HexFormat.of().formatHex(link)));
        } catch (SQLException e) {
            throw new IllegalStateException("The chain cannot be read", e);
        }
    }

    private static String waiting(String table) {
        return """
               (select count(*)
                from (select 1
                    from %1$s
                    where (xid, id) > (
                        select coalesce(max(row_xid), '0'::xid8), coalesce(max(row_id), 0)
                        from (select row_xid, row_id
                            from audit_chain
                            where tab = '%1$s'
                            order by row_xid desc, row_id desc
                            limit 1) newest)
                    limit %2$d) waiting)"""
                .formatted(table, Chain.MOST_COUNTED);
    }
}
