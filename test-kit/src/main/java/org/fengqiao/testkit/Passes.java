package org.fengqiao.testkit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The tokens of a {@link GuardWalk}, good and bad; by default those of {@link Tokens}. */
interface Passes {

    String of(String subject, String division, String... scopes);

    String expired(String division, String... scopes);

    String forAnotherSystem(String division, String... scopes);

    String withoutDivision(String... scopes);

    /** Of the platform's identity provider; each is signed once. */
    static Passes real() {
        Map<String, String> signed = new HashMap<>();
        return new Passes() {
            @Override
            public String of(String subject, String division, String... scopes) {
                return once(subject + division, scopes, () -> Tokens.of(subject, division, scopes));
            }

            @Override
            public String expired(String division, String... scopes) {
                Duration past = Duration.ofHours(-1);
                return once(
                        "expired",
                        scopes,
                        () -> Tokens.of("late", "tests", division, past, scopes));
            }

            @Override
            public String forAnotherSystem(String division, String... scopes) {
                return once("aud", scopes, () -> Tokens.forAnotherSystem(division, scopes));
            }

            @Override
            public String withoutDivision(String... scopes) {
                return once("nowhere", scopes, () -> Tokens.withoutDivision(scopes));
            }

            private String once(String whose, String[] scopes, Supplier<String> sign) {
                String key = whose + " " + String.join(" ", scopes);
                return signed.computeIfAbsent(key, none -> sign.get());
            }
        };
    }
}
