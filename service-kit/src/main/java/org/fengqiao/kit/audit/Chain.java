package org.fengqiao.kit.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.kit.web.FeedCursor;

/**
 * The chain of one schema, as its one writer continues it. It goes on where the table says it
 * stands; rows come in commit-safe order, as in the feed of changes: a late commit is not passed
 * over.
 */
final class Chain {

    static final String REWRITES = "audit_rewrite";

    /** The tables that a chain covers, where its schema has them; the ordinary one has them all. */
    static final List<String> TABLES = List.of("journal", "read_audit", REWRITES);

    /**
     * A schema that has a chain.
     *
     * @param apart it is not that of the service's ordinary tables: nothing of it is told
     */
    record Home(String schema, boolean apart) {
        /** The name of one of its tables as its rows are proven. */
        String table(String table) {
            return apart ? schema + "." + table : table;
        }
    }

    /** Rows that have no link yet: how many, at most {@link #MOST_COUNTED}, and since when. */
    record Waiting(long rows, Instant since) {}

    static final int MOST_COUNTED = 10_000;
    static final String BEGIN = "begin";

    private record Place(String xid, long id) {}

    private final Connection connection;
    private final AuditKeys keys;
    private final Home home;
    private final String schema;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private long seq;
    private byte[] last = {};
    private String horizon;

    private Chain(Connection connection, AuditKeys keys, Home home) {
        this.connection = connection;
        this.keys = keys;
        this.home = home;
        this.schema = home.schema();
    }

    /**
     * The schemas that have a chain; first that of the service's ordinary tables, if it is there.
     */
    static List<Home> homes(Connection connection) throws SQLException {
        String sql =
                """
                select n.nspname, n.nspname is distinct from current_schema() as apart
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.relname = 'audit_chain' and c.relkind = 'r'
                order by apart, n.nspname
                """;
        List<Home> homes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                homes.add(new Home(row.getString(1), row.getBoolean(2)));
            }
        }
        return homes;
    }

    /** Those of {@link #TABLES} that the schema has. */
    static List<String> tables(Connection connection, String schema) throws SQLException {
        List<String> tables =
                texts(
                        connection,
                        "select tablename from pg_tables where schemaname = '%s'"
                                .formatted(schema));
        return TABLES.stream().filter(tables::contains).toList();
    }

    /** Whether a row may be older than the proofs; the first rewriting was noted with its own. */
    static boolean adopts(String table) {
        return !table.equals(REWRITES);
    }

    /** The chain as it stands; where it has no link, it begins. */
    static Chain open(Connection connection, AuditKeys keys, Home home) throws SQLException {
        String schema = home.schema();
        Chain chain = new Chain(connection, keys, home);
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "select seq, link from %s.audit_chain order by seq desc limit 1"
                                        .formatted(schema));
                ResultSet row = select.executeQuery()) {
            if (row.next()) {
                chain.seq = row.getLong(1);
                chain.last = row.getBytes(2);
            }
        }
        for (String table : tables(connection, schema)) {
            chain.places.put(table, chain.newest(table, new Place("0", 0)));
        }
        if (chain.seq == 0) {
            String now = texts(connection, "select pg_snapshot_xmin(pg_current_snapshot())").get(0);
            chain.append(List.of(chain.next(0, Link.Kind.BEGIN, BEGIN, new Place(now, 0), null)));
        }
        chain.horizon = chain.newest(BEGIN, null).xid();
        return chain;
    }

    // Ordered by the table's columns: row_xid alone would be the text that is selected, 999 after
    // 1000.
    private Place newest(String table, Place none) throws SQLException {
        String sql =
                """
                select row_xid::text, row_id
                from %s.audit_chain
                where tab = ?
                order by audit_chain.row_xid desc, audit_chain.row_id desc
                limit 1
                """
                        .formatted(schema);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Place(row.getString(1), row.getLong(2)) : none;
            }
        }
    }

    /**
     * Links the next rows of a table.
     *
     * @return how many had no proof that fits; or -1 where no row waits
     */
    int link(String table, int limit) throws SQLException {
        String sql =
                """
                select id, xid::text, mac, xid < ?::xid8, %s
                from %s.%s t
                where %s
                order by %s
                limit ?
                """
                        .formatted(
                                RowContent.SQL,
                                schema,
                                table,
                                FeedCursor.behind("t"),
                                FeedCursor.order("t"));
        List<Link> links = new ArrayList<>();
        int unproven = 0;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Place place = places.get(table);
            select.setString(1, horizon);
            select.setString(2, place.xid());
            select.setLong(3, place.id());
            select.setInt(4, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[] content = RowContent.ofRow(home.table(table), row.getString(5));
                    byte[] mac = row.getBytes(3);
                    Link.Kind kind = Link.Kind.ADDED;
                    if (mac == null && row.getBoolean(4) && adopts(table)) {
                        kind = Link.Kind.ADOPTED;
                    } else if (!keys.proves(mac, content)) {
                        kind = Link.Kind.UNPROVEN;
                        unproven++;
                    }
                    byte[] proof = kind == Link.Kind.ADDED ? mac : keys.prove(content);
                    Place at = new Place(row.getString(2), row.getLong(1));
                    links.add(next(links.size(), kind, table, at, proof));
                }
            }
        }
        if (links.isEmpty()) {
            return -1;
        }
        append(links);
        Link newest = links.get(links.size() - 1);
        places.put(table, new Place(newest.rowXid(), newest.rowId()));
        return unproven;
    }

    /** Links that a checkpoint of this number is due; it covers this link as well. */
    void linkCheckpoint(long number) throws SQLException {
        append(
                List.of(
                        next(
                                0,
                                Link.Kind.CHECKPOINT,
                                Checkpoint.TABLE,
                                new Place("0", number),
                                null)));
    }

    private Link next(int beyond, Link.Kind kind, String table, Place at, byte[] mac) {
        return new Link(seq + beyond + 1, kind, table, at.id(), at.xid(), mac);
    }

    private void append(List<Link> links) throws SQLException {
        String sql =
                """
                insert into %s.audit_chain (seq, kind, tab, row_id, row_xid, row_mac, link)
                values (?, ?, ?, ?, ?::xid8, ?, ?)
                """
                        .formatted(schema);
        byte[] link = last;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Link it : links) {
                link = keys.link(it.content(schema, link));
                insert.setLong(1, it.seq());
                insert.setString(2, it.kind().name());
                insert.setString(3, it.table());
                insert.setLong(4, it.rowId());
                insert.setString(5, it.rowXid());
                insert.setBytes(6, it.rowMac());
                insert.setBytes(7, link);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        seq += links.size();
        last = link;
    }

    /** What has no link yet, of all tables; looks at no more than it counts. */
    Waiting waiting() throws SQLException {
        long rows = 0;
        Instant since = null;
        for (Map.Entry<String, Place> it : places.entrySet()) {
            String sql =
                    """
                    select count(*), min(at)
                    from (select at
                        from %s.%s
                        where (xid, id) > (?::xid8, ?)
                        order by xid, id
                        limit ?) waiting
                    """
                            .formatted(schema, it.getKey());
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, it.getValue().xid());
                select.setLong(2, it.getValue().id());
                select.setInt(3, MOST_COUNTED);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    rows += row.getLong(1);
                    OffsetDateTime at = row.getObject(2, OffsetDateTime.class);
                    if (at != null && (since == null || at.toInstant().isBefore(since))) {
                        since = at.toInstant();
                    }
                }
            }
        }
        return new Waiting(rows, since);
    }

    Home home() {
        return home;
    }

    List<String> tables() {
        return List.copyOf(places.keySet());
    }

    long seq() {
        return seq;
    }

    byte[] last() {
        return last.clone();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }
}
