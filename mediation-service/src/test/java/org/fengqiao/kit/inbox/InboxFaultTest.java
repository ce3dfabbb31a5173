package org.fengqiao.kit.inbox;

import static org.awaitility.Awaitility.await;
import static org.fengqiao.testkit.SourceEvent.deliver;
import static org.fengqiao.testkit.SourceEvent.publish;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fengqiao.kit.events.EventKeys;
import org.fengqiao.mediation.Office;
import org.fengqiao.mediation.PetitionReferral;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.SourceEvent;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to follower and broker, each referral ends up as one case. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class InboxFaultTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Inject Inbox inbox;
    @Inject InboxProblems problems;
    @Inject RemovedRecords removed;
    @Inject SeenVersions seen;
    @Inject EventKeys keys;
    @Inject EventCounts counts;
    @Inject KafkaLog log;
    @Inject AgroalDataSource database;
    @Inject Clock clock;

    private final Office office = Office.township();
    private String committee;

    @BeforeEach
    void aCommittee() {
        committee = Office.id(office.committee("410423106201", "VILLAGE"));
    }

    @Test
    void nothingIsLostOrDoubledWhileTheFollowerIsAway() throws Exception {
        deliver(PetitionReferral.to(committee));
        inbox.stop(null);
        List<SourceEvent> referrals = referrals(40);
        List<SourceEvent> sent = new ArrayList<>();
        for (SourceEvent it : referrals) {
            sent.addAll(List.of(it, it, it.next(), it));
        }
        Collections.shuffle(sent, new Random(11));
        SourceEvent.Published published = publish(sent.toArray(SourceEvent[]::new));
        office.registered("/committees/" + committee, "2024-03-01");
        assertEquals(0, cases(referrals));
        inbox.start(null);
        published.awaitRead();
        assertEquals(40, cases(referrals));
    }

    @Test
    void aPlaceThatIsSetBackRepeatsNothing() throws Exception {
        List<SourceEvent> referrals = referrals(20);
        deliver(referrals.toArray(SourceEvent[]::new));
        readAgain();
        deliver(referrals.stream().map(SourceEvent::next).toArray(SourceEvent[]::new));
        assertEquals(20, cases(referrals));
    }

    @Test
    void aFaultOfTheDatabaseTakesOneEventOnly() throws Exception {
        execute(
                """
                alter table mediation_case add constraint no_fifty_persons
                check (persons_involved <> 50)""");
        try {
            List<SourceEvent> referrals = referrals(6);
            SourceEvent refused = referrals.get(2).with("persons", 50);
            referrals.set(2, refused);
            deliver(referrals.toArray(SourceEvent[]::new));
            assertEquals(5, cases(referrals));
            office.get("/inbox-problems?limit=200")
                    .then()
                    .body(
                            "items.find { it.recordId == '" + refused.id() + "' }.code",
                            equalTo("EVENT_NOT_STORABLE"));
        } finally {
            execute("alter table mediation_case drop constraint no_fifty_persons");
        }
    }

    @Test
    void anEventThatCannotBeReadIsOneProblemUntilALaterOneOfItsRecordIsApplied() throws Exception {
        SourceEvent referral = PetitionReferral.to(committee);
        SourceEvent broken = referral.with("version", "one");
        deliver(broken);
        assertEquals(List.of("EVENT_UNREADABLE"), problemsOf(referral));
        readAgain();
        deliver(broken);
        // Two events: two problems, each of them once.
        assertEquals(List.of("EVENT_UNREADABLE", "EVENT_UNREADABLE"), problemsOf(referral));
        deliver(referral, broken);
        assertEquals(List.of("EVENT_UNREADABLE"), problemsOf(referral));
        deliver(broken, referral.next());
        assertEquals(List.of(), problemsOf(referral));
        assertEquals(1, cases(List.of(referral)));
    }

    @Test
    void anEventWithoutAnIdIsOneProblemHoweverOftenItIsRead() throws Exception {
        SourceEvent nobodys =
                PetitionReferral.to(committee).with("id", "nobody" + UUID.randomUUID());
        Map<TopicPartition, Long> at = publish(nobodys).last();
        deliver(PetitionReferral.to(committee));
        readAgain();
        publish(nobodys).awaitRead();
        TopicPartition partition = at.keySet().iterator().next();
        String sql =
                """
                select code
                from inbox_problem
                where topic = '%s' and partition = %d and position = %d
                """;
        assertEquals(
                List.of("EVENT_UNREADABLE"),
                texts(sql.formatted(partition.topic(), partition.partition(), at.get(partition))));
    }

    @Test
    void whatWasRemovedStaysSoInWhateverOrderABatchTellsIt() throws Exception {
        SourceEvent referral = PetitionReferral.to(committee);
        deliver(referral.removed(), referral, referral.next(), referral.with("version", "one"));
        readAgain();
        deliver(referral);
        assertEquals(0, cases(List.of(referral)));
        assertEquals(List.of(), problemsOf(referral));
    }

    @Test
    void theServiceGoesOnWhileTheBrokerIsAway() throws Exception {
        deliver(PetitionReferral.to(committee));
        Platform.broker().kill();
        ready();
        office.registered("/committees/" + committee, "2024-03-01");
        Platform.broker().restart();
        List<SourceEvent> referrals = referrals(10);
        deliver(referrals.toArray(SourceEvent[]::new));
        assertEquals(10, cases(referrals));
    }

    @Test
    void aBrokerThatLostItsDataIsReadFromTheStart() throws Exception {
        List<SourceEvent> referrals = referrals(10);
        deliver(referrals.toArray(SourceEvent[]::new));
        Platform.broker().wipe();
        ready();
        // As a replay of the petition service does: every record again, at the version it has.
        SourceEvent another = PetitionReferral.to(committee);
        referrals.add(another);
        publish(referrals.toArray(SourceEvent[]::new));
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(11, cases(referrals)));
        // The broker is shared: other tests compare the topic with what is recorded.
        Office.of(Tokens.admin())
                .post("/replays", "{\"kind\":\"mediation.case.v1\"}")
                .then()
                .statusCode(202);
    }

    @Test
    void anotherMajorStopsTheFollowerAndItsHealth() throws Exception {
        String topic = "test.stop" + UUID.randomUUID().toString().substring(0, 8) + ".v1";
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Platform.broker().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        List<String> taken = new ArrayList<>();
        KafkaLog apart = new KafkaLog(ConfigProvider.getConfig(), "stop-test");
        Inbox other = inbox(apart, List.of(noting(topic, taken)));
        assertTrue(new InboxHealth(other).call().getStatus().name().equals("UP"));
        SourceEvent event =
                new SourceEvent(topic, topic + "/1", PetitionReferral.to(committee).fields());
        other.start(null);
        publish(event, event.next().under(topic + "/2"));
        await().atMost(PATIENCE).until(() -> other.log().stopReason() != null);
        assertEquals("DOWN", new InboxHealth(other).call().getStatus().name());
        assertTrue(other.log().stopReason().contains(topic + "/2"));
        assertEquals(List.of(), taken);
        other.stop(null);
    }

    @Test
    void aServiceThatFollowsNothingStartsNothing() throws Exception {
        Inbox idle = inbox(log, List.of());
        idle.start(null);
        assertFalse(idle.follows());
        assertEquals("UP", new InboxHealth(idle).call().getStatus().name());
        idle.stop(null);
    }

    private Inbox inbox(KafkaLog opened, List<TopicFollower> followers) {
        return new Inbox(database, opened, problems, removed, seen, keys, counts, followers, clock);
    }

    private static TopicFollower noting(String topic, List<String> taken) {
        return new TopicFollower() {
            @Override
            public String topic() {
                return topic;
            }

            @Override
            public void take(Received event) {
                taken.add(event.id().toString());
            }
        };
    }

    private static void ready() {
        RestAssured.get("/q/health/ready").then().statusCode(200);
    }

    private List<SourceEvent> referrals(int count) {
        List<SourceEvent> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(PetitionReferral.to(committee));
        }
        return all;
    }

    /** Cases of these matters; more than one of a matter counts as often. */
    private static int cases(List<SourceEvent> referrals) throws SQLException {
        String ids = String.join("','", referrals.stream().map(it -> it.text("matterId")).toList());
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select count(*) from mediation_case where matter_id in ('"
                                        + ids
                                        + "')")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The codes of a record's problems. */
    private static List<String> problemsOf(SourceEvent record) throws SQLException {
        return texts("select code from inbox_problem where record_id = '" + record.id() + "'");
    }

    private static List<String> texts(String sql) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    /** Sends the follower back to the start of the log. */
    private static void readAgain() throws SQLException {
        execute(
                "update inbox_offset set position = 0 where topic = '"
                        + PetitionReferral.TOPIC
                        + "'");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
