package org.fengqiao.local;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Credentials;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * The sign-in page in front of the provider, and a guard: only the code flow, only demo users, only
 * codes that were issued here, and back to loopback only; besides, client credentials of
 * reporting-service. The provider itself would give a token with any claim to anyone who asks.
 */
final class SignIn implements Function1<OAuth2HttpRequest, OAuth2HttpResponse> {
    private static final Set<String> OPEN =
            Set.of(
                    "GET /.well-known/openid-configuration",
                    "GET /jwks",
                    "GET /userinfo",
                    "GET /endsession",
                    "POST /endsession");

    private final Route provider;
    private final DemoIdentity identity;
    private final Set<String> issuedCodes = ConcurrentHashMap.newKeySet();

    SignIn(Route provider, DemoIdentity identity) {
        this.provider = provider;
        this.identity = identity;
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
        String path = request.getOriginalUrl().encodedPath();
        String issuer = "/" + DemoIdentity.ISSUER_PATH;
        if (!path.startsWith(issuer + "/") || !returnsToLoopback(request.getOriginalUrl())) {
            return refusal(404, "not found");
        }
        String operation = request.getMethod() + " " + path.substring(issuer.length());
        return switch (operation) {
            case "GET /authorize" -> page();
            case "POST /authorize" -> signIn(request);
            case "POST /token" -> token(request);
            default ->
                    OPEN.contains(operation) ? provider.invoke(request) : refusal(404, "not found");
        };
    }

    private OAuth2HttpResponse signIn(OAuth2HttpRequest request) {
        Optional<DemoUser> user =
                Optional.ofNullable(request.getFormParameters().get("username"))
                        .flatMap(DemoUser::of);
        if (user.isEmpty()) {
            return refusal(400, "没有这个演示用户 No such demo user");
        }
        OAuth2HttpResponse response =
                provider.invoke(
                        new OAuth2HttpRequest(
                                request.getHeaders(),
                                request.getMethod(),
                                request.getOriginalUrl(),
                                form(user.get())));
        String location = response.getHeaders().get("Location");
        HttpUrl target = location == null ? null : HttpUrl.parse(location);
        if (target != null && target.queryParameter("code") != null) {
            issuedCodes.add(target.queryParameter("code"));
        }
        return response;
    }

    private static String form(DemoUser user) {
        String claims =
                """
                {"division": "%s", "scope": "%s", "name": "%s"}"""
                        .formatted(user.division(), user.scopes(), user.title());
        return "username="
                + URLEncoder.encode(user.subject(), StandardCharsets.UTF_8)
                + "&claims="
                + URLEncoder.encode(claims, StandardCharsets.UTF_8);
    }

    private OAuth2HttpResponse token(OAuth2HttpRequest request) {
        String grant = request.getFormParameters().get("grant_type");
        if ("client_credentials".equals(grant) && isReporting(request.getHeaders())) {
            String token =
                    """
                    {"access_token": "%s", "token_type": "Bearer", "expires_in": %d}"""
                            .formatted(
                                    identity.reportingToken(),
                                    DemoIdentity.SERVICE_TOKEN_LIFE.toSeconds());
            return response(200, "application/json", token);
        }
        String code = request.getFormParameters().get("code");
        boolean codeFlow = "authorization_code".equals(grant);
        if (!codeFlow || code == null || !issuedCodes.remove(code)) {
            return response(400, "application/json", "{\"error\": \"invalid_grant\"}");
        }
        return provider.invoke(request);
    }

    private boolean isReporting(Headers headers) {
        String expected = Credentials.basic(DemoIdentity.REPORTING, identity.reportingSecret());
        return expected.equals(headers.get("Authorization"));
    }

    private static boolean returnsToLoopback(HttpUrl url) {
        return Stream.of("redirect_uri", "post_logout_redirect_uri")
                .map(url::queryParameter)
                .filter(Objects::nonNull)
                .allMatch(SignIn::isLoopback);
    }

    private static boolean isLoopback(String address) {
        try {
            String host = URI.create(address).getHost();
            return "127.0.0.1".equals(host) || "localhost".equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static OAuth2HttpResponse page() {
        String buttons =
                Arrays.stream(DemoUser.values())
                        .map(
                                it ->
                                        """
                                        <button name="username" value="%s">%s<small lang="en">%s · %s</small></button>
                                        """
                                                .formatted(
                                                        it.subject(),
                                                        it.title(),
                                                        it.englishTitle(),
                                                        it.division()))
                        .collect(Collectors.joining());
        return response(200, "text/html", PAGE.formatted(buttons));
    }

    private static OAuth2HttpResponse refusal(int status, String text) {
        return response(status, "text/plain", text + "\n");
    }

    private static OAuth2HttpResponse response(int status, String type, String body) {
        return new OAuth2HttpResponse(
                Headers.of(
                        "Content-Type",
                        type + ";charset=UTF-8",
                        "Cache-Control",
                        "no-store",
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
                status,
                body,
                null);
    }

    // Same form address as the page's: the query of the authorization request goes along.
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>枫桥演示登录 Fengqiao demo sign-in</title>
            <style>
            body { font: 18px/1.5 sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem }
            button { display: block; width: 100%%; margin: .7rem 0; padding: .7rem 1rem; font: inherit;
                     text-align: left; background: #fff; border: 2px solid #0b4f8a; cursor: pointer }
            button:hover, button:focus { background: #e8f1fa; outline: 3px solid #ffbf00 }
            small { display: block; color: #444 }
            </style>
            </head>
            <body>
            <h1>演示登录 <span lang="en">Demo sign-in</span></h1>
            <p>本机演示，人物为虚构职务。<span lang="en">On this machine only; the users are made-up offices.</span></p>
            <form method="post">
            %s</form>
            </body>
            </html>
            """;
}
