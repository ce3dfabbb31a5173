package org.fengqiao.legal;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.fengqiao.testkit.Tokens;

/** A small vocabulary for tests over HTTP: an office enters and corrects records of registers. */
public final class RegisterClerk {

    private static final String V1 = "/legal/v1";

    private final String token;

    private RegisterClerk(String token) {
        this.token = token;
    }

    /** A clerk of the division who may read persons. */
    public static RegisterClerk of(String division) {
        return new RegisterClerk(
                Tokens.of(
                        "legal-clerk",
                        division,
                        "legal:read",
                        "legal:write",
                        "records:read",
                        "persons:read",
                        "ledgers:export"));
    }

    /** Anyone of the division, with these scopes. */
    public static RegisterClerk with(String division, String... scopes) {
        return new RegisterClerk(Tokens.of("legal-reader", division, scopes));
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A POST with a fresh idempotency key. */
    public Response post(String path, String body) {
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(V1 + path);
    }

    /** A POST that names persons, for a purpose. */
    public Response ask(String path, String body) {
        return request().header("Fengqiao-Purpose", "CASE_HANDLING").body(body).post(V1 + path);
    }

    /** A record entered with this body; its path. */
    public String entered(String path, String body) {
        String location = post(path, body).then().statusCode(201).extract().header("Location");
        return location.substring(location.indexOf(V1) + V1.length());
    }

    /** The id of an entered record. */
    public static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The record as it should read, at the version it has now. */
    public Response correct(String record, String body) {
        return step(record, "correction", "{\"reason\":\"登记有误\",\"record\":" + body + "}");
    }

    public void voided(String record) {
        step(record, "voiding", "{\"reason\":\"重复登记\"}").then().statusCode(200);
    }

    private Response step(String record, String step, String body) {
        String tag = get(record).then().statusCode(200).extract().header("ETag");
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", tag)
                .body(body)
                .post(V1 + record + "/" + step);
    }

    public Response get(String path) {
        return request().get(V1 + path);
    }

    public JsonPath read(String path) {
        return get(path).then().statusCode(200).extract().jsonPath();
    }

    /** A record with persons in clear, for a purpose. */
    public ValidatableResponse shown(String path) {
        return request().header("Fengqiao-Purpose", "CASE_HANDLING").get(V1 + path).then();
    }

    /** The ledger of that kind and year, with its personal columns. */
    public String exported(String kind, int year) {
        byte[] file =
                request()
                        .header("Fengqiao-Purpose", "DOCUMENT")
                        .queryParam("year", year)
                        .queryParam("format", "csv")
                        .get(V1 + "/exports/" + kind)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        return new String(file, UTF_8);
    }

    /** An adviser of the division with these roles, engaged since 2020; the record's path. */
    public String adviser(String division, String name, String... roles) {
        return entered(
                "/legal-advisers",
                """
                {"division":"%s","roles":["%s"],"profession":"LAWYER","name":"%s",
                 "engagedOn":"2020-01-01"}"""
                        .formatted(division, String.join("\",\"", roles), name));
    }

    /** An appointment as counsel of a village; the record's path. */
    public String appointed(String village, String adviser, String from, String until) {
        return entered("/appointments", appointment(village, adviser, "VILLAGE", from, until));
    }

    /** The body of an appointment; without a last day where {@code until} is null. */
    public static String appointment(
            String division, String adviser, String role, String from, String until) {
        String last = until == null ? "" : ",\"endsOn\":\"" + until + "\"";
        return """
               {"division":"%s","adviserId":"%s","role":"%s","appointedOn":"%s"%s}"""
                .formatted(division, id(adviser), role, from, last);
    }
}
