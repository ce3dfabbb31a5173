package org.fengqiao.kit.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Holds audit, journal and chain of a service against each other and against the file of
 * checkpoints. It streams: what it keeps in memory does not grow with the rows.
 *
 * <p>Everything is read in the connection's transaction; give it one of {@code repeatable read}
 * without autocommit where the service goes on writing.
 */
final class Verification {

    /** What was seen; nothing is counted of a chain apart. */
    static final class Totals {
        final Map<String, Long> rows = new LinkedHashMap<>();
        long links;
        long checkpoints;
        long adopted;
        long rewritten;
        long removed;
        long unlinked;
        long findings;
    }

    private static final int FETCH_ROWS = 500;
    private static final String CHAIN = "audit_chain";

    private final Connection connection;
    private final AuditKeys keys;
    private final CheckpointFile file;
    private final Consumer<Finding> found;
    private final Totals totals = new Totals();
    // Of the chain that is being read: the transaction from which on each row must have a proof.
    private String horizon;
    // Of the same: what its links speak of.
    private final Set<String> linked = new TreeSet<>();
    // Schemas of the chains apart that were signed.
    private final Set<String> signed = new TreeSet<>();
    private long fileBytes;

    Verification(
            Connection connection, AuditKeys keys, CheckpointFile file, Consumer<Finding> found) {
        this.connection = connection;
        this.keys = keys;
        this.file = file;
        this.found = found;
    }

    /** Reads all of it, once. */
    Totals run() throws SQLException, IOException {
        fileBytes = file.bytes();
        List<Chain.Home> homes = Chain.homes(connection);
        if (homes.isEmpty() || homes.get(0).apart()) {
            find(Finding.Kind.REMOVED, CHAIN, 0, "there is no chain");
        }
        if (fileBytes == 0) {
            find(Finding.Kind.CUT, CheckpointWalk.FILE, 0, "there is no file, or nothing in it");
        }
        for (Chain.Home home : homes) {
            links(home);
            List<String> tables = Chain.tables(connection, home.schema());
            gone(home, tables);
            for (String table : tables) {
                rows(home, table, tables.contains(Chain.REWRITES));
                copies(home, table);
            }
        }
        homes.forEach(it -> signed.remove(it.schema()));
        signed.forEach(
                it -> find(Finding.Kind.REMOVED, it + "." + CHAIN, 0, "a signed chain is gone"));
        return totals;
    }

    /** A table that is not there, or a view in its stead, has no rows that could be missed. */
    private void gone(Chain.Home home, List<String> tables) {
        if (!home.apart()) {
            linked.addAll(Chain.TABLES);
        }
        linked.removeAll(tables);
        linked.removeAll(Set.of(Chain.BEGIN, Checkpoint.TABLE));
        linked.forEach(it -> find(Finding.Kind.REMOVED, home.table(it), 0, "the table is gone"));
    }

    private void find(Finding.Kind kind, String table, long id, String text) {
        totals.findings++;
        found.accept(new Finding(kind, table, id, text));
    }

    /** What is wrong with the file itself was found beside the ordinary chain. */
    private void findApart(Finding.Kind kind, String table, long id, String text) {
        if (!table.equals(CheckpointWalk.FILE)) {
            find(kind, table, id, text);
        }
    }

    private void links(Chain.Home home) throws SQLException, IOException {
        String sql =
                "select %s from %s.audit_chain order by seq".formatted(Link.COLUMNS, home.schema());
        horizon = null;
        try (PreparedStatement select = connection.prepareStatement(sql);
                BufferedReader lines = file.lines()) {
            CheckpointWalk walk =
                    new CheckpointWalk(
                            connection,
                            keys,
                            lines,
                            fileBytes,
                            home.apart() ? this::findApart : this::find);
            select.setFetchSize(FETCH_ROWS);
            try (ResultSet row = select.executeQuery()) {
                long links = followed(home, row, walk);
                totals.links += home.apart() ? 0 : links;
            }
            if (home.apart()) {
                walk.apart(home);
            } else {
                totals.checkpoints = walk.end();
                signed.addAll(walk.schemas());
            }
        }
    }

    /** Follows the chain from its first link; how far it goes. */
    private long followed(Chain.Home home, ResultSet row, CheckpointWalk walk)
            throws SQLException, IOException {
        String table = home.table(CHAIN);
        byte[] before = {};
        long last = 0;
        Map<String, Link> newest = new HashMap<>();
        while (row.next()) {
            Link link = Link.of(row);
            byte[] value = row.getBytes(7);
            if (link.seq() != last + 1) {
                find(Finding.Kind.REMOVED, table, last + 1, "links are missing from here");
            }
            if (!keys.links(value, link.content(home.schema(), before))) {
                boolean back = isBefore(link, newest.get(link.table()));
                find(
                        back ? Finding.Kind.REORDERED : Finding.Kind.CHANGED,
                        table,
                        link.seq(),
                        "the link does not follow from the one before");
            }
            newest.put(link.table(), link);
            if (link.kind() == Link.Kind.BEGIN) {
                horizon = link.rowXid();
            } else if (!home.apart() && link.kind() == Link.Kind.CHECKPOINT) {
                walk.due(link, value);
            }
            before = value;
            last = link.seq();
        }
        linked.clear();
        linked.addAll(newest.keySet());
        return last;
    }

    private static boolean isBefore(Link link, Link other) {
        if (other == null) {
            return false;
        }
        int order =
                Long.compareUnsigned(
                        Long.parseUnsignedLong(link.rowXid()),
                        Long.parseUnsignedLong(other.rowXid()));
        return order < 0 || order == 0 && link.rowId() <= other.rowId();
    }

    private void rows(Chain.Home home, String table, boolean rewritten) throws SQLException {
        String sql = RowHistory.sql(home, table, rewritten && table.equals("journal"));
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH_ROWS);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    RowHistory it = RowHistory.of(row);
                    count(home, table, it);
                    if (it.content() == null) {
                        absent(home.table(table), it);
                    } else {
                        present(home.table(table), it);
                    }
                }
            }
        }
    }

    private void count(Chain.Home home, String table, RowHistory it) {
        if (home.apart()) {
            return;
        }
        if (it.content() != null) {
            totals.rows.merge(table, 1L, Long::sum);
            totals.unlinked += it.link() == null ? 1 : 0;
            totals.rewritten += it.rewrites().isEmpty() ? 0 : 1;
        } else if (it.isRemovedLawfully()) {
            totals.removed++;
        }
        totals.adopted += it.link() != null && it.link().kind() == Link.Kind.ADOPTED ? 1 : 0;
    }

    private void absent(String table, RowHistory it) {
        if (!it.isRemovedLawfully()) {
            find(Finding.Kind.REMOVED, table, it.id(), "the row is gone");
        } else if (!it.isUnbroken()) {
            find(Finding.Kind.CHANGED, table, it.id(), "another row was removed than was written");
        }
    }

    private void present(String table, RowHistory it) {
        boolean waits = it.link() == null && it.beyond();
        if (it.isRemovedLawfully()) {
            find(Finding.Kind.INSERTED, table, it.id(), "a row that was removed is back");
        } else if (waits && it.mac() == null && Chain.adopts(table) && isBeforeProofs(it)) {
            return;
        } else if (it.link() == null && !waits) {
            find(Finding.Kind.INSERTED, table, it.id(), "the chain does not know the row");
        } else if (it.link() != null && it.link().kind() == Link.Kind.UNPROVEN) {
            find(Finding.Kind.INSERTED, table, it.id(), "it came without a proof that fits");
        } else if (it.link() != null && !it.link().rowXid().equals(it.xid())) {
            find(Finding.Kind.CHANGED, table, it.id(), "its transaction is another");
        } else if (!it.isUnbroken()) {
            find(Finding.Kind.CHANGED, table, it.id(), "it was changed before it was rewritten");
        } else if (!it.bearsItsProof()
                || !keys.proves(it.expected(), RowContent.ofRow(table, it.content()))) {
            find(
                    waits ? Finding.Kind.INSERTED : Finding.Kind.CHANGED,
                    table,
                    it.id(),
                    "the proof does not fit what the row says");
        }
    }

    /** The chain adopts it, when it begins or comes to it. */
    private boolean isBeforeProofs(RowHistory it) {
        return horizon == null
                || Long.compareUnsigned(
                                Long.parseUnsignedLong(it.xid()), Long.parseUnsignedLong(horizon))
                        < 0;
    }

    /** Each proof has a nonce: two rows that have the same one are a row and its copy. */
    private void copies(Chain.Home home, String table) throws SQLException {
        String sql =
                """
                select max(id)
                from %s.%s
                where mac is not null
                group by mac
                having count(*) > 1
                """
                        .formatted(home.schema(), table);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH_ROWS);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    find(
                            Finding.Kind.INSERTED,
                            home.table(table),
                            row.getLong(1),
                            "it is the copy of a row");
                }
            }
        }
    }
}
