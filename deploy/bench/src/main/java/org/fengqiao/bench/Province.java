package org.fengqiao.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Five years of cases of a made-up province: 100 counties of 20 townships of 19 villages and a
 * township committee. A case is a function of its number, so nothing is kept.
 */
final class Province {
    static final String TOPIC = "mediation.case.v1";

    static final String CODE = "410000000000";

    private static final int VERSIONS = 3;
    private static final int TAIL = 500;
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 5 * 365;
    private static final String[] STEPS = {"registered", "accepted", "agreed"};

    /**
     * What was sent.
     *
     * @param lastIds the records of the last events: they reach every partition's end
     */
    record Sent(long events, List<String> lastIds) {}

    private final int cases;
    private final Signature signature;

    /**
     * @param signature that of mediation-service, whose cases they seem to be
     */
    Province(int cases, Signature signature) {
        this.cases = cases;
        this.signature = signature;
    }

    static String prefecture(SplittableRandom random) {
        return county(random).substring(0, 4) + "00000000";
    }

    static String county(SplittableRandom random) {
        return "41%02d%02d000000".formatted(1 + random.nextInt(10), 1 + random.nextInt(10));
    }

    static String township(SplittableRandom random) {
        return county(random).substring(0, 6) + (100 + random.nextInt(20)) + "000";
    }

    static int year(SplittableRandom random) {
        return FIRST_DAY.getYear() + random.nextInt(5);
    }

    /** All cases as a compacted log has them: four of five by their last version alone. */
    Sent sendAll(String bootstrapServers) {
        return send(bootstrapServers, 0, cases, 5, Math.min(20_000, cases / 10));
    }

    /** New cases as they come live: all registered, then all accepted, then all closed. */
    Sent sendLive(String bootstrapServers, int count) {
        return send(bootstrapServers, cases, count, 1, count);
    }

    /**
     * Sends cases in order of registration.
     *
     * @param fullEvery each such case comes in all its versions, the others in the last alone
     * @param apart how many cases lie between two versions of one: else a batch would merge them
     */
    private Sent send(String bootstrapServers, int first, int count, int fullEvery, int apart) {
        List<String> last = new ArrayList<>();
        long events = 0;
        try (KafkaProducer<String, byte[]> producer = producer(bootstrapServers)) {
            for (int i = 0; i < count + 2 * apart; i++) {
                for (int version = 1; version <= VERSIONS; version++) {
                    int number = i - (version - 1) * apart;
                    boolean full = number % fullEvery == 0;
                    if (number >= 0 && number < count && full) {
                        last.add(send(producer, first + number, version));
                        events++;
                    }
                }
                if (i < count && i % fullEvery != 0) {
                    last.add(send(producer, first + i, VERSIONS));
                    events++;
                }
                if (last.size() > 2 * TAIL) {
                    last.subList(0, TAIL).clear();
                }
            }
            producer.flush();
        }
        return new Sent(
                events, List.copyOf(last.subList(Math.max(0, last.size() - TAIL), last.size())));
    }

    private String send(KafkaProducer<String, byte[]> producer, int number, int version) {
        String id = id(number).toString();
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(
                        TOPIC, id, body(number, version).getBytes(StandardCharsets.UTF_8));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", id + ":" + version);
        header(message, "ce_source", "/mediation");
        header(message, "ce_type", "mediation.case." + STEPS[version - 1]);
        header(message, "ce_subject", id);
        header(message, "ce_time", registeredOn(number) + "T08:00:00.000Z");
        header(message, "ce_dataschema", TOPIC + "/1");
        header(message, "ce_recordversion", Integer.toString(version));
        header(message, "content-type", "application/json");
        signature.sign(message);
        producer.send(message);
        return id;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Grows with time, as the services' own ids do (UUID version 7). */
    private UUID id(int number) {
        SplittableRandom random = new SplittableRandom(number);
        long millis = registeredOn(number).atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1000;
        long high = millis << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, Long.MIN_VALUE | random.nextLong() >>> 2);
    }

    private LocalDate registeredOn(int number) {
        return FIRST_DAY.plusDays((long) number * DAYS / Math.max(1, cases) % DAYS);
    }

    /** The event of a case at a version: registered, accepted, closed. */
    String body(int number, int version) {
        SplittableRandom random = new SplittableRandom(~number);
        String township = township(random);
        int village = random.nextInt(20);
        String division = township.substring(0, 9) + (village == 0 ? "000" : 200 + village);
        LocalDate registeredOn = registeredOn(number);
        UUID id = id(number);
        StringBuilder body = new StringBuilder(1_000).append('{');
        text(body, "id", id).append(",\"version\":").append(version).append(',');
        text(body, "matterId", id).append(",\"voided\":false,");
        String caseNumber = "(%d)人调字第%d号".formatted(registeredOn.getYear(), 1 + number % 99_999);
        text(body, "caseNumber", caseNumber).append(',');
        text(body, "division", division).append(',');
        text(body, "place", division).append(',');
        text(body, "committeeId", new UUID(7L << 12, Long.MIN_VALUE | number % 40_000)).append(',');
        text(body, "committeeLevel", village == 0 ? "TOWNSHIP" : "VILLAGE").append(',');
        text(body, "source", random.nextInt(3) == 0 ? "OWN_INITIATIVE" : "ON_APPLICATION");
        text(body.append(','), "disputeType", "%02d".formatted(1 + random.nextInt(17)));
        text(body.append(','), "basis", "PEOPLES_MEDIATION");
        text(body.append(','), "difficulty", random.nextInt(5) == 0 ? "DIFFICULT" : "ORDINARY");
        body.append(",\"personsInvolved\":").append(2 + random.nextInt(4));
        body.append(",\"amountYuan\":").append(random.nextInt(100_000)).append(',');
        text(body, "enteredOn", registeredOn).append(',');
        text(body, "registeredOn", registeredOn);
        course(body, version, registeredOn, random.nextInt(100));
        return body.append(",\"counselIds\":[]}").toString();
    }

    private static void course(StringBuilder body, int version, LocalDate start, int chance) {
        if (version == 1) {
            text(body.append(','), "status", "REGISTERED");
            return;
        }
        text(body.append(','), "acceptedOn", start.plusDays(1));
        text(body.append(','), "mediationDueOn", start.plusDays(31));
        LocalDate end = start.plusDays(2 + chance % 28);
        if (version == 2) {
            text(body.append(','), "status", "ACCEPTED");
            return;
        }
        text(body.append(','), "endedOn", end);
        if (chance < 3) {
            text(body.append(','), "status", "WITHDRAWN");
            text(body.append(','), "withdrawnOn", end);
            return;
        }
        text(body.append(','), "closedOn", end);
        if (chance < 8) {
            text(body.append(','), "status", "NOT_AGREED");
            text(body.append(','), "terminatedOn", end).append(",\"guidedToLitigation\":true");
            return;
        }
        text(body.append(','), "status", "AGREED");
        text(body.append(','), "agreedOn", end);
        text(body.append(','), "agreementForm", chance % 4 == 0 ? "ORAL" : "WRITTEN");
        body.append(",\"agreementAmountYuan\":").append(chance * 100);
        body.append(",\"confirmable\":").append(chance % 4 != 0).append(',');
        text(body, "confirmationWindowEndsOn", end.plusDays(30));
    }

    private static StringBuilder text(StringBuilder body, String name, Object value) {
        return body.append('"').append(name).append("\":\"").append(value).append('"');
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        131_072),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
