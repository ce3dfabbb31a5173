package org.fengqiao.kit.inbox;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.fengqiao.kit.tracing.EventSpans;
import org.jboss.logging.Logger;

/**
 * Reads topics on a thread of its own, from positions that live in the database and move in the
 * transaction of what a batch brings about: an event is applied, whatever dies when.
 */
public final class LogFollower {

    /** What a batch brings about. */
    public interface Batches {

        /**
         * Applies a batch of one partition: all of it, or nothing.
         *
         * @param from the position it was polled at
         * @param to the position after it
         * @return false where another follower, or an operator, has moved the partition since
         * @throws Stopped where the batch is not to be understood
         */
        boolean apply(
                TopicPartition partition,
                List<ConsumerRecord<String, byte[]>> events,
                long from,
                long to)
                throws SQLException;

        /** The log is read again from the stored positions: what failed is not counted twice. */
        void startAgain();
    }

    private static final Logger LOG = Logger.getLogger(LogFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration DEAF = Duration.ofSeconds(30);

    private final String name;
    private final KafkaLog log;
    private final Offsets stored;
    private final Set<String> topics;
    private final int pollEvents;
    private final Clock clock;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<String, String> topicIds = new HashMap<>();
    private volatile boolean running = true;
    private volatile String stopReason;
    private volatile long lagEvents;
    private volatile Instant lookedAt;
    private Thread thread;

    /**
     * @param name of the thread
     * @param pollEvents at most so many events per batch
     */
    public LogFollower(
            String name,
            KafkaLog log,
            Offsets stored,
            Collection<String> topics,
            int pollEvents,
            Clock clock) {
        this.name = name;
        this.log = log;
        this.stored = stored;
        this.topics = Set.copyOf(topics);
        this.pollEvents = pollEvents;
        this.clock = clock;
        this.lookedAt = clock.instant();
    }

    /** Starts to follow, in the background. */
    public void start(Batches batches) {
        running = true;
        thread = new Thread(() -> run(batches), name);
        thread.start();
    }

    /** Ends; waits for the batch at hand. */
    public void stop() throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.join(10_000);
        }
    }

    /** Why it does not go on; null while it does. */
    public String stopReason() {
        return stopReason;
    }

    /** Events that waited in the log when it last answered. */
    public long lagEvents() {
        return lagEvents;
    }

    /** Whether the log has not answered for half a minute: what came meanwhile is not known. */
    public boolean isDeaf() {
        return lookedAt.plus(DEAF).isBefore(clock.instant());
    }

    /** Since the log last answered. */
    public double silentSeconds() {
        return Duration.between(lookedAt, clock.instant()).toMillis() / 1_000.0;
    }

    /** Kafka's id of the partition's topic. */
    public String topicId(TopicPartition partition) {
        String topic = partition.topic();
        return topicIds.computeIfAbsent(topic, it -> log.topicIds(Set.of(it)).get(it));
    }

    private void run(Batches batches) {
        while (running && stopReason == null) {
            batches.startAgain();
            positions.clear();
            topicIds.clear();
            try (KafkaConsumer<String, byte[]> kafka = log.consumer(pollEvents)) {
                kafka.subscribe(topics, new Seek(kafka));
                follow(kafka, batches);
            } catch (Stopped e) {
                stopReason = e.getMessage();
                LOG.errorf("%s has stopped; the service goes on. %s", name, stopReason);
            } catch (RuntimeException | SQLException e) {
                LOG.warnf(e, "%s lost its place and starts again", name);
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> kafka, Batches batches) throws SQLException {
        long looked = 0;
        while (running) {
            Instant polledAt = clock.instant();
            ConsumerRecords<String, byte[]> polled = poll(kafka);
            for (TopicPartition partition : polled.partitions()) {
                List<ConsumerRecord<String, byte[]>> events = polled.records(partition);
                long to = kafka.position(partition);
                boolean applied;
                try (EventSpans ignored = EventSpans.of(events)) {
                    applied = batches.apply(partition, events, positions.get(partition), to);
                }
                if (applied) {
                    positions.put(partition, to);
                } else {
                    LOG.infof("%s was moved by another hand: reading its place again", partition);
                    seek(kafka, List.of(partition));
                }
            }
            if (System.nanoTime() - looked > LOOK_NANOS) {
                look(kafka, polledAt);
                looked = System.nanoTime();
            }
        }
    }

    private ConsumerRecords<String, byte[]> poll(KafkaConsumer<String, byte[]> kafka)
            throws SQLException {
        try {
            return kafka.poll(POLL);
        } catch (OffsetOutOfRangeException e) {
            // The log is shorter than what was applied. Read it all: an equal version is harmless.
            LOG.warnf("Out of range, reading from the start: %s", e.partitions());
            stored.restart(e.partitions());
            seek(kafka, e.partitions());
            return ConsumerRecords.empty();
        }
    }

    /** Once a second: was a topic made anew, or a place moved? Who is at the log's end? */
    private void look(KafkaConsumer<String, byte[]> kafka, Instant polledAt) throws SQLException {
        Map<String, String> existing;
        try {
            // Even with no partition at hand: only an answer tells that the broker is there.
            existing = log.existing(topics);
        } catch (KafkaException e) {
            LOG.debugf(e, "%s hears nothing", name);
            return;
        }
        if (!existing.entrySet().containsAll(topicIds.entrySet())) {
            seek(kafka, List.copyOf(positions.keySet()));
        }
        long lag = 0;
        for (TopicPartition partition : List.copyOf(positions.keySet())) {
            long behind = kafka.currentLag(partition).orElse(1);
            lag += behind;
            if (behind == 0 && !stored.atEnd(partition, positions.get(partition), polledAt)) {
                seek(kafka, List.of(partition));
            }
        }
        lagEvents = lag;
        lookedAt = polledAt;
    }

    private void seek(KafkaConsumer<String, byte[]> kafka, Collection<TopicPartition> partitions)
            throws SQLException {
        partitions.forEach(it -> topicIds.remove(it.topic()));
        for (TopicPartition partition : partitions) {
            long position = stored.of(partition, topicId(partition));
            positions.put(partition, position);
            kafka.seek(partition, position);
        }
    }

    private final class Seek implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, byte[]> kafka;

        Seek(KafkaConsumer<String, byte[]> kafka) {
            this.kafka = kafka;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            try {
                seek(kafka, partitions);
            } catch (SQLException e) {
                throw new KafkaException("The offsets cannot be read", e);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(positions::remove);
        }
    }
}
