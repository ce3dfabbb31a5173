package org.fengqiao.petition.accusations;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.fengqiao.testkit.Tokens;

/**
 * A small vocabulary for tests over HTTP: somebody at a desk takes accusations in or opens them.
 */
public final class Desk {

    // A county of which the list of divisions says nothing, and which no other test writes to.
    public static final String COUNTY = "410499000000";
    public static final String TOWNSHIP = "410499101000";
    public static final String VILLAGE = "410499101201";
    public static final String OTHER_TOWNSHIP = "410499102000";

    private static final String V1 = "/petition/v1/accusations";

    private final String token;

    private Desk(String token) {
        this.token = token;
    }

    public static Desk of(String subject, String division, String... scopes) {
        return new Desk(Tokens.of(subject, division, scopes));
    }

    /** A clerk who takes in and cannot open. */
    public static Desk intake(String division) {
        return of("intake", division, "accusations:write");
    }

    /** Somebody of a discipline organ. */
    public static Desk handler(String subject, String division) {
        return of(subject, division, "accusations:handle", "accusations:release");
    }

    public RequestSpecification request() {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Fengqiao-Purpose", "CASE_HANDLING");
    }

    public Response send(String path, String body) {
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(V1 + path);
    }

    /** Takes one in; its id. */
    public String entered(String body) {
        return send("", body).then().statusCode(201).extract().path("id");
    }

    /** Receives until it is this one: others may wait from other tests. */
    public Desk receiving(String id) {
        String received;
        do {
            received =
                    request()
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .post(V1 + "/receptions")
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
        } while (!received.equals(id));
        return this;
    }

    /** Receives what waits; its id. */
    public Response receive() {
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(V1 + "/receptions");
    }

    public Response get(String id) {
        return request().get(V1 + "/" + id);
    }

    public JsonPath read(String id) {
        return get(id).then().statusCode(200).extract().jsonPath();
    }

    /** A step at the version that the accusation has now; the first for whom it is not. */
    public Response step(String id, String step, String body) {
        String tag = get(id).header("ETag");
        return step(id, step, body, tag == null ? "\"1\"" : tag);
    }

    public Response step(String id, String step, String body, String tag) {
        RequestSpecification request =
                request()
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", tag);
        return (body == null ? request : request.body(body)).post(V1 + "/" + id + "/" + step);
    }

    public void named(String id, String subject, String division) {
        step(
                        id,
                        "handlers",
                        "{\"subject\":\"%s\",\"division\":\"%s\"}".formatted(subject, division))
                .then()
                .statusCode(200);
    }

    public static String accusing(String name, String... divisions) {
        return """
        {"on":"2024-03-04","informers":[{"name":"%1$s","phone":"138%1$s","address":"住%1$s"}],
         "accused":"被告%1$s","accusedDivisions":[%2$s],"text":"反映%1$s","originals":["原件%1$s"]}"""
                .formatted(
                        name,
                        divisions.length == 0 ? "" : "\"" + String.join("\",\"", divisions) + "\"");
    }
}
