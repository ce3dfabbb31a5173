package org.fengqiao.petition;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.fengqiao.testkit.Tokens;

/** A small vocabulary for tests over HTTP: an office registers petitions and takes steps. */
public final class PetitionOffice {

    private static final String V1 = "/petition/v1";

    private final String token;

    private PetitionOffice(String token) {
        this.token = token;
    }

    public static PetitionOffice of(String token) {
        return new PetitionOffice(token);
    }

    public static PetitionOffice township() {
        return of(Tokens.township());
    }

    public static PetitionOffice county() {
        return of(Tokens.countyPetitions());
    }

    public static PetitionOffice city() {
        return of(Tokens.cityPetitions());
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

    /** A step that is taken. */
    public JsonPath taken(String record, String step, String body) {
        return step(record, step, body).then().statusCode(200).extract().jsonPath();
    }

    /** A record entered with this body; its path. */
    public String created(String path, String body) {
        String location = post(path, body).then().statusCode(201).extract().header("Location");
        return location.substring(location.indexOf(V1) + V1.length());
    }

    /** A record with persons in clear, for a purpose. */
    public ValidatableResponse shown(String path) {
        return request().header("Fengqiao-Purpose", "CASE_HANDLING").get(V1 + path).then();
    }

    /** The ledger of that kind and year as a file, with its personal columns. */
    public byte[] exported(String kind, int year) {
        return request()
                .header("Fengqiao-Purpose", "DOCUMENT")
                .queryParam("year", year)
                .queryParam("format", "csv")
                .get(V1 + "/exports/" + kind)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    public JsonPath read(String path) {
        return get(path).then().statusCode(200).extract().jsonPath();
    }

    /** A registered petition that came directly; its path. */
    public String registered(String on) {
        return created("/petitions", newPetition(on));
    }

    /** An accepted matter of XF 31(6); its path. */
    public String accepted(String on) {
        String path = registered(on);
        taken(path, "acceptance", "{\"on\":\"" + on + "\",\"route\":\"HANDLING_OPINION\"}");
        return path;
    }

    /** A matter concluded with a handling opinion; its path. */
    public String concluded(String acceptedOn, String on) {
        String path = accepted(acceptedOn);
        taken(path, "conclusion", handlingOpinion(on));
        return path;
    }

    /** A visit of a division at a level, by so many persons. */
    public static String newVisit(String division, String on, String level, int persons) {
        return """
        {"division":"%s","visitedOn":"%s","level":"%s","persons":%d,"place":"RECEPTION",
         "petitioners":["张三三"],"account":"反映宅基地边界"}"""
                .formatted(division, on, level, persons);
    }

    public static String newSupervision(String division, String on, String dueOn) {
        return """
        {"division":"%s","supervisedOn":"%s","cause":"DELAY","requirement":"十日内办结","dueOn":"%s"}"""
                .formatted(division, on, dueOn);
    }

    public static String newProposal(String division, String on) {
        return """
        {"division":"%s","proposedOn":"%s","kind":"IMPROVEMENT","proposal":"建立首访登记制度"}"""
                .formatted(division, on);
    }

    public static String newBacklogCase(String division, String on) {
        return """
        {"division":"%s","contentClass":"010200","listedOn":"%s","description":"宅基地边界多年未决",
         "leader":"王某某","leaderPost":"镇长"}"""
                .formatted(division, on);
    }

    public static String newPetition(String on) {
        return """
        {"form":"LETTER","source":"DIRECT","purpose":"SEEK_SETTLEMENT","contentClass":"010200",
         "petitionedOn":"%1$s","on":"%1$s","persons":1,"request":"请求确认宅基地边界",
         "petitioners":[{"name":"张三三","phone":"13800000001","address":"瓦屋村",
          "identityNumber":"999999199001010016"}]}"""
                .formatted(on);
    }

    public static String handlingOpinion(String on) {
        return """
        {"on":"%s","kind":"HANDLING_OPINION","outcome":"SUPPORTED","facts":"经实地丈量",
         "opinion":"支持信访请求","legalBasis":"《土地管理法》第十四条"}"""
                .formatted(on);
    }

    public static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
