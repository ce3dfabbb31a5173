package org.fengqiao.kit.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.fengqiao.kit.events.EventDoubt;
import org.fengqiao.kit.events.EventKeys;
import org.fengqiao.kit.inbox.InboxProblems.Problem;
import org.fengqiao.kit.inbox.Mail.Letter;
import org.fengqiao.kit.inbox.Offsets.Move;
import org.fengqiao.kit.web.Refusal;
import org.jboss.logging.Logger;

/**
 * Follows the topics that the service has a {@link TopicFollower} for. What an event brings about
 * commits with the place in the log, so it happens once, whatever dies when.
 */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@ApplicationScoped
class Inbox implements LogFollower.Batches {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int POLL_EVENTS = 200;
    private static final int TRANSACTION_SECONDS = 120;

    private final AgroalDataSource database;
    private final InboxProblems problems;
    private final RemovedRecords removed;
    private final SeenVersions seen;
    private final EventKeys keys;
    private final EventCounts counts;
    private final Clock clock;
    private final Map<String, TopicFollower> followers;
    private final Offsets offsets;
    private final LogFollower log;
    private Limits limits = new Limits();

    Inbox(
            AgroalDataSource database,
            KafkaLog log,
            InboxProblems problems,
            RemovedRecords removed,
            SeenVersions seen,
            EventKeys keys,
            EventCounts counts,
            @All List<TopicFollower> followers,
            Clock clock) {
        this.database = database;
        this.problems = problems;
        this.removed = removed;
        this.seen = seen;
        this.keys = keys;
        this.counts = counts;
        this.clock = clock;
        this.followers =
                followers.stream().collect(Collectors.toMap(TopicFollower::topic, it -> it));
        this.offsets = new Offsets(database, "inbox_offset");
        this.log =
                new LogFollower("inbox", log, offsets, this.followers.keySet(), POLL_EVENTS, clock);
    }

    void start(@Observes StartupEvent event) {
        if (follows()) {
            log.start(this);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        log.stop();
    }

    /** Whether the service follows any topic. */
    boolean follows() {
        return !followers.isEmpty();
    }

    LogFollower log() {
        return log;
    }

    @Override
    public void startAgain() {
        limits = new Limits();
    }

    @Override
    public boolean apply(
            TopicPartition partition,
            List<ConsumerRecord<String, byte[]>> events,
            long from,
            long to)
            throws SQLException {
        Mail mail = read(partition, events, limits);
        try {
            return write(partition, mail, new Move(from, to));
        } catch (RuntimeException e) {
            LOG.infof("A batch of %s failed, and goes event by event: %s", partition, e);
            return oneByOne(partition, events, new Move(from, to));
        }
    }

    private Mail read(
            TopicPartition partition, List<ConsumerRecord<String, byte[]>> events, Limits limits)
            throws SQLException {
        long signedFrom = offsets.signedFrom(partition, log.topicId(partition));
        return Mail.read(events, it -> keys.doubt(it, signedFrom), limits, clock.instant());
    }

    /** After a fault of the database, which takes a whole transaction with it. */
    private boolean oneByOne(
            TopicPartition partition, List<ConsumerRecord<String, byte[]>> events, Move whole)
            throws SQLException {
        long from = whole.from();
        for (ConsumerRecord<String, byte[]> event : events) {
            boolean last = event == events.get(events.size() - 1);
            Move move = new Move(from, last ? whole.to() : event.offset() + 1);
            if (!alone(partition, event, move)) {
                return false;
            }
            from = move.to();
        }
        return true;
    }

    private boolean alone(TopicPartition partition, ConsumerRecord<String, byte[]> event, Move move)
            throws SQLException {
        Mail mail = read(partition, List.of(event), new Limits());
        try {
            return write(partition, mail, move);
        } catch (RuntimeException e) {
            Optional<String> code = EventFaults.code(e);
            if (code.isEmpty()) {
                throw e; // the database or the broker is at fault: the event comes again
            }
            LOG.errorf(e, "%s at %d cannot be applied", partition, event.offset());
            Refusal reason =
                    Refusal.of(422, code.get(), "事件无法处理，详见日志", "It cannot be applied; see the log");
            return write(partition, mail, move, Optional.of(reason));
        }
    }

    private boolean write(TopicPartition partition, Mail mail, Move move) {
        return write(partition, mail, move, Optional.empty());
    }

    /**
     * @param refused why nothing of the mail is to be applied
     */
    private boolean write(
            TopicPartition partition, Mail mail, Move move, Optional<Refusal> refused) {
        String topicId = log.topicId(partition);
        Map<Long, EventDoubt> doubts = new TreeMap<>(mail.doubts());
        Set<UUID> again = new HashSet<>();
        boolean mine =
                QuarkusTransaction.requiringNew()
                        .timeout(TRANSACTION_SECONDS)
                        .call(
                                () -> {
                                    if (!advance(partition, topicId, move, mail.at())) {
                                        return false;
                                    }
                                    List<Problem> found =
                                            open(partition, mail, refused, doubts, again);
                                    found.addAll(told(partition, doubts));
                                    problems.replace(
                                            partition, mail.records(), found, clock.instant());
                                    return true;
                                });
        if (mine) {
            doubts.values().forEach(it -> counts.refused(it, 1));
            counts.duplicate(again.size());
        }
        return mine;
    }

    private boolean advance(TopicPartition partition, String topicId, Move move, Instant eventAt)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            return offsets.advance(connection, partition, topicId, move, eventAt);
        }
    }

    /**
     * Applies the mail, but for what it says of records that were removed, or were newer, before.
     *
     * @param doubts also gets what came out of its time
     * @param again gets the records that came at the version that was seen last
     */
    private List<Problem> open(
            TopicPartition partition,
            Mail mail,
            Optional<Refusal> refused,
            Map<Long, EventDoubt> doubts,
            Set<UUID> again)
            throws SQLException {
        String topic = partition.topic();
        Set<UUID> gone = removed.among(topic, mail.named());
        Map<UUID, Integer> before = seen.of(topic, mail.records());
        Map<UUID, Integer> now = new HashMap<>();
        List<Problem> found = new ArrayList<>(mail.unreadable());
        found.removeIf(it -> gone.contains(it.recordId()));
        for (Letter letter : mail.letters()) {
            Integer version = letter.state().map(Received::version).orElse(null);
            for (Letter it : mail.overtakenBy(letter)) {
                late(it, gone, before).ifPresent(doubt -> doubts.put(it.position(), doubt));
            }
            Optional<EventDoubt> late = late(letter, gone, before);
            if (late.isPresent() || gone.contains(letter.id())) {
                late.ifPresent(it -> doubts.put(letter.position(), it));
                continue;
            }
            if (version != null && version.equals(before.get(letter.id()))) {
                again.add(letter.id());
            }
            now.put(letter.id(), version);
            try {
                if (refused.isPresent()) {
                    throw refused.get();
                }
                take(topic, letter);
            } catch (Refusal refusal) {
                found.add(Problem.of(letter, refusal));
            }
        }
        seen.note(topic, now);
        return found;
    }

    private static Optional<EventDoubt> late(
            Letter letter, Set<UUID> gone, Map<UUID, Integer> before) {
        if (letter.state().isEmpty()) {
            return Optional.empty();
        }
        if (gone.contains(letter.id())) {
            return Optional.of(EventDoubt.REMOVED);
        }
        return letter.state().get().version() < before.getOrDefault(letter.id(), 0)
                ? Optional.of(EventDoubt.LATE)
                : Optional.empty();
    }

    /** The doubts that are shown. A log that is read again tells its old versions again. */
    private List<Problem> told(TopicPartition partition, Map<Long, EventDoubt> doubts)
            throws SQLException {
        if (doubts.isEmpty()) {
            return List.of();
        }
        try (Connection connection = database.getConnection()) {
            long furthest = offsets.furthest(connection, partition);
            doubts.entrySet().removeIf(it -> !it.getValue().isForged() && it.getKey() < furthest);
        }
        return doubts.entrySet().stream()
                .limit(problems.roomForDoubts(partition))
                .map(it -> Problem.of(it.getKey(), it.getValue()))
                .toList();
    }

    private void take(String topic, Letter letter) throws SQLException {
        TopicFollower follower = followers.get(topic);
        if (letter.state().isPresent()) {
            follower.take(letter.state().get());
        } else {
            follower.removed(letter.id(), Received.removal(topic, clock.instant()));
            removed.add(topic, letter.id());
        }
    }
}
