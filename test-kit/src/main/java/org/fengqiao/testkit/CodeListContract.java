package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The code lists of a service: as in their golden file, which other services read, and a changed
 * one with a new version. {@code -Dgolden.update=true} gives it one.
 */
public final class CodeListContract {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CodeListContract() {}

    /**
     * Fails where a list is another one than its version says, or than the golden file.
     *
     * @param service its name in paths, {@code mediation}
     * @param token that may read the lists: any
     */
    public static void holds(String service, String token) {
        String path = service + "-service/src/main/resources/META-INF/code-lists.json";
        JsonNode lists =
                read(
                        asked("/" + service + "/v1/code-lists", token, null)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString());
        GoldenFile versions = GoldenFile.inRepository(path);
        ObjectNode next = next(read(versions.toFile()), lists);
        versions.matches(pretty(next));
        for (JsonNode list : lists.path("items")) {
            JsonNode version = next.path(list.path("name").asText()).path("version");
            if (!Boolean.getBoolean("golden.update")) {
                assertEquals(version, list.path("version"), list.path("name").asText());
            }
            // What it will be served with, once the service is built with the new file.
            ((ObjectNode) list).set("version", version);
        }
        GoldenFile.inRepository("docs/generated/code-lists/" + service + ".json")
                .matches(pretty(lists));
    }

    /** Fails where a list that the caller has is sent again, or an older one is not. */
    public static void sendsNothingTwice(String service, String token) {
        String all = "/" + service + "/v1/code-lists";
        String one = asked(all, token, null).jsonPath().getString("items[0].name");
        for (String path : List.of(all, all + "/" + one)) {
            Response first = asked(path, token, null);
            assertEquals("private, no-cache", first.header("Cache-Control"), path);
            String tag = first.header("ETag");
            Response again = asked(path, token, tag);
            assertEquals(304, again.statusCode(), path);
            assertEquals("", again.asString(), path);
            assertEquals(tag, again.header("ETag"), path);
            assertEquals(200, asked(path, token, "\"older\"").statusCode(), path);
        }
        String version = asked(all + "/" + one, token, null).jsonPath().getString("version");
        assertEquals('"' + version + '"', asked(all + "/" + one, token, null).header("ETag"));
    }

    private static Response asked(String path, String token, String tag) {
        RequestSpecification request = RestAssured.given().auth().oauth2(token);
        return (tag == null ? request : request.header("If-None-Match", tag)).get(path);
    }

    /** Version and digest of each list: of a new one 1, of a changed one more than before. */
    static ObjectNode next(JsonNode known, JsonNode lists) {
        ObjectNode next = JSON.createObjectNode();
        for (JsonNode list : lists.path("items")) {
            String name = list.path("name").asText();
            JsonNode before = known.path(name);
            String digest = digest(list);
            int version = before.path("version").asInt(0);
            boolean same = digest.equals(before.path("digest").asText());
            next.putObject(name).put("version", same ? version : version + 1).put("digest", digest);
        }
        return next;
    }

    /** SHA-256 over everything that it says but its version. */
    private static String digest(JsonNode list) {
        ObjectNode said = list.deepCopy();
        said.remove("version");
        try {
            byte[] text = said.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pretty(JsonNode node) {
        return new JsonPath(node.toString()).prettify() + "\n";
    }

    private static JsonNode read(File file) {
        try {
            return file.exists() ? JSON.readTree(file) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This is no JSON: " + json, e);
        }
    }
}
