package org.fengqiao.kit.inbox;

import static org.awaitility.Awaitility.await;
import static org.fengqiao.testkit.SourceEvent.deliver;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.fengqiao.kit.events.EventDoubt;
import org.fengqiao.kit.events.EventKeys;
import org.fengqiao.mediation.Office;
import org.fengqiao.mediation.PetitionReferral;
import org.fengqiao.testkit.Forgery;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.SourceEvent;
import org.fengqiao.testkit.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forged, altered and replayed events bring nothing about at a follower, and are reported. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class InboxTrustTest {

    private static final int ROUNDS = Integer.getInteger("fengqiao.trust.rounds", 3);

    @Inject Inbox inbox;
    @Inject EventKeys keys;

    private final Office office = Office.township();
    private String committee;

    @BeforeEach
    void aCommittee() throws SQLException {
        rows("delete from inbox_problem where code like 'EVENT_%' returning 1");
        committee = Office.id(office.committee("410423106201", "VILLAGE"));
    }

    @Test
    void nothingThatIsForgedAlteredOrReplayedBringsAnythingAbout() throws SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            round(new Random(7_200 + round), "seed " + (7_200 + round));
        }
    }

    private void round(Random random, String seed) throws SQLException {
        SourceEvent referral = PetitionReferral.to(committee);
        SourceEvent withdrawn = PetitionReferral.to(committee).with("withdrawnOn", "2024-03-04");
        SourceEvent reopened = withdrawn.with("withdrawnOn", null);
        SourceEvent gone = PetitionReferral.to(committee);
        // The second was never open in its newest version: an older one would make a case of it.
        deliver(referral, withdrawn.next(), gone, gone.removed());
        String before = state();

        Map<EventDoubt, Integer> expected = new EnumMap<>(EventDoubt.class);
        List<ProducerRecord<String, byte[]>> hostile = new ArrayList<>();
        ProducerRecord<String, byte[]> fresh = PetitionReferral.to(committee).message();
        for (ProducerRecord<String, byte[]> it :
                List.of(fresh, referral.next().removed().message())) {
            for (Forgery forged : Forgery.of(it, random)) {
                hostile.add(forged.message());
                expected.merge(forged.why(), 1, Integer::sum);
            }
        }
        hostile.add(reopened.message());
        expected.put(EventDoubt.LATE, 1);
        hostile.add(gone.message());
        expected.put(EventDoubt.REMOVED, 1);
        hostile.add(referral.message()); // the same again: harmless, and no fault
        Collections.shuffle(hostile, random);

        Map<EventDoubt, Integer> known = problems();
        SourceEvent.publish(hostile).awaitRead();
        assertEquals(before, state(), seed);
        Map<EventDoubt, Integer> found = problems();
        known.forEach((why, count) -> found.merge(why, -count, Integer::sum));
        found.values().removeIf(it -> it == 0);
        assertEquals(expected, found, seed);
        assertNull(inbox.log().stopReason());
        rows("delete from inbox_problem where code like 'EVENT_%' returning 1");
    }

    /** The control: the older version alone makes a case. */
    @Test
    void whatItsOwnerSignedBringsSomethingAbout() throws SQLException {
        String before = state();
        deliver(PetitionReferral.to(committee));
        assertEquals(false, before.equals(state()));
    }

    @Test
    void whatThisServicePublishesIsSigned() throws Exception {
        String id = Office.id(office.committee("410423106202", "VILLAGE"));
        UUID key = UUID.fromString(id);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !Topic.of("mediation.committee.v1", key).isEmpty());
        Topic.Message told = Topic.of("mediation.committee.v1", key).get(0);
        ConsumerRecord<String, byte[]> event =
                new ConsumerRecord<>(
                        "mediation.committee.v1", 0, 0, id, told.body().getBytes("UTF-8"));
        for (Map.Entry<String, String> it : told.headers().entrySet()) {
            event.headers().add(it.getKey(), it.getValue().getBytes("UTF-8"));
        }
        assertEquals(Optional.empty(), keys.doubt(event, 0));
        event.headers().add("ce_recordversion", "2".getBytes("UTF-8"));
        assertEquals(Optional.of(EventDoubt.ALTERED), keys.doubt(event, 0));
    }

    /** Every case, journal entry and event that waits. */
    private static String state() throws SQLException {
        List<String> all =
                new ArrayList<>(rows("select c::text from mediation_case c order by id"));
        all.addAll(rows("select count(*)::text from journal"));
        return all.toString();
    }

    private static Map<EventDoubt, Integer> problems() throws SQLException {
        Map<EventDoubt, Integer> problems = new TreeMap<>();
        for (String code : rows("select code from inbox_problem where code like 'EVENT_%'")) {
            for (EventDoubt it : EventDoubt.values()) {
                if (code.equals("EVENT_" + it)) {
                    problems.merge(it, 1, Integer::sum);
                }
            }
        }
        return problems;
    }

    private static List<String> rows(String sql) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }
}
