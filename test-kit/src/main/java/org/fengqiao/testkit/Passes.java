package org.fengqiao.testkit;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The tokens of a {@link GuardWalk}, good and bad; by default those of {@link Tokens}. */
interface Passes {

    String of(String subject, String division, String... scopes);

    /** As its bearer gets it from the identity provider. */
    String of(String subject, String division, Role role);

    /** Tokens that are not to be trusted, by what is wrong with them. */
    Map<String, String> bad(String subject, String division, String... scopes);

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
            public String of(String subject, String division, Role role) {
                String[] scopes = role.scopes().toArray(String[]::new);
                return role.machine()
                        ? once(
                                "machine" + subject + division,
                                scopes,
                                () -> Tokens.ofMachine(subject, division, scopes))
                        : of(subject, division, scopes);
            }

            @Override
            public Map<String, String> bad(String subject, String division, String... scopes) {
                Duration past = Duration.ofHours(-1);
                String whose = subject + division;
                Map<String, String> bad = new LinkedHashMap<>();
                bad.put(
                        "an expired token",
                        once(
                                "expired" + whose,
                                scopes,
                                () -> Tokens.of(subject, "tests", division, past, scopes)));
                bad.put(
                        "another's token",
                        once(
                                "aud" + whose,
                                scopes,
                                () -> Tokens.forAnotherSystem(division, scopes)));
                bad.put(
                        "another issuer's token",
                        once(
                                "iss" + whose,
                                scopes,
                                () -> Tokens.ofAnotherIssuer(division, scopes)));
                String good = of(subject, division, scopes);
                bad.put(
                        "a token of another key",
                        once("key" + whose, scopes, () -> Tokens.ofAnotherKey(good)));
                bad.put("an altered token", Tokens.altered(good));
                bad.put("no real token", "eyJhbGciOiJub25lIn0.e30.");
                return bad;
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
