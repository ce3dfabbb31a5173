package org.fengqiao.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Somebody with a token who writes and reads over HTTP: paths are below the service's v1. */
public final class Clerk {

    private final String root;
    private final String token;

    private Clerk(String root, String token) {
        this.root = root;
        this.token = token;
    }

    /**
     * @param service its root path: {@code /legal}
     */
    public static Clerk at(String service, String token) {
        return new Clerk(service + "/v1", token);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A POST with a fresh idempotency key. */
    public Response post(String path, String body) {
        return keyed().body(body).post(root + path);
    }

    /** The same on a record, at a version. */
    public Response post(String path, String tag, String body) {
        return keyed().header("If-Match", tag).body(body).post(root + path);
    }

    /** A POST that names persons, for a purpose. */
    public Response ask(String path, String body) {
        return request().header("Fengqiao-Purpose", "CASE_HANDLING").body(body).post(root + path);
    }

    public Response get(String path) {
        return request().get(root + path);
    }

    /** The same with the right to see persons, by who says why. */
    public JsonPath readFully(String path) {
        return request()
                .header("Fengqiao-Purpose", "CASE_HANDLING")
                .get(root + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A record entered with this body; its path. */
    public String created(String path, String body) {
        String location = post(path, body).then().statusCode(201).extract().header("Location");
        return location.substring(location.indexOf(root) + root.length());
    }

    /** The id at the end of a record's path. */
    public static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A step on a record, at the version it has now. */
    public Response step(String record, String step, String body) {
        String tag = get(record).then().statusCode(200).extract().header("ETag");
        return step(record, step, body, tag);
    }

    public Response step(String record, String step, String body, String tag) {
        return post(record + "/" + step, tag, body);
    }

    /** A step that is taken. */
    public JsonPath taken(String record, String step, String body) {
        return step(record, step, body).then().statusCode(200).extract().jsonPath();
    }

    private RequestSpecification keyed() {
        return request().header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
