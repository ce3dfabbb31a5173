package org.fengqiao.reporting;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengqiao.testkit.Tokens;

/** A division's report on its way: a clerk who drafts, a second person who signs. */
public final class ReportWay {

    private static final String[] SCOPES = {
        "figures:read", "reports:read", "reports:write", "petitions:read", "legal:read", "admin"
    };

    private final String division;
    private final int year;
    private int version;

    /** Of a township's 2024. */
    public ReportWay(String township) {
        this(township, 2024);
    }

    public ReportWay(String division, int year) {
        this.division = division;
        this.year = year;
    }

    /** The whole way, of a text whose figure M-01 may be made public whatever it is. */
    public void publish(String text) {
        begin(text);
        step("clerk", "checking", "{}");
        sign();
        step("clerk", "submission", "{}");
        step("signer", "confidentiality-review", "{\"confirmed\":[\"M-01\"]}");
        step("signer", "publication", "{}").statusCode(200);
    }

    public void begin(String text) {
        ValidatableResponse begun =
                as("clerk")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .body(
                                "{\"division\":\"%s\",\"year\":%d,\"draft\":%s}"
                                        .formatted(division, year, draft(text)))
                        .post("/reporting/v1/reports")
                        .then()
                        .statusCode(201);
        version = begun.extract().path("version");
    }

    /** A text with all that a report must have. */
    public static String draft(String text) {
        return """
               {"title": "关于{year}年法治政府建设情况的报告", "sections": [
                 {"kind": "MEASURES", "title": "举措和成效", "items": [{"heading": "依法调解纠纷", "text": "%s"}]},
                 {"kind": "FIRST_RESPONSIBLE", "title": "职责", "items": [{"text": "带头学法。"}]},
                 {"kind": "SHORTCOMINGS", "title": "不足", "items": [{"text": "人才不足。"}]},
                 {"kind": "NEXT_YEAR", "title": "安排", "items": [{"text": "加强培训。"}]}]}
               """
                .formatted(text);
    }

    /** Signs with a reason for whatever blocks: the sources of other chapters are silent here. */
    public ValidatableResponse sign(String... codes) {
        return step("signer", "signing", signing(codes)).statusCode(200);
    }

    /** The body of that step. */
    public String signing(String... codes) {
        List<String> blocking = new ArrayList<>(List.of(codes));
        blocking.addAll(
                get("/checks")
                        .extract()
                        .jsonPath()
                        .getList(
                                "items.findAll { it.severity == 'BLOCKING' && it.status =="
                                        + " 'INCOMPLETE' }.code"));
        String overrides =
                String.join(
                        ",",
                        blocking.stream()
                                .map(it -> "{\"code\":\"%s\",\"reason\":\"经核对无误\"}".formatted(it))
                                .toList());
        return "{\"overrides\":[" + overrides + "]}";
    }

    /**
     * Takes a step.
     *
     * @param who clerk or signer
     * @param more scopes
     */
    public ValidatableResponse step(String who, String name, String body, String... more) {
        ValidatableResponse answer =
                as(who, more)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", "\"" + version + "\"")
                        .contentType("application/json")
                        .body(body)
                        .post(path("/" + name))
                        .then();
        if (answer.extract().statusCode() == 200) {
            version = answer.extract().path("version");
        }
        return answer;
    }

    /** What the clerk reads of it. */
    public ValidatableResponse get(String of) {
        return as("clerk").get(path(of)).then().statusCode(200);
    }

    /** What anybody reads of it. */
    public ValidatableResponse anybody(String of) {
        return RestAssured.given().get(path(of)).then().statusCode(200);
    }

    public RequestSpecification as(String who, String... more) {
        List<String> scopes = new ArrayList<>(List.of(SCOPES));
        scopes.addAll(List.of(more));
        if (who.equals("signer")) {
            scopes.add("reports:sign");
        }
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(who, division, scopes.toArray(String[]::new)));
    }

    public String path(String of) {
        return "/reporting/v1/reports/%s/%d%s".formatted(division, year, of);
    }
}
