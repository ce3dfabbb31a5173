package org.fengqiao.kit.privacy;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.fengqiao.kit.journal.JournalFailed;

/**
 * Looks at the key files of an idle service, too, and tells the age of each key and what is still
 * under old ones. A file that cannot be read stops nothing: a health group of its own.
 */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Singleton
@HealthGroup("keys")
class KeyHealth implements HealthCheck {

    private final Instance<SealedTables> sealed;
    private final AgroalDataSource dataSource;
    private final MultiGauge ages;
    private final MultiGauge faults;
    private final MultiGauge left;
    private final Map<String, Long> counted = new ConcurrentHashMap<>();

    KeyHealth(Instance<SealedTables> sealed, AgroalDataSource dataSource, MeterRegistry meters) {
        this.sealed = sealed;
        this.dataSource = dataSource;
        this.ages =
                MultiGauge.builder("fengqiao.key.age")
                        .baseUnit("seconds")
                        .description("Since a version of a key was created")
                        .register(meters);
        this.faults =
                MultiGauge.builder("fengqiao.key.file.faulty")
                        .description("1 where the key file as it lies there was not taken over")
                        .register(meters);
        this.left =
                MultiGauge.builder("fengqiao.key.old.rows")
                        .description("Rows with a value of a version that writes no more")
                        .register(meters);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        List<MultiGauge.Row<?>> aged = new ArrayList<>();
        List<MultiGauge.Row<?>> faulty = new ArrayList<>();
        List<MultiGauge.Row<?>> old = new ArrayList<>();
        for (SealedTables it : sealed) {
            KeyRing keys = it.keys().keys();
            keys.look();
            add(aged, it.purpose(), "sealing", keys, keys.file().sealing());
            add(aged, it.purpose(), "index", keys, keys.file().index());
            Tags tags = Tags.of("purpose", it.purpose());
            faulty.add(MultiGauge.Row.of(tags, keys.fault() == null ? 0 : 1));
            if (it.isCounted()) {
                old.add(MultiGauge.Row.of(tags, counted.getOrDefault(it.purpose(), 0L)));
            }
        }
        ages.register(aged, true);
        faults.register(faulty, true);
        left.register(old, true);
    }

    private static void add(
            List<MultiGauge.Row<?>> rows,
            String purpose,
            String key,
            KeyRing keys,
            List<KeyVersion> versions) {
        for (KeyVersion it : versions) {
            KeyVersion.State state = it.state(versions, keys.now());
            if (state != KeyVersion.State.RETIRED) {
                Tags tags =
                        Tags.of(
                                "purpose",
                                purpose,
                                "key",
                                key,
                                "id",
                                Long.toString(it.id()),
                                "state",
                                state.name());
                Duration age = Duration.between(it.created(), keys.now());
                rows.add(MultiGauge.Row.of(tags, age.toSeconds()));
            }
        }
    }

    /** Reads every table, while there is an old version: seldom. */
    @Scheduled(
            every = "{fengqiao.keys.count-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        try (Connection connection = dataSource.getConnection()) {
            for (SealedTables it : sealed) {
                if (it.isCounted()) {
                    counted.put(it.purpose(), KeyUse.ofOld(connection, it.keys().keys()));
                }
            }
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    @Override
    public HealthCheckResponse call() {
        List<String> told =
                sealed.stream()
                        .map(it -> it.keys().keys().fault())
                        .filter(Objects::nonNull)
                        .toList();
        return HealthCheckResponse.named("keys")
                .status(told.isEmpty())
                .withData("faulty", told.size())
                .build();
    }
}
