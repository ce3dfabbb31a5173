package org.fengqiao.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;

/** A request that was right, and is changed place by place. */
final class FuzzCall {

    private static final String BOUNDARY = "fuzz-boundary";
    // A surrogate without its other half has no bytes in UTF-8: it goes as an escape.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    final ApiOperation operation;
    final Visit visit;
    final Map<String, String> path;
    final Map<String, String> query;
    final Map<String, String> headers = new LinkedHashMap<>();
    final Map<String, String> form;
    String method;
    JsonNode body;
    byte[] file;

    /** In the place of the body, where it is no JSON any more. */
    byte[] raw;

    /** Whether the path is no longer one of the operation's. */
    boolean astray;

    FuzzCall(ApiOperation operation, Visit visit, Map<String, String> version) {
        this.operation = operation;
        this.visit = visit;
        this.method = operation.method().toUpperCase(Locale.ROOT);
        this.path = new LinkedHashMap<>(visit.path);
        this.query = new LinkedHashMap<>(visit.query);
        this.form = new LinkedHashMap<>(visit.form);
        this.body = visit.body == null ? null : visit.body.deepCopy();
        this.file = visit.file == null ? null : visit.file.content();
        headers.putAll(visit.headers);
        headers.putAll(version);
        if (operation.headers().contains("Idempotency-Key")) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (operation.mediaType() != null) {
            headers.put(
                    "Content-Type",
                    file == null
                            ? operation.mediaType()
                            : operation.mediaType() + "; boundary=" + BOUNDARY);
        }
    }

    /** Whether it is still the operation's own method and path. */
    boolean isTheOperations() {
        return !astray && method.equalsIgnoreCase(operation.method());
    }

    HttpRequest toRequest(String base) {
        byte[] content = content();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(base))
                        .timeout(Duration.ofSeconds(60))
                        .method(
                                method,
                                content == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(content));
        headers.forEach(
                (name, value) -> {
                    if (value != null) {
                        request.header(name, value);
                    }
                });
        return request.build();
    }

    private URI uri(String base) {
        String address = operation.path();
        for (Entry<String, String> it : path.entrySet()) {
            address = address.replace("{" + it.getKey() + "}", encoded(it.getValue()));
        }
        StringBuilder asked = new StringBuilder();
        query.forEach(
                (name, value) ->
                        asked.append(asked.isEmpty() ? "?" : "&")
                                .append(encoded(name))
                                .append("=")
                                .append(encoded(value)));
        return URI.create(base + address + asked);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private byte[] content() {
        if (raw != null) {
            return raw;
        }
        if (file != null) {
            return multipart();
        }
        return body == null ? null : json().getBytes(UTF_8);
    }

    String json() {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] multipart() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        form.forEach((name, value) -> part(all, "name=\"" + name + "\"", value.getBytes(UTF_8)));
        part(all, "name=\"file\"; filename=\"" + visit.file.name() + "\"", file);
        all.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(ISO_8859_1));
        return all.toByteArray();
    }

    private static void part(ByteArrayOutputStream all, String name, byte[] content) {
        String head = "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n";
        all.writeBytes(head.formatted(BOUNDARY, name).getBytes(UTF_8));
        all.writeBytes(content);
        all.writeBytes("\r\n".getBytes(ISO_8859_1));
    }

    /** What it tells the service beside its path, to know an echo by. */
    String said() {
        byte[] content = content();
        return query + " " + headers + " " + (content == null ? "" : new String(content, UTF_8));
    }

    /** Longer than the service reads: it is refused before anything of the suite sees it. */
    boolean isTooLong(String base) {
        return uri(base).toString().length() > 4_000;
    }

    @Override
    public String toString() {
        Map<String, String> shown = new LinkedHashMap<>(headers);
        shown.remove("Authorization");
        byte[] content = content();
        String text = content == null ? "" : new String(content, UTF_8);
        String all =
                (method
                                + " "
                                + operation.path()
                                + " "
                                + path
                                + " ?"
                                + query
                                + " "
                                + shown
                                + " "
                                + text)
                        .replaceAll("(.)\\1{30,}", "$1…")
                        .replaceAll("[\\p{Cntrl}\\p{Cs}]", "·");
        return all.substring(0, Math.min(all.length(), 900));
    }
}
