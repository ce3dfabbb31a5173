package org.fengqiao.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * A small OpenID Connect provider for the embedded default and the tests: loopback only, new keys
 * at each start, sign-in by one button per {@link DemoUser}. In production it is the operator's own
 * provider; the services know only the issuer's address.
 */
public final class DemoIdentity implements Identity {
    static final String ISSUER_PATH = "fengqiao";
    static final String AUDIENCE = "fengqiao";

    /** The client that reporting-service is where it asks other services. */
    static final String REPORTING = "fengqiao-reporting";

    static final Duration SERVICE_TOKEN_LIFE = Duration.ofMinutes(1);

    /** A working day; sign-in again tomorrow. */
    public static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final MockWebServerWrapper server;
    private final KeyProvider keys;
    private final int port;
    private final String reportingSecret = UUID.randomUUID().toString();

    private DemoIdentity(MockWebServerWrapper server, KeyProvider keys, int port) {
        this.server = server;
        this.keys = keys;
        this.port = port;
    }

    /**
     * Starts the provider.
     *
     * @param port a TCP port, or 0 for a free one
     */
    public static DemoIdentity start(int port) {
        // The library's default keys are published in its jar: anyone could sign with them.
        KeyProvider keys = new KeyProvider(List.of(), JWSAlgorithm.RS256.getName());
        MockWebServerWrapper server = new MockWebServerWrapper();
        OAuth2Config config =
                new OAuth2Config(
                        false,
                        null,
                        null,
                        false,
                        new OAuth2TokenProvider(keys, (Instant) null),
                        Set.of(
                                new DefaultOAuth2TokenCallback(
                                        ISSUER_PATH,
                                        "nobody",
                                        "JWT",
                                        List.of(AUDIENCE),
                                        Map.of(),
                                        TOKEN_LIFE.toSeconds())),
                        server);
        int chosen = FreePorts.orFree(port);
        DemoIdentity identity = new DemoIdentity(server, keys, chosen);
        server.start(
                loopback(),
                chosen,
                new SignIn(
                        new OAuth2HttpRequestHandler(config).getAuthorizationServer(), identity));
        return identity;
    }

    @Override
    public String issuer() {
        return "http://127.0.0.1:" + port + "/" + ISSUER_PATH;
    }

    /**
     * A signed access token.
     *
     * @param subject who acts
     * @param client the client that acts for them ({@code azp})
     * @param division twelve digits: the area of responsibility
     * @param life how long it is valid from now; negative for one that has expired
     * @param scopes what they may do
     */
    public String token(
            String subject, String client, String division, Duration life, String... scopes) {
        Instant now = Instant.now();
        return sign(
                claims(subject, client, now, now.plus(life))
                        .claim("division", division)
                        .claim("scope", String.join(" ", scopes))
                        .claim("name", DemoUser.of(subject).map(DemoUser::title).orElse(subject))
                        .build());
    }

    /** Valid for {@link #TOKEN_LIFE}. */
    @Override
    public String token(DemoUser user) {
        return token(
                user.subject(), "scripts", user.division(), TOKEN_LIFE, user.scopes().split(" "));
    }

    /** A token of reporting-service itself, which no person has asked for. */
    String reportingToken() {
        Instant now = Instant.now();
        return sign(
                claims(REPORTING, REPORTING, now, now.plus(SERVICE_TOKEN_LIFE))
                        .claim("division", DemoUser.COUNTY.division())
                        .claim("scope", "admin")
                        .build());
    }

    @Override
    public String reportingSecret() {
        return reportingSecret;
    }

    @Override
    public String shell() {
        return Arrays.stream(DemoUser.values())
                .map(it -> "TOKEN_" + it.name() + "=" + token(it) + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public String advice(Path environment) {
        return "tokens    令牌      . %s; valid 12 hours 有效 12 小时".formatted(environment);
    }

    @Override
    public boolean alive() {
        return true; // it ends with this process
    }

    /** Signs any claims with the provider's key: for tokens that a service must refuse. */
    public String sign(JWTClaimsSet claims) {
        try {
            RSAKey key = keys.signingKey(ISSUER_PATH).toRSAKey();
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .keyID(key.getKeyID())
                                    .type(JOSEObjectType.JWT)
                                    .build(),
                            claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims every token has, for {@link #sign}. */
    public JWTClaimsSet.Builder claims(String subject, String client, Instant from, Instant until) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience(AUDIENCE)
                .claim("azp", client)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(from.isBefore(until) ? from : until))
                .expirationTime(Date.from(until));
    }

    @Override
    public void close() {
        server.stop();
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByName("127.0.0.1");
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
