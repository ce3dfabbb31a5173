package org.fengqiao.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoIdentityTest {
    private static final String CALLBACK = "http://127.0.0.1:9/pages/callback";

    private static DemoIdentity identity;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        identity = DemoIdentity.start(0);
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void aTokenSaysWhoWhereAndWhat() throws Exception {
        SignedJWT token =
                SignedJWT.parse(
                        identity.token(
                                "somebody",
                                "a-client",
                                "410423106201",
                                Duration.ofMinutes(5),
                                "cases:read",
                                "cases:write"));
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertTrue(signedBy(identity, token));
        assertEquals(identity.issuer(), claims.getIssuer());
        assertEquals(List.of("fengqiao"), claims.getAudience());
        assertEquals("somebody", claims.getSubject());
        assertEquals("a-client", claims.getStringClaim("azp"));
        assertEquals("410423106201", claims.getStringClaim("division"));
        assertEquals("cases:read cases:write", claims.getStringClaim("scope"));
    }

    @Test
    void everyStartHasItsOwnKey() throws Exception {
        try (DemoIdentity other = DemoIdentity.start(0)) {
            SignedJWT token = SignedJWT.parse(other.token(DemoUser.ADMIN));
            assertTrue(signedBy(other, token));
            assertFalse(signedBy(identity, token));
        }
    }

    @Test
    void aButtonSignsInAndTheCodeServesOnce() throws Exception {
        HttpResponse<String> page = get("/authorize?" + authorization(CALLBACK));
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("value=\"" + DemoUser.SIGNER.subject() + "\""));
        assertFalse(page.body().contains("http"), "nothing from another host");

        String code = signIn(DemoUser.SIGNER.subject());
        String exchange =
                "grant_type=authorization_code&client_id=reporting&client_secret=s&code="
                        + code
                        + "&redirect_uri="
                        + encode(CALLBACK);
        HttpResponse<String> answer = post("/token", exchange);
        assertEquals(200, answer.statusCode());
        JWTClaimsSet access = claims(answer.body(), "access_token");
        assertEquals(DemoUser.SIGNER.subject(), access.getSubject());
        assertEquals(List.of("fengqiao"), access.getAudience());
        assertEquals(DemoUser.SIGNER.division(), access.getStringClaim("division"));
        assertEquals(DemoUser.SIGNER.scopes(), access.getStringClaim("scope"));
        JWTClaimsSet idToken = claims(answer.body(), "id_token");
        assertEquals(List.of("reporting"), idToken.getAudience());
        assertEquals("n-1", idToken.getStringClaim("nonce"));

        assertEquals(400, post("/token", exchange).statusCode());
    }

    @Test
    void givesNoTokenToWhoDidNotSignIn() throws Exception {
        assertEquals(
                400,
                post("/token", "grant_type=client_credentials&client_id=a&client_secret=b")
                        .statusCode());
        assertEquals(
                400,
                post("/token", "grant_type=authorization_code&client_id=a&client_secret=b&code=c")
                        .statusCode());
        assertEquals(
                400,
                post("/authorize?" + authorization(CALLBACK), "username=intruder").statusCode());
        assertEquals(
                404, get("/authorize?" + authorization("https://example.org/cb")).statusCode());
        assertEquals(404, get("/debugger").statusCode());
    }

    @Test
    void theReportingServiceGetsATokenOfItsOwn() throws Exception {
        HttpResponse<String> answer = asReporting(identity.reportingSecret());
        assertEquals(200, answer.statusCode());
        Matcher token = Pattern.compile("\"access_token\": \"([^\"]+)\"").matcher(answer.body());
        assertTrue(token.find(), answer.body());
        JWTClaimsSet claims = SignedJWT.parse(token.group(1)).getJWTClaimsSet();
        assertEquals("admin", claims.getStringClaim("scope"));
        assertEquals(null, claims.getStringClaim("name"));
        assertEquals(400, asReporting("another").statusCode());
    }

    private HttpResponse<String> asReporting(String secret) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(identity.issuer() + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", Credentials.basic(DemoIdentity.REPORTING, secret))
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void ignoresClaimsThatTheFormBrings() throws Exception {
        String form =
                "username="
                        + DemoUser.VILLAGE.subject()
                        + "&claims="
                        + encode("{\"scope\": \"admin\"}");
        String code = code(post("/authorize?" + authorization(CALLBACK), form));
        HttpResponse<String> answer =
                post(
                        "/token",
                        "grant_type=authorization_code&client_id=a&client_secret=b&code="
                                + code
                                + "&redirect_uri="
                                + encode(CALLBACK));
        assertNotEquals("admin", claims(answer.body(), "access_token").getStringClaim("scope"));
    }

    private String signIn(String user) throws IOException, InterruptedException {
        return code(post("/authorize?" + authorization(CALLBACK), "username=" + user));
    }

    private static String code(HttpResponse<String> redirection) {
        String location = redirection.headers().firstValue("Location").orElseThrow();
        assertTrue(location.startsWith(CALLBACK));
        Matcher code = Pattern.compile("code=([^&]+)").matcher(location);
        assertTrue(code.find());
        return code.group(1);
    }

    private static String authorization(String callback) {
        return "response_type=code&client_id=reporting&scope=openid&state=s-1&nonce=n-1"
                + "&redirect_uri="
                + encode(callback);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JWTClaimsSet claims(String json, String name) throws Exception {
        Matcher token = Pattern.compile("\"" + name + "\" : \"([^\"]+)\"").matcher(json);
        assertTrue(token.find(), json);
        return SignedJWT.parse(token.group(1)).getJWTClaimsSet();
    }

    private boolean signedBy(DemoIdentity provider, SignedJWT token) throws Exception {
        JWKSet keys = JWKSet.load(URI.create(provider.issuer() + "/jwks").toURL());
        return token.verify(new RSASSAVerifier(keys.getKeys().get(0).toRSAKey()));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(identity.issuer() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(identity.issuer() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
