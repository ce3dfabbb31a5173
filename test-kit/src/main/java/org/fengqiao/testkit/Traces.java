package org.fengqiao.testkit;

import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * What a service under test leaves behind, as text: rows, messages, metrics and log. Where a test
 * looks for what must stand nowhere.
 */
public final class Traces {

    private static final Duration POLL = Duration.ofMillis(200);
    // A bytea within a row's text; its backslash is doubled there.
    private static final Pattern BYTES = Pattern.compile("\\\\{1,2}x((?:[0-9a-f]{2})+)");

    private Traces() {}

    /** Those of the traces that hold the text, in either case. */
    public static List<String> holding(List<String> traces, String text) {
        String sought = text.toLowerCase(Locale.ROOT);
        return traces.stream().filter(it -> it.toLowerCase(Locale.ROOT).contains(sought)).toList();
    }

    /**
     * Every row of every table of the service's database, as {@code schema.table (…)}; bytes are
     * followed by what they say in UTF-8.
     *
     * @param but schemas that are left out
     */
    public static List<String> rows(String... but) {
        try (Connection connection = Platform.postgres().connect()) {
            Set<String> leftOut = Set.of(but);
            List<String> rows = new ArrayList<>();
            for (String[] table : tables(connection)) {
                if (!leftOut.contains(table[0])) {
                    String name = table[0] + "." + table[1];
                    texts(connection, "select t::text from " + name + " t")
                            .forEach(it -> rows.add(name + " " + readable(it)));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("The rows cannot be read", e);
        }
    }

    private static List<String[]> tables(Connection connection) throws SQLException {
        String sql =
                """
                select quote_ident(table_schema) || ' ' || quote_ident(table_name)
                from information_schema.tables
                where table_type = 'BASE TABLE'
                  and table_schema not in ('pg_catalog', 'information_schema')
                order by 1
                """;
        return texts(connection, sql).stream().map(it -> it.split(" ", 2)).toList();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private static String readable(String row) {
        StringBuilder bytes = new StringBuilder();
        BYTES.matcher(row)
                .results()
                .forEach(
                        it -> bytes.append(' ').append(utf8(HexFormat.of().parseHex(it.group(1)))));
        return row + bytes;
    }

    /**
     * Every message of every topic of the broker up to now, committed or not: topic, key, headers
     * and body.
     */
    public static List<String> messages() {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Platform.broker().bootstrapServers());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all =
                    consumer.listTopics().values().stream()
                            .flatMap(List::stream)
                            .filter(it -> !it.topic().startsWith("__"))
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            List<String> messages = new ArrayList<>();
            while (all.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(POLL).forEach(it -> messages.add(message(it)));
            }
            return messages;
        }
    }

    private static String message(ConsumerRecord<byte[], byte[]> it) {
        StringBuilder text = new StringBuilder(it.topic()).append(' ').append(utf8(it.key()));
        for (Header header : it.headers()) {
            text.append(' ').append(header.key()).append('=').append(utf8(header.value()));
        }
        return text.append(' ').append(utf8(it.value())).toString();
    }

    private static String utf8(byte[] bytes) {
        return bytes == null ? "-" : new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * The lines of the service's metrics.
     *
     * @param url of {@code /q/metrics} on the management port
     */
    public static List<String> metrics(String url) {
        return RestAssured.get(url).then().statusCode(200).extract().asString().lines().toList();
    }

    /** What is logged while the block runs. */
    public static List<String> logged(Runnable block) {
        try (Log log = log()) {
            block.run();
            return log.records();
        }
    }

    /** Takes down what is logged from now on, until it is closed. */
    public static Log log() {
        return new Log();
    }

    /**
     * The records of the log, each with its context, message and stacks: of the suite's own classes
     * at every level that the build lets through, of others from INFO on.
     */
    public static final class Log implements AutoCloseable {

        private final List<String> records = new ArrayList<>();
        private final Logger root = Logger.getLogger("");
        private final Logger suite = Logger.getLogger("org.fengqiao");
        private final Level before = suite.getLevel();
        private final Level rootBefore = root.getLevel();
        private final Handler taker =
                new Handler() {
                    private final PatternFormatter format =
                            new PatternFormatter("%p %c (%t) %X %s%e");
                    // What an operator's collector would be told.
                    private final JsonFormatter json = new JsonFormatter();

                    @Override
                    public void publish(LogRecord said) {
                        // At once: what a record tells of may change after it.
                        ExtLogRecord record = ExtLogRecord.wrap(said);
                        String text = format.format(record) + " " + json.format(record);
                        synchronized (records) {
                            records.add(text);
                        }
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };

        private Log() {
            taker.setLevel(Level.ALL);
            suite.setLevel(Level.ALL);
            root.setLevel(Level.INFO);
            root.addHandler(taker);
        }

        /** Those up to now, in order. */
        public List<String> records() {
            synchronized (records) {
                return List.copyOf(records);
            }
        }

        @Override
        public void close() {
            root.removeHandler(taker);
            suite.setLevel(before);
            root.setLevel(rootBefore);
        }
    }
}
