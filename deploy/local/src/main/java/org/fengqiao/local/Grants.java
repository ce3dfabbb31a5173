package org.fengqiao.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may do what at the broker, as {@code deploy/topics.yaml} says: a service writes its own
 * topics under its own transactional id, reads what it is a reader of in its own group, and nothing
 * else.
 */
public final class Grants {

    static final String MECHANISM = "SCRAM-SHA-256";
    private static final int ITERATIONS = 4096;
    private static final Duration WAIT = Duration.ofSeconds(60);

    private Grants() {}

    /**
     * Makes the broker know the services, and lets each do what is its own; takes back what it may
     * no longer do. Returns when all of it holds.
     *
     * @param broker one that knows an administrator
     * @param passwords of the services, by name
     */
    public static void apply(EmbeddedBroker broker, Map<String, String> passwords) {
        try (Admin admin = Admin.create(broker.adminSettings())) {
            List<UserScramCredentialAlteration> users = new ArrayList<>();
            passwords.forEach((service, password) -> users.add(user(service, password)));
            Topics.answer(admin.alterUserScramCredentials(users).all());
            Set<AclBinding> wanted = declared();
            Set<AclBinding> present = present(admin);
            List<AclBindingFilter> surplus =
                    present.stream()
                            .filter(it -> !wanted.contains(it))
                            .map(AclBinding::toFilter)
                            .toList();
            Topics.answer(admin.deleteAcls(surplus).all());
            Topics.answer(admin.createAcls(wanted).all());
            // The broker takes up one after the other: with the grants it knows the users.
            await(() -> present(admin).equals(wanted));
        }
    }

    private static Set<AclBinding> present(Admin admin) {
        return Set.copyOf(Topics.answer(admin.describeAcls(AclBindingFilter.ANY).values()));
    }

    private static UserScramCredentialAlteration user(String service, String password) {
        ScramCredentialInfo info =
                new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, ITERATIONS);
        return new UserScramCredentialUpsertion(service, info, password);
    }

    private static void await(Child.Readiness ready) {
        Instant end = Instant.now().plus(WAIT);
        while (!ready.ready()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("the broker does not take up its grants");
            }
            Child.pause(Duration.ofMillis(50));
        }
    }

    /** All that services may do. */
    static Set<AclBinding> declared() {
        Map<String, List<String>> readers = Topics.readers();
        Set<String> services = new TreeSet<>(readers.keySet());
        Topics.declared().keySet().forEach(it -> services.add(Topics.owner(it)));
        return services.stream()
                .flatMap(it -> of(it, readers.getOrDefault(it, List.of())))
                .collect(Collectors.toSet());
    }

    private static Stream<AclBinding> of(String service, List<String> reads) {
        Stream<String> own =
                Topics.declared().keySet().stream().filter(it -> Topics.owner(it).equals(service));
        return Stream.of(
                        own.map(it -> allow(service, AclOperation.WRITE, ResourceType.TOPIC, it)),
                        reads.stream()
                                .map(
                                        it ->
                                                allow(
                                                        service,
                                                        AclOperation.READ,
                                                        ResourceType.TOPIC,
                                                        it)),
                        Stream.of(
                                allow(
                                        service,
                                        AclOperation.READ,
                                        ResourceType.GROUP,
                                        service + "-service"),
                                allow(
                                        service,
                                        AclOperation.WRITE,
                                        ResourceType.TRANSACTIONAL_ID,
                                        service + "-outbox")))
                .flatMap(it -> it);
    }

    private static AclBinding allow(
            String service, AclOperation operation, ResourceType type, String name) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW));
    }

    /** Prints the same as commands for a Kafka of the operator's own. */
    public static void main(String[] arguments) {
        declared().stream().map(Grants::command).sorted().forEach(System.out::println);
    }

    private static String command(AclBinding acl) {
        String option =
                switch (acl.pattern().resourceType()) {
                    case GROUP -> "--group";
                    case TRANSACTIONAL_ID -> "--transactional-id";
                    default -> "--topic";
                };
        return "kafka-acls.sh --bootstrap-server \"$KAFKA\" --command-config \"$ADMIN\" --add"
                + " --allow-principal %s --operation %s %s %s"
                        .formatted(
                                acl.entry().principal(),
                                acl.entry().operation(),
                                option,
                                acl.pattern().name());
    }
}
