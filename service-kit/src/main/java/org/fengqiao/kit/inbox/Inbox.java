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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
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
            @All List<TopicFollower> followers,
            Clock clock) {
        this.database = database;
        this.problems = problems;
        this.removed = removed;
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
            long to) {
        Mail mail = Mail.read(events, limits, clock.instant());
        Instant eventAt = KafkaLog.time(events.get(events.size() - 1));
        try {
            return write(partition, mail, new Move(from, to), eventAt);
        } catch (RuntimeException e) {
            LOG.infof("A batch of %s failed, and goes event by event: %s", partition, e);
            return oneByOne(partition, events, new Move(from, to));
        }
    }

    /** After a fault of the database, which takes a whole transaction with it. */
    private boolean oneByOne(
            TopicPartition partition, List<ConsumerRecord<String, byte[]>> events, Move whole) {
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

    private boolean alone(
            TopicPartition partition, ConsumerRecord<String, byte[]> event, Move move) {
        Mail mail = Mail.read(List.of(event), new Limits(), clock.instant());
        Instant eventAt = KafkaLog.time(event);
        try {
            return write(partition, mail, move, eventAt);
        } catch (RuntimeException e) {
            Optional<String> code = EventFaults.code(e);
            if (code.isEmpty()) {
                throw e; // the database or the broker is at fault: the event comes again
            }
            LOG.errorf(e, "%s at %d cannot be applied", partition, event.offset());
            Refusal reason =
                    Refusal.of(422, code.get(), "事件无法处理，详见日志", "It cannot be applied; see the log");
            return write(partition, mail, move, eventAt, Optional.of(reason));
        }
    }

    private boolean write(TopicPartition partition, Mail mail, Move move, Instant eventAt) {
        return write(partition, mail, move, eventAt, Optional.empty());
    }

    /**
     * @param refused why nothing of the mail is to be applied
     */
    private boolean write(
            TopicPartition partition,
            Mail mail,
            Move move,
            Instant eventAt,
            Optional<Refusal> refused) {
        String topicId = log.topicId(partition);
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(
                        () -> {
                            if (!advance(partition, topicId, move, eventAt)) {
                                return false;
                            }
                            List<InboxProblems.Problem> found = open(partition, mail, refused);
                            problems.replace(partition, mail.records(), found, clock.instant());
                            return true;
                        });
    }

    private boolean advance(TopicPartition partition, String topicId, Move move, Instant eventAt)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            return offsets.advance(connection, partition, topicId, move, eventAt);
        }
    }

    /** Applies the mail, but for what it says of records that were removed before. */
    private List<InboxProblems.Problem> open(
            TopicPartition partition, Mail mail, Optional<Refusal> refused) throws SQLException {
        Set<UUID> gone = removed.among(partition.topic(), mail.named());
        List<InboxProblems.Problem> found = new ArrayList<>(mail.unreadable());
        found.removeIf(it -> gone.contains(it.recordId()));
        for (Letter letter : mail.letters()) {
            if (gone.contains(letter.id())) {
                continue;
            }
            try {
                if (refused.isPresent()) {
                    throw refused.get();
                }
                take(partition.topic(), letter);
            } catch (Refusal refusal) {
                found.add(InboxProblems.Problem.of(letter, refusal));
            }
        }
        return found;
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
