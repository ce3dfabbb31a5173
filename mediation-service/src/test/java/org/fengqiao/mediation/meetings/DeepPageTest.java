package org.fengqiao.mediation.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Page 10,000 reads as many rows as page 1: there is no need for a deepest page. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class DeepPageTest {

    private static final Scope SCOPE = Scope.of("410423777000");
    private static final int PAGES = 10_000;
    // A row is read by its index and then in the table; a page looks one row ahead.
    private static final int MOST_READ = 8;

    @Inject Register register;
    @Inject Journal journal;
    @Inject DataSource database;

    /** A page of one row each, with ids in order, behind those of other tests. */
    @BeforeEach
    void manyMeetings() {
        Sql.run(
                """
                insert into meeting
                    (id, version, division, step, entered_on, entered_at, voided, held_on, units,
                    cases_discussed, case_ids)
                select ('f0000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1,
                    '410423777000', 'ENTER', '2024-01-01', now(), false, '2024-01-01', '[]', 0, '[]'
                from generate_series(1, %d) n
                """
                        .formatted(PAGES + 1));
        Sql.run(
                """
                insert into journal
                    (kind, record_id, version, division, step, issuer, subject, client, at)
                select 'mediation.meeting.v1', id, 1, division, 'ENTER', 'i', 's', 'c', now()
                from meeting
                where division = '410423777000'
                """);
        Sql.run("vacuum analyze meeting");
        Sql.run("vacuum analyze journal");
    }

    @AfterEach
    void end() {
        Sql.run("delete from journal where division = '410423777000'");
        Sql.run("delete from meeting where division = '410423777000'");
    }

    @Test
    void aListReadsNoMoreWhenItIsDeep() {
        long first = read("meeting", () -> list(null));
        long deep = read("meeting", () -> list(id(2)));
        assertTrue(first <= MOST_READ, "page 1 reads " + first);
        assertTrue(deep <= MOST_READ, "page " + PAGES + " reads " + deep);
        // The control: an offset reads whatever it skips.
        long offset =
                read(
                        "meeting",
                        () ->
                                count(
                                        "select held_on from meeting order by id desc offset "
                                                + PAGES));
        assertTrue(offset >= PAGES, "an offset reads " + offset);
    }

    @Test
    void theFeedOfChangesReadsNoMoreWhenItIsDeep() throws SQLException {
        String deep =
                text(
                        "select xid || ' ' || id from journal where division = '410423777000'"
                                + " order by xid desc, id desc offset 1 limit 1");
        String cursor = Cursor.encode(deep.split(" "));
        long read = read("journal", () -> assertEquals(1, feed(cursor)));
        assertTrue(read <= MOST_READ, "page " + PAGES + " reads " + read);
    }

    private void list(UUID before) {
        assertEquals(1, register.list(Meeting.class, SCOPE, before, 1, it -> it).size());
    }

    private int feed(String after) {
        return journal.changes(SCOPE, after, 1, "").items().size();
    }

    private static UUID id(int number) {
        return UUID.fromString("f0000000-0000-7000-8000-%012x".formatted(number));
    }

    /** Rows and index entries that were read, as PostgreSQL counts them for this transaction. */
    private long read(String table, Runnable act) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            act.run();
                            return Long.parseLong(
                                    text(
                                            """
                                            select seq_tup_read + coalesce(idx_tup_fetch, 0)
                                            from pg_stat_xact_user_tables
                                            where schemaname = 'public' and relname = '%s'
                                            """
                                                    .formatted(table)));
                        });
    }

    private void count(String sql) {
        try {
            text(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
