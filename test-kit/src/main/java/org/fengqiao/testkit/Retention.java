package org.fengqiao.testkit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What an operator and two archivists of a division do: rotate keys, and erase what is due. */
public final class Retention {

    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final String service;
    private final String division;

    private Retention(String service, String division) {
        this.service = service + "/v1";
        this.division = division;
    }

    /**
     * @param service its root path: {@code /petition}
     */
    public static Retention at(String service, String division) {
        return new Retention(service, division);
    }

    /** The kinds of the schedule, each of which can be asked for. */
    public List<String> kinds() {
        List<String> kinds =
                as("archivist").get(service + "/retention/periods").jsonPath().getList("kind");
        for (String it : kinds) {
            as("archivist")
                    .queryParam("kind", it)
                    .queryParam("dueBefore", "2000-01-01")
                    .get(service + "/retention")
                    .then()
                    .statusCode(200);
        }
        return kinds;
    }

    /** Erases what of a kind is due before a day; how many records. */
    public int erased(String kind, String dueBefore) {
        String proposal =
                """
                {"kind":"%s","division":"%s","dueBefore":"%s"}"""
                        .formatted(kind, division, dueBefore);
        Response proposed = as("archivist").body(proposal).post(service + "/erasures");
        assertEquals(201, proposed.statusCode(), proposed.asString());
        String id = proposed.path("id");
        as("chief").post(service + "/erasures/" + id + "/release").then().statusCode(202);
        return ended("archivist", "/erasures/" + id).getInt("erased");
    }

    /** Adds a version to a key file by the command itself, and waits until it writes. */
    public void rotate(Path file, String which) {
        try {
            Process command =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "org.fengqiao.kit.privacy.KeyCommand",
                                    "rotate",
                                    file.toString(),
                                    which,
                                    GRACE.toString())
                            .inheritIO()
                            .start();
            assertEquals(0, command.waitFor());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        // Seen as pending first: an answer from before the file was read says nothing of it.
        await().atMost(LONGEST).until(() -> states().contains("PENDING"));
        await().atMost(LONGEST).until(() -> !states().contains("PENDING"));
    }

    private List<String> states() {
        return as("operator").get(service + "/keys").jsonPath().getList("state");
    }

    /** Brings everything under the keys that write now; how far it came. */
    public JsonPath reencrypted() {
        Response started = as("operator").post(service + "/reencryptions");
        assertEquals(202, started.statusCode(), started.asString());
        return ended("operator", "/reencryptions/" + started.path("id"));
    }

    private JsonPath ended(String subject, String path) {
        await().atMost(LONGEST)
                .until(() -> !"RUNNING".equals(read(subject, path).getString("status")));
        JsonPath ended = read(subject, path);
        assertEquals("DONE", ended.getString("status"));
        return ended;
    }

    private JsonPath read(String subject, String path) {
        return as(subject).get(service + path).jsonPath();
    }

    private RequestSpecification as(String subject) {
        String token = Tokens.of(subject, division, "records:erase", "admin");
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
