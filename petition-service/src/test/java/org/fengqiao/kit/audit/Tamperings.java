package org.fengqiao.kit.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What somebody with all rights on the database, and none on the keys, may do to audit, journal and
 * chain. Each act says what it did; null where chance left everything as it was.
 */
final class Tamperings {

    /** One way to tamper. */
    @FunctionalInterface
    interface Act {
        String on(Tamperings database) throws SQLException;
    }

    private static final List<String> PROVEN =
            List.of("journal", "read_audit", "audit_rewrite", "accusations.read_audit");

    private static final List<String> CHAINED =
            Stream.concat(PROVEN.stream(), Stream.of("audit_chain", "accusations.audit_chain"))
                    .toList();

    static final List<Act> ALL =
            List.of(
                    it -> it.changeColumn(it.oneOf(PROVEN)),
                    it -> it.changeColumn("journal"),
                    it -> it.changeColumn("read_audit"),
                    it -> it.changeColumn("audit_chain"),
                    it -> it.remove(it.oneOf(PROVEN)),
                    it -> it.remove("audit_chain"),
                    it -> it.forge(it.oneOf(PROVEN)),
                    it -> it.copy("read_audit"),
                    it -> it.copy("accusations.read_audit"),
                    it -> it.moveAway(it.oneOf(PROVEN)),
                    it -> it.swapContents(it.oneOf(PROVEN)),
                    it -> it.swap(it.oneOf(PROVEN), "id"),
                    it -> it.swap("audit_chain", "seq"),
                    it -> it.swap("audit_chain", "link"),
                    Tamperings::removeRowAndLink,
                    Tamperings::closeTheGap,
                    Tamperings::cutTail,
                    Tamperings::cutLinks,
                    Tamperings::cutVault,
                    Tamperings::restoreOldVersion,
                    Tamperings::bringBack,
                    Tamperings::coverUp,
                    it -> it.renamed(it.oneOf(CHAINED)),
                    it -> it.hidden(it.oneOf(CHAINED)),
                    it -> it.renamed("accusations.audit_chain"));

    private final OpenDatabase database;
    private final Random random;

    Tamperings(OpenDatabase database, Random random) {
        this.database = database;
        this.random = random;
    }

    private String oneOf(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private String changeColumn(String table) throws SQLException {
        String[] column = oneOf(database.columns(table)).split(" ", 2);
        String row = database.anyRow(table);
        String sql =
                "update %s set %s = %s where ctid = '%s'"
                        .formatted(table, column[0], other(column[0], column[1]), row);
        return database.changed(table, sql) ? table + "." + column[0] : null;
    }

    /** Another value of the type, or none. */
    private String other(String column, String type) {
        if (random.nextInt(8) == 0) {
            return nullable(column) ? "null" : other(column, type);
        }
        int by = 1 + random.nextInt(5);
        return switch (type) {
            case "bigint", "integer" -> "coalesce(%s, 0) + %d".formatted(column, 100_000 + by);
            case "xid8" -> "(%s::text::bigint + %d)::text::xid8".formatted(column, by);
            case "date" -> "coalesce(%s, date '2024-01-01') + %d".formatted(column, by);
            case "timestamp with time zone" -> column + " + interval '%d us'".formatted(by);
            case "jsonb" -> "coalesce(%s, '{}') || '{\"status\": \"%d\"}'".formatted(column, by);
            case "uuid" -> "gen_random_uuid()";
            case "bytea" ->
                    "set_byte(coalesce(%1$s, '\\x00'), 0, get_byte(coalesce(%1$s, '\\x00'), 0) # %2$d)"
                            .formatted(column, by);
            case "character" -> "'11000000000%d'".formatted(by);
            default -> otherText(column, by);
        };
    }

    private static String otherText(String column, int by) {
        return switch (column) {
            case "result" -> "case result when 'SHOWN' then 'FORBIDDEN' else 'SHOWN' end";
            case "kind" -> "case kind when 'ADDED' then 'ADOPTED' else 'ADDED' end";
            default -> "coalesce(%s, '') || '%d'".formatted(column, by);
        };
    }

    private static boolean nullable(String column) {
        return List.of(
                        "business_date",
                        "reason",
                        "snapshot",
                        "idempotency_key",
                        "request_digest",
                        "acting_user",
                        "purpose",
                        "record_kind",
                        "record_id",
                        "division",
                        "new_mac",
                        "row_mac")
                .contains(column);
    }

    private String remove(String table) throws SQLException {
        database.run("delete from %s where ctid = '%s'".formatted(table, database.anyRow(table)));
        return "a row of " + table + " removed";
    }

    /** A new row by hand: without a proof, with one of chance, or with that of another row. */
    private String forge(String table) throws SQLException {
        String mac = oneOf(List.of("null::bytea", "sha256('forged') || '\\x01'", "mac"));
        if (table.equals("audit_rewrite") && mac.startsWith("null")) {
            database.run("alter table audit_rewrite alter mac drop not null");
        }
        String what = table.contains("read_audit") ? "subject" : "issuer";
        insertLike(
                table,
                table.equals("audit_rewrite") ? "reason" : what,
                "'somebody'",
                mac,
                random.nextBoolean());
        return "a row of " + table + " forged, proof " + mac;
    }

    /** An exact copy of a row, its proof included. */
    private String copy(String table) throws SQLException {
        insertLike(table, "purpose", "purpose", "mac", random.nextBoolean());
        return "a row of " + table + " copied";
    }

    private void insertLike(
            String table, String column, String value, String mac, boolean backdated)
            throws SQLException {
        List<String> names =
                new ArrayList<>(database.columns(table).stream().map(OpenDatabase::name).toList());
        names.removeAll(List.of("id", "xid", "mac", column));
        String version = table.equals("journal") ? ", record_id" : "";
        names.remove("record_id");
        String keep = table.equals("journal") || table.equals("audit_rewrite") ? "" : ", record_id";
        names.remove("idempotency_key");
        String list = String.join(", ", names);
        database.run(
                """
                insert into %1$s (%2$s%3$s%4$s, %5$s, mac, xid)
                select %2$s%6$s%4$s, %7$s, %8$s, %9$s
                from %1$s
                where ctid = '%10$s'
                """
                        .formatted(
                                table,
                                list,
                                version,
                                keep,
                                column,
                                version.isEmpty() ? "" : ", gen_random_uuid()",
                                value,
                                mac,
                                backdated ? "xid" : "pg_current_xact_id()",
                                database.anyRow(table)));
    }

    /** The row goes, and comes again as a new one. */
    private String moveAway(String table) throws SQLException {
        String id =
                database.text(
                        "select id::text from %s where ctid = '%s'"
                                .formatted(table, database.anyRow(table)));
        database.run("update %s set id = id + 1000000 where id = %s".formatted(table, id));
        return "a row of " + table + " under another id";
    }

    /** All that two rows say, with or without their proofs. */
    private String swapContents(String table) throws SQLException {
        List<String> names =
                new ArrayList<>(database.columns(table).stream().map(OpenDatabase::name).toList());
        // Unique ones would stand in each other's way.
        names.removeAll(List.of("id", "idempotency_key", "version"));
        if (random.nextBoolean()) {
            names.remove("mac");
        }
        String[] rows = database.twoIds(table, "id");
        if (rows == null) {
            return null;
        }
        if (table.equals("journal")) {
            database.run("alter table journal drop constraint journal_record_id_version_key");
        }
        String list = String.join(", ", names);
        String sql =
                """
                update %1$s t
                set (%2$s) = (
                    select %2$s
                    from %1$s o
                    where o.id <> t.id and o.id in (%3$s, %4$s))
                where t.id in (%3$s, %4$s)
                """
                        .formatted(table, list, rows[0], rows[1]);
        return database.changed(table, sql)
                ? "contents of two rows of " + table + " swapped"
                : null;
    }

    private String swap(String table, String column) throws SQLException {
        String[] rows = database.twoIds(table, column);
        if (rows == null) {
            return null;
        }
        if (column.equals("id") || column.equals("seq")) {
            database.run(
                    "update %s set %2$s = -1 where %2$s = %3$s".formatted(table, column, rows[0]));
            database.run(
                    "update %s set %2$s = %3$s where %2$s = %4$s"
                            .formatted(table, column, rows[0], rows[1]));
            database.run(
                    "update %s set %2$s = %3$s where %2$s = -1".formatted(table, column, rows[1]));
        } else {
            database.run(
                    """
                    update audit_chain
                    set link = case link when '%1$s' then '%2$s'::bytea else '%1$s'::bytea end
                    where link in ('%1$s', '%2$s')
                    """
                            .formatted(rows[0], rows[1]));
        }
        return column + " of two rows of " + table + " swapped";
    }

    private String removeRowAndLink() throws SQLException {
        String id =
                database.text(
                        "select id::text from journal where ctid = '%s'"
                                .formatted(database.anyRow("journal")));
        database.run("delete from journal where id = " + id);
        database.run("delete from audit_chain where tab = 'journal' and row_id = " + id);
        return "a row of journal and its link removed";
    }

    /** The same, and the links behind it move up. */
    private String closeTheGap() throws SQLException {
        String seq =
                database.text(
                        "select seq::text from audit_chain where tab = 'read_audit' order by md5(seq::text || '%d') limit 1"
                                .formatted(random.nextInt()));
        database.run(
                "delete from read_audit where id = (select row_id from audit_chain where seq = %s)"
                        .formatted(seq));
        database.run("delete from audit_chain where seq = " + seq);
        database.run("update audit_chain set seq = -seq where seq > " + seq);
        database.run("update audit_chain set seq = -seq - 1 where seq < 0");
        return "a row of read_audit and its link removed, the gap closed";
    }

    private String cutTail() throws SQLException {
        int links = 1 + random.nextInt(12);
        String tail = "(select seq from audit_chain order by seq desc limit %d)".formatted(links);
        for (String table : List.of("journal", "read_audit", "audit_rewrite")) {
            database.run(
                    "delete from %1$s where id in (select row_id from audit_chain where tab = '%1$s' and seq in %2$s)"
                            .formatted(table, tail));
        }
        database.run("delete from audit_chain where seq in " + tail);
        return "the last %d links cut, with their rows".formatted(links);
    }

    private String cutLinks() throws SQLException {
        int links = 1 + random.nextInt(12);
        database.run(
                "delete from audit_chain where seq in (select seq from audit_chain order by seq desc limit %d)"
                        .formatted(links));
        return "the last %d links cut".formatted(links);
    }

    private String cutVault() throws SQLException {
        int links = 1 + random.nextInt(3);
        String tail =
                "(select seq from accusations.audit_chain order by seq desc limit %d)"
                        .formatted(links);
        database.run(
                "delete from accusations.read_audit where id in (select row_id from accusations.audit_chain where seq in %s)"
                        .formatted(tail));
        database.run("delete from accusations.audit_chain where seq in " + tail);
        return "the last %d links of the vault cut, with their rows".formatted(links);
    }

    /** A row that was rewritten lawfully says again what it said before; with its proof, or all. */
    private String restoreOldVersion() throws SQLException {
        String id =
                database.text(
                        "select id::text from was where rewritten order by md5(id::text || '%d') limit 1"
                                .formatted(random.nextInt()));
        database.run(
                """
                update journal j
                set snapshot = w.snapshot, request_digest = w.request_digest, mac = w.mac
                from was w
                where w.id = j.id and j.id = %s
                """
                        .formatted(id));
        boolean all = random.nextBoolean();
        if (all) {
            database.run("delete from audit_rewrite where row_id = " + id);
        }
        return "what was rewritten restored" + (all ? ", and the note of it removed" : "");
    }

    private String bringBack() throws SQLException {
        database.run(
                """
                insert into journal
                select (jsonb_populate_record(null::journal, row)).*
                from was
                where not rewritten
                order by md5(id::text || '%d')
                limit 1
                """
                        .formatted(random.nextInt()));
        return "a row that was removed lawfully brought back";
    }

    /** A row goes, and a note of a lawful removal is made of the one of another. */
    private String coverUp() throws SQLException {
        String id =
                database.text(
                        "select id::text from journal where ctid = '%s'"
                                .formatted(database.anyRow("journal")));
        database.run(
                """
                insert into audit_rewrite (at, row_id, old_mac, new_mac, reason, mac)
                select now(), j.id, j.mac, null, 'REMOVED', r.mac
                from journal j, (select mac from audit_rewrite where new_mac is null limit 1) r
                where j.id = %s
                """
                        .formatted(id));
        database.run("delete from journal where id = " + id);
        return "a row removed under a forged note";
    }

    /** Nobody finds the table under its name any more. */
    private String renamed(String table) throws SQLException {
        database.run("alter table %s rename to away".formatted(table));
        return table + " renamed";
    }

    /** A view stands in its stead: it says what somebody likes. */
    private String hidden(String table) throws SQLException {
        renamed(table);
        String away = table.startsWith("accusations.") ? "accusations.away" : "away";
        database.run("create view %s as select * from %s".formatted(table, away));
        return table + " hidden behind a view";
    }
}
