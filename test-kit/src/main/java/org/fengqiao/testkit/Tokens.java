package org.fengqiao.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
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

    /** A machine's, by client credentials: it names no person. */
    static String ofMachine(String client, String division, String... scopes) {
        return Platform.sign(
                Map.of(
                        "sub", client,
                        "azp", client,
                        "division", division,
                        "scope", String.join(" ", scopes)));
    }

    /** A token that the same provider gave for another system. */
    public static String forAnotherSystem(String division, String... scopes) {
        return but("aud", "another-system", division, scopes);
    }

    /** A token that says it is of another provider. */
    static String ofAnotherIssuer(String division, String... scopes) {
        return but("iss", "http://127.0.0.1:9/elsewhere", division, scopes);
    }

    private static String but(String claim, String other, String division, String... scopes) {
        return Platform.sign(
                Map.of(
                        claim,
                        other,
                        "name",
                        "nobody",
                        "division",
                        division,
                        "scope",
                        String.join(" ", scopes)));
    }

    /** Who has a key, and not the provider's. */
    private static final class Forger {
        static final RSAKey KEY = key();

        private static RSAKey key() {
            try {
                return new RSAKeyGenerator(2048).generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The same token, signed by who only knows the name of the provider's key. */
    static String ofAnotherKey(String token) {
        try {
            SignedJWT given = SignedJWT.parse(token);
            SignedJWT forged = new SignedJWT(given.getHeader(), given.getJWTClaimsSet());
            forged.sign(new RSASSASigner(Forger.KEY));
            return forged.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same token with another prefecture as its division, and the signature left. */
    static String altered(String token) {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String other = claims.replaceFirst("\"division\":\"(..)..", "\"division\":\"$199");
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(UTF_8));
        return parts[0] + "." + encoded + "." + parts[2];
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
