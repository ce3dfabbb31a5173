package org.fengqiao.mediation;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.fengqiao.testkit.Tokens;

/** A small vocabulary for tests over HTTP: an office registers disputes and takes steps. */
public final class Office {

    private static final String V1 = "/mediation/v1";

    private final String token;

    private Office(String token) {
        this.token = token;
    }

    public static Office of(String token) {
        return new Office(token);
    }

    public static Office township() {
        return of(Tokens.township());
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

    public Response get(String path) {
        return request().get(V1 + path);
    }

    /** A step on a record, at the version it has now. */
    public Response step(String record, String step, String body) {
        String tag = get(record).then().statusCode(200).extract().header("ETag");
        return step(record, step, body, tag);
    }

    public Response step(String record, String step, String body, String tag) {
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", tag)
                .body(body)
                .post(V1 + record + "/" + step);
    }

    /** A committee of a division; its path. */
    public String committee(String division, String level) {
        String body =
                """
                {"division":"%s","level":"%s","name":"%s","establishedOn":"2021-03-01"}"""
                        .formatted(division, level, "调委会" + UUID.randomUUID());
        return created("/committees", body);
    }

    /** A registered case of a committee; its path. */
    public String registered(String committee, String on) {
        return created("/cases", newCase(committee, on));
    }

    /** A case in mediation; its path. */
    public String inMediation(String committee, String on) {
        String path = registered(committee, on);
        step(path, "acceptance", "{\"on\":\"" + on + "\"}").then().statusCode(200);
        step(path, "sessions", "{\"on\":\"" + on + "\"}").then().statusCode(200);
        return path;
    }

    /** An agreed case; its path. */
    public String agreed(String committee, String on) {
        String path = inMediation(committee, on);
        step(path, "agreement", writtenAgreement(on)).then().statusCode(200);
        return path;
    }

    public static String writtenAgreement(String on) {
        return """
        {"on":"%s","form":"WRITTEN","content":"乙方赔偿500元","amountYuan":500}"""
                .formatted(on);
    }

    public static String newCase(String committee, String on) {
        return """
        {"committeeId":"%s","on":"%s","source":"ON_APPLICATION","disputeType":"02",
         "personsInvolved":2,"summary":"院墙滴水","parties":[
         {"role":"APPLICANT","kind":"PERSON","name":"张三三","phone":"13800000001",
          "identityNumber":"999999199001010016"},
         {"role":"RESPONDENT","kind":"PERSON","name":"李四四"}]}"""
                .formatted(id(committee), on);
    }

    public static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A record entered with this body; its path. */
    public String created(String path, String body) {
        String location = post(path, body).then().statusCode(201).extract().header("Location");
        return location.substring(location.indexOf(V1) + V1.length());
    }

    public JsonPath read(String path) {
        return get(path).then().statusCode(200).extract().jsonPath();
    }
}
