package org.fengqiao.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At a real broker: each service does what is its own, and the broker refuses the rest. */
class GrantsTest {

    private static final String CASES = "mediation.case.v1";
    private static final String PETITIONS = "petition.petition.v1";
    private static final Map<String, String> PASSWORDS =
            Map.of(
                    "mediation",
                    "m-word",
                    "petition",
                    "p-word",
                    "legal",
                    "l-word",
                    "reporting",
                    "r");

    @TempDir Path folder;

    private EmbeddedBroker broker;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0, "admin-word");
        Topics.ensure(broker.adminSettings());
        Grants.apply(broker, PASSWORDS);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void eachServiceWritesItsOwnTopicsAndNoOthers() throws Exception {
        send(settings("mediation"), CASES, "mediation-outbox");
        for (String other : List.of("petition", "legal", "reporting")) {
            refused(AuthorizationException.class, settings(other), CASES, null);
        }
        refused(TopicAuthorizationException.class, settings("mediation"), PETITIONS, null);
        // The control: the administrator may, so it is the grants that refuse.
        send(broker.adminSettings(), CASES, null);
        send(broker.adminSettings(), PETITIONS, null);
        // Nor may one fence another's relay.
        refused(
                TransactionalIdAuthorizationException.class,
                settings("petition"),
                PETITIONS,
                "mediation-outbox");
    }

    @Test
    void eachServiceReadsWhatItIsAReaderOfInItsOwnGroup() throws Exception {
        send(broker.adminSettings(), CASES, null);
        send(broker.adminSettings(), PETITIONS, null);
        for (String reader : List.of("petition", "legal", "reporting")) {
            assertEquals(1, read(reader, CASES, reader + "-service"), reader);
        }
        assertEquals(1, read("mediation", PETITIONS, "mediation-service"));
        assertThrows(
                TopicAuthorizationException.class, () -> read("legal", PETITIONS, "legal-service"));
        assertThrows(
                GroupAuthorizationException.class, () -> read("legal", CASES, "reporting-service"));
    }

    @Test
    void nobodyGetsInWithoutAPassword() {
        Map<String, Object> wrong = settings("mediation");
        wrong.putAll(broker.clientSettings("mediation", "guessed"));
        refused(SaslAuthenticationException.class, wrong, CASES, null);
        Map<String, Object> open = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer = producer(open, null)) {
            KafkaException refused =
                    assertThrows(
                            KafkaException.class,
                            () -> {
                                try {
                                    producer.send(new ProducerRecord<>(CASES, new byte[1])).get();
                                } catch (ExecutionException e) {
                                    throw (KafkaException) e.getCause();
                                }
                            });
            assertInstanceOf(TimeoutException.class, refused);
        }
    }

    /** A broker of before the grants: its data stay, its topics are guarded from now on. */
    @Test
    void aBrokerThatWasOpenIsGuardedAfterItsNextStart() throws Exception {
        broker.close();
        Path home = folder.resolve("old");
        broker = EmbeddedBroker.start(home, 0);
        Topics.ensure(broker.bootstrapServers());
        send(broker.adminSettings(), CASES, null);
        broker.close();
        start(home);
        assertEquals(1, read("legal", CASES, "legal-service"));
        refused(TopicAuthorizationException.class, settings("legal"), CASES, null);
    }

    @Test
    void whatIsNoLongerDeclaredIsTakenBack() throws Exception {
        AclBinding extra =
                Grants.declared().stream()
                        .filter(it -> it.entry().principal().equals("User:reporting"))
                        .map(
                                it ->
                                        new AclBinding(
                                                it.pattern(),
                                                new org.apache.kafka.common.acl.AccessControlEntry(
                                                        "User:stranger",
                                                        "*",
                                                        it.entry().operation(),
                                                        it.entry().permissionType())))
                        .findFirst()
                        .orElseThrow();
        try (Admin admin = Admin.create(broker.adminSettings())) {
            admin.createAcls(Set.of(extra)).all().get();
            for (int tries = 0; tries < 200 && !present(admin).contains(extra); tries++) {
                Child.pause(Duration.ofMillis(50)); // the broker learns of it a moment later
            }
            assertTrue(present(admin).contains(extra));
            Grants.apply(broker, PASSWORDS);
            assertEquals(Grants.declared(), present(admin));
        }
    }

    @Test
    void theDeclarationNamesServicesAndTopicsThatThereAre() {
        assertEquals(PASSWORDS.keySet(), Topics.readers().keySet());
        Set<String> known = Topics.declared().keySet();
        Set<String> read =
                Topics.readers().values().stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toSet());
        assertEquals(known, read);
        assertTrue(PASSWORDS.keySet().containsAll(Topics.owners()));
    }

    private void start(Path home) {
        broker = EmbeddedBroker.start(home, 0, "admin-word");
        Topics.ensure(broker.adminSettings());
        Grants.apply(broker, PASSWORDS);
    }

    private static Set<AclBinding> present(Admin admin) throws Exception {
        return Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
    }

    private Map<String, Object> settings(String service) {
        return new HashMap<>(broker.clientSettings(service, PASSWORDS.get(service)));
    }

    private static KafkaProducer<byte[], byte[]> producer(
            Map<String, Object> settings, String transactionalId) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("max.block.ms", 3_000);
        if (transactionalId != null) {
            all.put("transactional.id", transactionalId);
        }
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void send(Map<String, Object> settings, String topic, String transactionalId)
            throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = producer(settings, transactionalId)) {
            if (transactionalId == null) {
                producer.send(new ProducerRecord<>(topic, new byte[1], new byte[1])).get();
            } else {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(topic, new byte[1], new byte[1]));
                producer.commitTransaction();
            }
        }
    }

    private static void refused(
            Class<? extends Exception> why,
            Map<String, Object> settings,
            String topic,
            String transactionalId) {
        Exception refusal =
                assertThrows(Exception.class, () -> send(settings, topic, transactionalId));
        Throwable cause = refusal instanceof ExecutionException ? refusal.getCause() : refusal;
        assertTrue(
                why.isInstance(cause) || why.isInstance(cause.getCause()),
                () -> "expected " + why.getSimpleName() + ", was " + cause);
    }

    /** How many messages a service gets of a topic. */
    private int read(String service, String topic, String group) throws AuthorizationException {
        Map<String, Object> all = settings(service);
        all.put("group.id", group);
        all.put("auto.offset.reset", "earliest");
        all.put("enable.auto.commit", false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        all, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            int read = 0;
            for (int tries = 0; tries < 50 && read == 0; tries++) {
                read += consumer.poll(Duration.ofMillis(200)).count();
            }
            return read;
        }
    }
}
