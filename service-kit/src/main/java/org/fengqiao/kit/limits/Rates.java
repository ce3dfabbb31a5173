package org.fengqiao.kit.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * How often somebody may ask, in this replica: a bucket for each payer and kind, which holds the
 * requests of a minute and is filled steadily.
 */
@ApplicationScoped
class Rates {

    /** What is asked for. */
    enum Kind {
        READS,
        WRITES,
        EXPORTS
    }

    /** Who pays for a request. */
    enum Payer {
        /** The program that got the token: a page, or a system. */
        CLIENT,
        /** The office. */
        DIVISION,
        /** A person, whatever the sessions. */
        PERSON,
        /** Of who is not signed in. */
        ADDRESS
    }

    /** Requests a minute. */
    @ConfigMapping(prefix = "fengqiao.limits.rates")
    interface Settings {
        Map<Kind, Integer> client();

        Map<Kind, Integer> division();

        Map<Kind, Integer> person();

        Map<Kind, Integer> address();

        default int of(Payer payer, Kind kind) {
            return switch (payer) {
                case CLIENT -> client().get(kind);
                case DIVISION -> division().get(kind);
                case PERSON -> person().get(kind);
                case ADDRESS -> address().get(kind);
            };
        }
    }

    /**
     * What became of a request at one bucket.
     *
     * @param policy its name: {@code person-reads}
     * @param perMinute that it admits
     * @param left of them
     * @param seconds until one more is admitted, or, where some are left, the bucket is full
     */
    record Standing(
            Payer payer, String policy, int perMinute, boolean admitted, long left, long seconds) {}

    private record Key(Payer payer, Kind kind, String name) {}

    private static final Duration MINUTE = Duration.ofMinutes(1);
    // A bucket that nobody touches for a minute is full: to forget it changes nothing.
    private final Cache<Key, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(MINUTE).maximumSize(200_000).build();
    private final Settings settings;

    Rates(Settings settings) {
        this.settings = settings;
    }

    Standing take(Payer payer, Kind kind, String name) {
        int perMinute = settings.of(payer, kind);
        Bucket bucket =
                buckets.get(
                        new Key(payer, kind, name),
                        it ->
                                Bucket.builder()
                                        .addLimit(
                                                limit ->
                                                        limit.capacity(perMinute)
                                                                .refillGreedy(perMinute, MINUTE))
                                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        long nanos =
                probe.isConsumed()
                        ? probe.getNanosToWaitForReset()
                        : probe.getNanosToWaitForRefill();
        String policy = (payer + "-" + kind).toLowerCase(Locale.ROOT);
        return new Standing(
                payer,
                policy,
                perMinute,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(nanos).toSeconds() + 1);
    }
}
