package org.fengqiao.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir Path folder;

    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() {
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
        postgres.createDatabases("ledger");
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void isDurableAndWantsThePassword() throws Exception {
        assertEquals("on", ask("show fsync"));
        assertEquals("on", ask("show synchronous_commit"));
        assertThrows(
                SQLException.class,
                () ->
                        DriverManager.getConnection(
                                postgres.jdbcUrl("ledger"), postgres.user(), "guess"));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("postgres/password"))));
    }

    @Test
    void keepsWhatWasCommittedBeforeKill9() throws Exception {
        execute("create table entry as select 42 as value");
        postgres.kill();
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), postgres.port());
        postgres.createDatabases("ledger");
        assertEquals("42", ask("select value from entry"));
    }

    @Test
    void takesOverFromAServerThatOutlivedItsParent() throws Exception {
        execute("create table entry as select 42 as value");
        int first = postgres.port();
        // The lock of the first one is this JVM's own, so it is removed as if the JVM had ended.
        Files.delete(folder.resolve("postgres/data/epg-lock"));
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
        assertEquals("42", ask("select value from entry"));
        assertEquals(false, FreePorts.taken(first));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.connect("ledger");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = postgres.connect("ledger");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
