package org.fengqiao.testkit;

import static org.fengqiao.testkit.Visit.common;
import static org.fengqiao.testkit.Visit.listing;
import static org.fengqiao.testkit.Visit.local;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** The rows of the walk's table for keys, retention and erasure, which every office has alike. */
public final class RetentionVisits {

    private static final String TODAY = "2026-01-01";
    private static final String REASON = "{\"reason\":\"涉诉\"}";

    private final String service;
    private final String division;
    private final String kind;

    private RetentionVisits(String service, String division, String kind) {
        this.service = service + "/v1";
        this.division = division;
        this.kind = kind;
    }

    /**
     * @param service its root path: {@code /mediation}
     * @param due a record of the kind that is due, in the division
     */
    public static Visit[] of(String service, String division, String kind, String due) {
        return new RetentionVisits(service, division, kind).about(due);
    }

    private Visit[] about(String due) {
        String erasure = post("/erasures", proposal(false));
        String reencryption = post("/reencryptions", "");
        return new Visit[] {
            common("listKeys"),
            common("startReencryption"),
            common("getReencryption").at("id", reencryption),
            common("listRetentionPeriods"),
            listing("listDueRecords", due).query("kind", kind).query("dueBefore", TODAY),
            local("getRetainedRecord").at("id", due),
            local("holdRecord").at("id", due).body(REASON),
            local("releaseRecord").at("id", due).body(REASON),
            local("proposeErasure").body(proposal(true)),
            local("getErasure").at("id", erasure),
            local("releaseErasure").at("id", erasure),
        };
    }

    private String proposal(boolean dryRun) {
        return """
        {"kind":"%s","division":"%s","dueBefore":"%s","dryRun":%s}"""
                .formatted(kind, division, TODAY, dryRun);
    }

    private String post(String path, String body) {
        return request().body(body).post(service + path).then().extract().path("id");
    }

    private RequestSpecification request() {
        String token = Tokens.of("proposer", division, "records:erase", "admin");
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
