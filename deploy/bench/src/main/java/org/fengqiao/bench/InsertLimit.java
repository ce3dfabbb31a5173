package org.fengqiao.bench;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The database's own limit: the statements that mediation-service runs for one registration, in a
 * database of the same schema, with a row that the service itself has written as the model.
 */
final class InsertLimit implements AutoCloseable {
    private static final String DATABASE = "insert_limit";
    private static final int PROOF_BYTES = 45;

    private final List<Client> clients = new ArrayList<>();
    private final Map<String, String> model;
    private final String snapshot;
    private final String event = new Province(1, null).body(0, 1);

    InsertLimit(Stage stage, List<String> committees, int connections)
            throws IOException, SQLException {
        try (Connection source = stage.postgres().connect("mediation");
                Connection target = stage.postgres().connect(DATABASE)) {
            migrate(target, stage.root());
            for (String committee : committees) {
                insert(target, "committee", row(source, "committee", "id = '" + committee + "'"));
            }
            model = row(source, "mediation_case", "version = 1");
            snapshot =
                    row(source, "journal", "record_id = '" + model.get("id") + "'").get("snapshot");
        }
        for (int i = 0; i < connections; i++) {
            Connection connection = stage.postgres().connect(DATABASE);
            clients.add(new Client(connection, committees.get(i % committees.size())));
        }
    }

    List<Client> clients() {
        return clients;
    }

    @Override
    public void close() throws SQLException {
        for (Client client : clients) {
            client.connection.close();
        }
    }

    /** Runs the files that Flyway runs, in the same order. */
    private static void migrate(Connection target, Path root) throws IOException, SQLException {
        for (String folder :
                List.of(
                        "service-kit/src/main/resources/db/kit",
                        "mediation-service/src/main/resources/db/migration")) {
            List<Path> files;
            try (Stream<Path> all = Files.list(root.resolve(folder))) {
                files = all.sorted(Comparator.comparing(InsertLimit::version)).toList();
            }
            for (Path file : files) {
                try (Statement statement = target.createStatement()) {
                    statement.execute(Files.readString(file));
                }
            }
        }
    }

    /** {@code V0_12_1__retention.sql}: 0.12.1. */
    private static Version version(Path file) {
        String version = file.getFileName().toString().split("__")[0];
        return Version.parse(version.substring(1).replace('_', '.'));
    }

    private static Map<String, String> row(Connection connection, String table, String condition)
            throws SQLException {
        String sql = "select * from %s where %s limit 1".formatted(table, condition);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.put(row.getMetaData().getColumnName(i), row.getString(i));
            }
            return values;
        }
    }

    private static String insertSql(String table, Map<String, String> row) {
        String places = row.keySet().stream().map(it -> "?").collect(Collectors.joining(", "));
        return "insert into %s (%s) values (%s)"
                .formatted(table, String.join(", ", row.keySet()), places);
    }

    private static void insert(Connection connection, String table, Map<String, String> row)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(insertSql(table, row))) {
            execute(insert, row);
        }
    }

    private static void execute(PreparedStatement insert, Map<String, String> row)
            throws SQLException {
        int i = 1;
        for (String value : row.values()) {
            insert.setObject(i++, value, Types.OTHER); // the column's type reads the text
        }
        insert.executeUpdate();
    }

    /** One connection with its prepared statements; a call is one durable registration. */
    final class Client implements Load.Client {
        private final Connection connection;
        private final String committee;
        private final PreparedStatement guard;
        private final PreparedStatement place;
        private final PreparedStatement number;
        private final PreparedStatement insert;
        private final PreparedStatement append;

        Client(Connection connection, String committee) throws SQLException {
            this.connection = connection;
            this.committee = committee;
            connection.setAutoCommit(false);
            guard =
                    connection.prepareStatement(
                            """
                            select pg_try_advisory_xact_lock(hashtextextended(?, 0)),
                                j.request_digest, j.snapshot
                            from (select 1) one
                            left join journal j on j.idempotency_key = ?
                            """);
            place = connection.prepareStatement("select * from committee where id = ?");
            number =
                    connection.prepareStatement(
                            """
                            insert into case_number (committee_id, year, last)
                            values (?, ?, 1)
                            on conflict (committee_id, year) do update
                            set last = case_number.last + 1
                            returning last
                            """);
            insert = connection.prepareStatement(insertSql("mediation_case", model));
            append =
                    connection.prepareStatement(
                            """
                            with steps as (
                                insert into journal (kind, record_id, version, division, step,
                                    business_date, reason, issuer, subject, client, at, snapshot,
                                    idempotency_key, request_digest, mac)
                                select ?, ?, s.version, ?, s.step, s.on_date, s.reason, ?, ?, ?, ?,
                                    case when s.version = ? then ?::jsonb end,
                                    case when s.version = ? then ? end,
                                    case when s.version = ? then ? end,
                                    s.mac
                                from unnest(?::integer[], ?::text[], ?::date[], ?::text[], ?::bytea[])
                                    as s (version, step, on_date, reason, mac)
                            )
                            insert into outbox (topic, record_id, version, type, at, body)
                            values (?, ?, ?, ?, ?, ?)
                            """);
        }

        @Override
        public void call() throws SQLException {
            String key = hex() + hex();
            guard.setString(1, key);
            guard.setString(2, key);
            guard.executeQuery().close();
            place.setObject(1, UUID.fromString(committee));
            place.executeQuery().close();
            UUID id = UUID.randomUUID();
            insertCase(id, nextNumber());
            append(id, key);
            connection.commit();
        }

        private int nextNumber() throws SQLException {
            number.setObject(1, UUID.fromString(committee));
            number.setInt(2, Integer.parseInt(model.get("case_year")));
            try (ResultSet row = number.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }

        private void insertCase(UUID id, int caseNumber) throws SQLException {
            Map<String, String> row = new LinkedHashMap<>(model);
            row.put("id", id.toString());
            row.put("matter_id", id.toString());
            row.put("committee_id", committee);
            row.put("case_number", Integer.toString(caseNumber));
            // Other people each time, or the index over them would cost nothing.
            row.put("person_index", otherPersons(model.get("person_index")));
            execute(insert, row);
        }

        private void append(UUID id, String key) throws SQLException {
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
            Object[] values = {
                Province.TOPIC,
                id,
                model.get("division"),
                "http://127.0.0.1:8090/fengqiao",
                "clerk",
                "bench",
                now,
                1,
                snapshot,
                1,
                key,
                1,
                hex() + hex(),
                array("integer", 1),
                array("text", "REGISTER"),
                array("date", LocalDate.now(ZoneOffset.UTC).toString()),
                array("text", (Object) null),
                // Of the length of a proof: it is kept, and nobody verifies it here.
                connection.createArrayOf("bytea", new byte[][] {new byte[PROOF_BYTES]}),
                Province.TOPIC,
                id,
                1,
                "mediation.case.registered",
                now,
                event
            };
            for (int i = 0; i < values.length; i++) {
                append.setObject(i + 1, values[i]);
            }
            append.executeUpdate();
        }

        private Array array(String type, Object value) throws SQLException {
            return connection.createArrayOf(type, new Object[] {value});
        }
    }

    private static String otherPersons(String index) {
        StringBuilder other = new StringBuilder();
        for (String one : index.substring(1, index.length() - 1).split(",")) {
            String bare = one.replace("\"", "");
            // Its field and the version of its key stay.
            String hash = bare.replaceFirst("[0-9a-f]{64}$", hex() + hex());
            other.append(other.isEmpty() ? "{" : ",").append(hash);
        }
        return other.append('}').toString();
    }

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
