package org.fengqiao.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A service's REST interface, called as one demo user. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WAIT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final Supplier<String> token;

    /**
     * @param token asked for anew with each request: it may live for less than a whole import
     */
    Api(String url, Supplier<String> token) {
        this.url = url;
        this.token = token;
    }

    /** The JSON at a path; any answer but 200 is an error. */
    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    void put(String path) {
        send(request(path).PUT(HttpRequest.BodyPublishers.noBody()).build());
    }

    /**
     * Sends JSON.
     *
     * @param body null where the operation takes none
     * @param idempotencyKey null where the operation takes none
     * @param version of the record that is changed; 0 where none is
     */
    JsonNode post(String path, JsonNode body, String idempotencyKey, int version) {
        HttpRequest.Builder request = request(path);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        if (version > 0) {
            request.header("If-Match", "\"" + version + "\"");
        }
        if (body == null) {
            return send(request.POST(HttpRequest.BodyPublishers.noBody()).build());
        }
        return send(
                request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build());
    }

    /** Asks again until the answer passes, for a minute at most; gives the last answer. */
    JsonNode until(String path, Predicate<JsonNode> passes) {
        Instant end = Instant.now().plus(WAIT);
        JsonNode answer = get(path);
        while (!passes.test(answer) && Instant.now().isBefore(end)) {
            Child.pause(PAUSE);
            answer = get(path);
        }
        return answer;
    }

    /** The JSON at a path once two answers in a row are the same: events arrive meanwhile. */
    JsonNode settled(String path) {
        AtomicReference<JsonNode> before = new AtomicReference<>();
        return until(path, it -> it.equals(before.getAndSet(it)));
    }

    /** Uploads a ledger; answers the import resource. */
    JsonNode upload(String path, Path file, Map<String, String> fields, String idempotencyKey) {
        String boundary = "fengqiao-" + UUID.randomUUID();
        return send(
                request(path)
                        .header("Idempotency-Key", idempotencyKey)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        multipart(file, fields, boundary)))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token.get())
                .timeout(Duration.ofMinutes(1));
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() / 100 != 2) {
                throw new Place.Trouble(
                        request.method()
                                + " "
                                + request.uri()
                                + " answered "
                                + answer.statusCode()
                                + ": "
                                + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(request.uri() + " does not answer JSON", e);
        } catch (IOException e) {
            throw new Place.Trouble(request.uri() + " does not answer 无应答: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] multipart(Path file, Map<String, String> fields, String boundary) {
        StringBuilder head = new StringBuilder();
        fields.forEach(
                (name, value) ->
                        head.append("--%s\r\n".formatted(boundary))
                                .append(
                                        "Content-Disposition: form-data; name=\"%s\"\r\n"
                                                .formatted(name))
                                .append("\r\n%s\r\n".formatted(value)));
        head.append(
                """
                --%s\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r
                \r
                """
                        .formatted(boundary, file.getFileName()));
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.write(head.toString().getBytes(StandardCharsets.UTF_8));
            body.write(Files.readAllBytes(file));
            body.write("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
            return body.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
