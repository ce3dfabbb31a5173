package org.fengqiao.kit.audit;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.fengqiao.testkit.Platform;
import org.flywaydb.core.Flyway;

/** A database with the tables of the kit, and rows of its journal as a service writes them. */
final class JournalDatabase implements AutoCloseable {

    private final Platform.Database database =
            Platform.postgres("chain_" + UUID.randomUUID().toString().substring(0, 8));
    private final AuditKeys keys;
    final Connection connection;

    /** With rows of a release without proofs. */
    JournalDatabase(AuditKeys keys) throws SQLException {
        this.keys = keys;
        migrated("0.10");
        connection = connect();
        write("old", null);
        write("older", null);
        connection.commit();
        migrated("0.11");
    }

    private void migrated(String version) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("db/kit")
                .target(version)
                .load()
                .migrate();
    }

    Connection connect() throws SQLException {
        Connection another = database.connect();
        another.setAutoCommit(false);
        return another;
    }

    /** Of a service whose database it is. */
    Config settings() {
        return new SmallRyeConfigBuilder()
                .withDefaultValue("fengqiao.service", "petition")
                .withDefaultValue("fengqiao.audit.interval-millis", "50")
                .withDefaultValue("quarkus.datasource.jdbc.url", database.jdbcUrl())
                .withDefaultValue("quarkus.datasource.username", database.user())
                .withDefaultValue("quarkus.datasource.password", database.password())
                .build();
    }

    /** What became of the rows of the journal, in the order of the chain. */
    List<String> kinds() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "select kind from audit_chain where tab = 'journal' order by seq");
                ResultSet row = select.executeQuery()) {
            List<String> kinds = new ArrayList<>();
            while (row.next()) {
                kinds.add(row.getString(1));
            }
            return kinds;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private final Instant at = Instant.parse("2024-03-04T01:02:03.456789Z");
    private final UUID record = UUID.randomUUID();

    private Map<String, Object> columns(String subject) {
        Map<String, Object> columns = new TreeMap<>();
        columns.put("kind", "test.kind.v1");
        columns.put("record_id", record.toString());
        columns.put("version", version(subject));
        columns.put("division", "410423106000");
        columns.put("step", "ENTER");
        columns.put("reason", "why");
        columns.put("issuer", "issuer");
        columns.put("subject", subject);
        columns.put("client", "client");
        columns.put("at", at.toString());
        return columns;
    }

    private static int version(String subject) {
        return subject.hashCode() & 0xffff;
    }

    byte[] proof(String subject) {
        return new RowProofs(keys).of("journal", columns(subject));
    }

    void write(String subject, byte[] mac) throws SQLException {
        write(connection, subject, mac);
    }

    void write(Connection writer, String subject, byte[] mac) throws SQLException {
        Map<String, Object> columns = columns(subject);
        String sql =
                "insert into journal (%s%s) values (?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?%s)"
                        .formatted(
                                "at, client, division, record_id, issuer, kind, reason, step, subject, version",
                                mac == null ? "" : ", mac",
                                mac == null ? "" : ", ?");
        try (PreparedStatement insert = writer.prepareStatement(sql)) {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            int place = 2;
            for (String name :
                    List.of(
                            "client",
                            "division",
                            "record_id",
                            "issuer",
                            "kind",
                            "reason",
                            "step",
                            "subject",
                            "version")) {
                insert.setObject(place++, columns.get(name));
            }
            if (mac != null) {
                insert.setBytes(place, mac);
            }
            insert.executeUpdate();
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
