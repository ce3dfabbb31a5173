package org.fengqiao.reporting.parity;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.fengqiao.reporting.facts.Table;

/** The services that publish the facts, each at its own address; asked as this service itself. */
@ApplicationScoped
class Sources {

    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** Records of one division first entered in one month. */
    record Group(String division, String month, long count, String digest) {}

    /** What a source holds of a kind. */
    record Answer(String kind, boolean outboxEmpty, List<Group> groups) {}

    private final Config config;
    private final ObjectMapper json;
    private final OidcClient identity;
    private final TokensHelper tokens = new TokensHelper();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();

    Sources(Config config, ObjectMapper json, OidcClient identity) {
        this.config = config;
        this.identity = identity;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Whether the address of the kind's source is set; without it there is no one to ask. */
    boolean isKnown(Table kind) {
        return address(kind).isPresent();
    }

    /**
     * Asks the source of a kind.
     *
     * @throws IOException where it does not answer, its address is not set, or the identity
     *     provider gives no token
     */
    Answer ask(Table kind) throws IOException {
        if (!isKnown(kind)) {
            throw new IOException(setting(kind) + " is not set");
        }
        String path = "/%s/v1/parity?kind=%s".formatted(kind.source(), kind.kind());
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address(kind).get() + path))
                        .timeout(ANSWER)
                        .header("Accept", "application/json")
                        .header("Authorization", "Bearer " + token())
                        .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("Answered " + response.statusCode());
            }
            return json.readValue(response.body(), Answer.class);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** Kept while it is valid. */
    private String token() throws IOException {
        try {
            return tokens.getTokens(identity).await().atMost(ANSWER).getAccessToken();
        } catch (RuntimeException e) {
            throw new IOException("The identity provider gives no token", e);
        }
    }

    private Optional<String> address(Table kind) {
        return config.getOptionalValue(setting(kind), String.class);
    }

    /** FENGQIAO_SOURCES_MEDIATION_URL, FENGQIAO_SOURCES_PETITION_URL. */
    private static String setting(Table kind) {
        return "fengqiao.sources.%s.url".formatted(kind.source());
    }
}
