package org.fengqiao.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls as one person, which go on until they are answered. */
final class Calls {

    /** A record as a service answers it. */
    record Answered(int status, String id, int version) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long RETRY_MILLIS = 100;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final String token;

    Calls(String token) {
        this.token = token;
    }

    /**
     * Posts until the service has said yes or no: after a failure again, with the same key.
     *
     * @param version that the step is taken from; 0 for a new record
     */
    Answered post(String url, String key, int version, String body) throws IOException {
        HttpRequest.Builder request =
                request(url)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (version > 0) {
            request.header("If-Match", "\"" + version + "\"");
        }
        HttpResponse<String> answer = patiently(request.build());
        if (answer.statusCode() / 100 != 2) {
            return new Answered(answer.statusCode(), answer.body(), 0);
        }
        JsonNode record = JSON.readTree(answer.body());
        return new Answered(
                answer.statusCode(), record.path("id").asText(), record.path("version").asInt());
    }

    JsonNode get(String url) throws IOException {
        return JSON.readTree(patiently(request(url).GET().build()).body());
    }

    /** A POST that is harmless to repeat. */
    JsonNode ask(String url) throws IOException {
        HttpRequest request =
                request(url)
                        .timeout(Duration.ofMinutes(3))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        return JSON.readTree(patiently(request).body());
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    /** 409 says that a twin runs; what is 500 or above, or no answer at all, passes. */
    private HttpResponse<String> patiently(HttpRequest request) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String trouble;
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                int status = answer.statusCode();
                if (status < 500 && status != 409 && status != 429) {
                    return answer;
                }
                trouble = status + " " + answer.body();
            } catch (IOException e) {
                trouble = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            if (System.nanoTime() > end) {
                throw new IOException(request.uri() + " is not answered: " + trouble);
            }
            Pause.millis(RETRY_MILLIS);
        }
    }
}
