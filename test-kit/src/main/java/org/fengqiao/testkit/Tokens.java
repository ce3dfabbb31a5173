package org.fengqiao.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fengqiao.local.DemoUser;

/** Bearer tokens of the {@link Platform}'s identity provider. */
public final class Tokens {
    private static final String CLIENT = "tests";
    private static final Duration LIFE = Duration.ofHours(1);

    private Tokens() {}

    /** A mediator of village 410423106201. */
    public static String village() {
        return of(DemoUser.VILLAGE);
    }

    /** A clerk of township 410423106000. */
    public static String township() {
        return of(DemoUser.TOWNSHIP);
    }

    /** A second person of the township, who signs. */
    public static String signer() {
        return of(DemoUser.SIGNER);
    }

    /** A clerk of county 410423000000. */
    public static String county() {
        return of(DemoUser.COUNTY);
    }

    /** A clerk of the petition department of county 410423000000. */
    public static String countyPetitions() {
        return of(DemoUser.COUNTY_PETITIONS);
    }

    /** A clerk of the petition department of city 410400000000. */
    public static String cityPetitions() {
        return of(DemoUser.CITY_PETITIONS);
    }

    /** Scopes {@code admin} and {@code audit:read} on the county. */
    public static String admin() {
        return of(DemoUser.ADMIN);
    }

    public static String of(DemoUser user) {
        return of(user.subject(), user.division(), user.scopes().split(" "));
    }

    /** Anyone, anywhere, with these scopes; valid for an hour. */
    public static String of(String subject, String division, String... scopes) {
        return of(subject, CLIENT, division, LIFE, scopes);
    }

    /** A token that says nothing of a division. */
    public static String withoutDivision(String... scopes) {
        return Platform.sign(Map.of("name", "nobody", "scope", String.join(" ", scopes)));
    }

    /** A token with these claims beside those that every one has, or instead of them. */
    public static String withClaims(Map<String, Object> claims) {
        return Platform.sign(claims);
    }

    /** A token that the same provider gave for another system. */
    public static String forAnotherSystem(String division, String... scopes) {
        return Platform.sign(
                Map.of(
                        "aud",
                        "another-system",
                        "name",
                        "nobody",
                        "division",
                        division,
                        "scope",
                        String.join(" ", scopes)));
    }

    /** As {@link #of(String, String, String...)}; a negative life gives an expired token. */
    public static String of(
            String subject, String client, String division, Duration life, String... scopes) {
        return Platform.token(
                List.of(
                        subject,
                        client,
                        division,
                        Long.toString(life.toSeconds()),
                        String.join(" ", scopes)));
    }
}
