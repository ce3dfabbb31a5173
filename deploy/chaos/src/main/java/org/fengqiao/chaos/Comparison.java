package org.fengqiao.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.fengqiao.chaos.Source.Count;
import org.fengqiao.local.OwnSuite;
import org.fengqiao.local.OwnSuite.Part;

/** Looks for what was lost, doubled or is different, once the suite has come to rest. */
final class Comparison {

    private static final long QUIET_MILLIS = 90_000;

    private final OwnSuite suite;
    private final Written written;
    private final Map<Part, Feed> feeds;
    private final Log log;
    private final Calls calls;

    /** What was found; empty lists where all is well. */
    record Found(List<String> lost, List<String> doubled, List<String> differences) {
        Found() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        boolean isClean() {
            return lost.isEmpty() && doubled.isEmpty() && differences.isEmpty();
        }
    }

    Comparison(OwnSuite suite, Written written, Map<Part, Feed> feeds) {
        this.suite = suite;
        this.written = written;
        this.feeds = feeds;
        this.log = new Log(suite);
        this.calls = new Calls(Writer.token(suite, "auditor"));
    }

    Log log() {
        return log;
    }

    /** Waits until nothing waits any more, or for as long as that may take. */
    void awaitQuiet() {
        long end = System.currentTimeMillis() + QUIET_MILLIS;
        while (System.currentTimeMillis() < end) {
            try {
                if (isQuiet()) {
                    return;
                }
            } catch (SQLException | RuntimeException notYet) {
                // a part is still on its way up
            }
            Pause.millis(250);
        }
    }

    private boolean isQuiet() throws SQLException {
        for (Source it : Source.values()) {
            if (!rows(it.part, "select id::text, 0 from outbox limit 1").isEmpty()
                    || !records(it).equals(facts(it))) {
                return false;
            }
        }
        for (Map.Entry<Part, Feed> it : feeds.entrySet()) {
            if (!it.getValue().seen().containsAll(journal(it.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Compares everything with everything.
     *
     * @param rewindsAllowed how often a relay may have been replaced so far
     */
    Found compare(int rewindsAllowed) throws SQLException, IOException {
        Found found = new Found();
        found.doubled.addAll(written.doubled());
        found.differences.addAll(written.refused());
        for (Source it : Source.values()) {
            records(it, found);
            topic(it, rewindsAllowed, found);
            figures(it, found);
        }
        for (Map.Entry<Part, Feed> it : feeds.entrySet()) {
            Set<String> missed = new HashSet<>(journal(it.getKey()));
            missed.removeAll(it.getValue().seen());
            missed.forEach(version -> found.lost.add("feed of " + it.getKey() + ": " + version));
        }
        for (JsonNode it :
                calls.ask(suite.url(Part.REPORTING) + "/reporting/v1/parity").path("items")) {
            if (!it.path("status").asText().equals("EQUAL")) {
                found.differences.add("parity of " + it.path("kind") + ": " + it.path("status"));
            }
        }
        return found;
    }

    /** Acknowledged and not there; there and never asked for; there, and not a fact. */
    private void records(Source source, Found found) throws SQLException {
        Map<String, Integer> records = records(source);
        Map<String, Integer> acknowledged = written.of(source);
        acknowledged.forEach(
                (id, version) -> {
                    if (records.getOrDefault(id, 0) < version) {
                        found.lost.add(source + " " + id + ":" + version);
                    }
                });
        // Every request was repeated until it was answered: there are no others.
        records.keySet().stream()
                .filter(it -> !acknowledged.containsKey(it))
                .forEach(it -> found.doubled.add(source + " " + it + " is nobody's"));
        Map<String, Integer> facts = facts(source);
        records.forEach(
                (id, version) -> {
                    Integer fact = facts.get(id);
                    if (fact == null) {
                        found.lost.add("fact of " + source + " " + id);
                    } else if (!fact.equals(version)) {
                        found.differences.add(
                                source + " " + id + ":" + version + " is fact " + fact);
                    }
                });
        facts.keySet().stream()
                .filter(it -> !records.containsKey(it))
                .forEach(it -> found.differences.add("fact without record " + it));
    }

    private void topic(Source source, int rewindsAllowed, Found found) throws SQLException {
        Log.Content content = log.read(source.topic);
        for (Map.Entry<String, Integer> it : records(source).entrySet()) {
            for (int version = 1; version <= it.getValue(); version++) {
                if (!content.versions().contains(it.getKey() + ":" + version)) {
                    found.lost.add("event " + it.getKey() + ":" + version);
                }
            }
        }
        content.disordered().forEach(it -> found.differences.add("out of order: " + it));
        if (content.rewinds() > rewindsAllowed) {
            found.doubled.add(
                    source.topic
                            + " was sent again "
                            + content.rewinds()
                            + " times, for "
                            + rewindsAllowed
                            + " relays that were replaced");
        }
    }

    /** Each figure beside a count of the source's own rows. */
    private void figures(Source source, Found found) throws SQLException, IOException {
        for (Count count : source.counts) {
            for (String period : periods()) {
                long expected = recount(source, count, period);
                String url =
                        suite.url(Part.REPORTING)
                                + "/reporting/v1/figures?indicator=%s&division=%s&period=%s"
                                        .formatted(count.indicator(), Writer.TOWNSHIP, period);
                JsonNode figure = calls.get(url).path("figures").path(0);
                if (figure.path("value").asLong() != expected) {
                    found.differences.add(
                            "%s of %s is %s, %d were recorded"
                                    .formatted(
                                            count.indicator(),
                                            period,
                                            figure.path("value"),
                                            expected));
                }
            }
        }
    }

    private static List<String> periods() {
        List<String> periods = new ArrayList<>();
        for (LocalDate day : Writer.days()) {
            for (String it :
                    List.of(day.toString().substring(0, 4), day.toString().substring(0, 7))) {
                if (!periods.contains(it)) {
                    periods.add(it);
                }
            }
        }
        return periods;
    }

    private long recount(Source source, Count count, String period) throws SQLException {
        String sql =
                """
                select '', count(*)
                from %s
                where not voided and %s::text like '%s%%'
                """
                        .formatted(source.records, count.day(), period);
        return rows(source.part, sql).get("");
    }

    private Map<String, Integer> records(Source source) throws SQLException {
        return rows(source.part, "select id::text, version from " + source.records);
    }

    private Map<String, Integer> facts(Source source) throws SQLException {
        return rows(Part.REPORTING, "select record_id::text, version from " + source.facts);
    }

    private Set<String> journal(Part part) throws SQLException {
        return rows(part, "select record_id || ':' || version, 0 from journal").keySet();
    }

    private Map<String, Integer> rows(Part part, String sql) throws SQLException {
        Map<String, Integer> rows = new HashMap<>();
        try (Connection connection = suite.connect(part);
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.put(row.getString(1), row.getInt(2));
            }
        }
        return rows;
    }

    /** Waits until reporting stands behind these messages. */
    void awaitRead(List<RecordMetadata> messages) throws SQLException {
        long end = System.currentTimeMillis() + QUIET_MILLIS;
        String sql = "select topic || '-' || partition, position from consumer_offset";
        while (System.currentTimeMillis() < end) {
            Map<String, Integer> positions = rows(Part.REPORTING, sql);
            if (messages.stream()
                    .allMatch(
                            it ->
                                    positions.getOrDefault(it.topic() + "-" + it.partition(), 0)
                                            > it.offset())) {
                return;
            }
            Pause.millis(200);
        }
    }
}
