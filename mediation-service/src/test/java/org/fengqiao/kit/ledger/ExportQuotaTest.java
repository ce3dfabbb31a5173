package org.fengqiao.kit.ledger;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.limits.NarrowPlaces;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Sql;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four rows, of which an account may take five a day, and three with persons. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestProfile(NarrowPlaces.class)
class ExportQuotaTest {

    private static final String TOWNSHIP = "410423106000";
    private static final String COUNTY = "410423000000";
    private static final String APPROVALS = "/mediation/v1/export-approvals";
    private static final int ROWS = 4;

    private final String clerk = account(TOWNSHIP);
    private final String chief = account(COUNTY);

    @BeforeEach
    void fourRows() {
        Sql.run(SampleLedger.TABLE);
        Sql.run("delete from sample_record");
        for (int i = 1; i <= ROWS; i++) {
            Sql.run(
                    "insert into sample_record values ('%s', 1, '%d', '甲村', '2024-03-05', null)"
                            .formatted(UUID.randomUUID(), i));
        }
    }

    @Test
    void whatIsBeyondTheDayIsRefusedToTheAccountAlone() {
        assertEquals(1 + ROWS, lines(export(clerk, false)));
        export(clerk, false)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("EXPORT_QUOTA_EXCEEDED"))
                .body("legalBasis", equalTo("SETTING"));
        assertEquals(200, export(account(TOWNSHIP), false).statusCode());
    }

    @Test
    void personsAreCountedApartAndNoneAreShownBeyond() {
        String shown = "select count(*) from read_audit where result = 'SHOWN'";
        long before = Sql.count(shown);
        assertEquals("EXPORT_QUOTA_EXCEEDED", export(clerk, true).path("code"));
        assertEquals(before, Sql.count(shown));
        assertEquals(200, export(clerk, false).statusCode());
        Sql.run("delete from sample_record where number = '4'");
        assertEquals(1 + ROWS - 1, lines(export(clerk, true)));
    }

    @Test
    void whatASecondPersonGrantsComesOnTop() {
        String id = applied(clerk, 10);
        assertEquals("EXPORT_QUOTA_EXCEEDED", export(clerk, true).path("code"));
        decide(clerk, id, "approval", "{\"rows\":8}")
                .then()
                .statusCode(403)
                .body("code", equalTo("SECOND_PERSON"));
        decide(account("410423107000"), id, "approval", "{\"rows\":8}").then().statusCode(404);
        decide(chief, id, "approval", "{\"rows\":11}")
                .then()
                .statusCode(422)
                .body("code", equalTo("GRANT_TOO_WIDE"));
        decide(chief, id, "approval", "{\"rows\":8}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("APPROVED"))
                .body("left", equalTo(8));
        assertEquals(1 + ROWS, lines(export(clerk, true)));
        assertEquals(1 + ROWS, lines(export(clerk, true)));
        assertEquals("EXPORT_QUOTA_EXCEEDED", export(clerk, true).path("code"));
        by(chief).get(APPROVALS + "/" + id).then().body("left", equalTo(0));
        // The grant is the applicant's.
        assertEquals("EXPORT_QUOTA_EXCEEDED", export(account(TOWNSHIP), true).path("code"));
    }

    @Test
    void aGrantEndsWithItsDayAndIsOfItsKind() {
        String id = applied(clerk, 10);
        decide(chief, id, "approval", "{\"rows\":10}").then().statusCode(200);
        Sql.run("update export_approval set kind = 'cases' where id = '" + id + "'");
        assertEquals("EXPORT_QUOTA_EXCEEDED", export(clerk, true).path("code"));
        Sql.run(
                "update export_approval set kind = 'samples', until = until - 2 where id = '%s'"
                        .formatted(id));
        assertEquals("EXPORT_QUOTA_EXCEEDED", export(clerk, true).path("code"));
        Sql.run("update export_approval set until = until + 2 where id = '" + id + "'");
        assertEquals(200, export(clerk, true).statusCode());
    }

    @Test
    void aGrantIsForItsPurposeAndArea() {
        String id = applied(clerk, 10);
        decide(chief, id, "approval", "{\"rows\":10}").then().statusCode(200);
        Sql.run("update export_approval set purpose = 'SUPERVISION' where id = '" + id + "'");
        assertEquals("EXPORT_QUOTA_EXCEEDED", export(clerk, true).path("code"));
        Sql.run(
                "update export_approval set purpose = 'AUDIT', division = '410423106201' where id = '%s'"
                        .formatted(id));
        assertEquals("EXPORT_QUOTA_EXCEEDED", export(clerk, true).path("code"));
        Sql.run(
                "update export_approval set division = '%s' where id = '%s'"
                        .formatted(TOWNSHIP, id));
        assertEquals(200, export(clerk, true).statusCode());
        by(chief)
                .body(application("samples", 5, today()))
                .post(APPROVALS)
                .then()
                .statusCode(400)
                .body("errors[0].detail", notNullValue());
    }

    @Test
    void aRefusalGrantsNothingAndADecisionStands() {
        String id = applied(clerk, 10);
        decide(chief, id, "refusal", "{\"ground\":\"PURPOSE_UNFIT\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("REFUSED"))
                .body("ground", equalTo("PURPOSE_UNFIT"))
                .body("left", nullValue());
        decide(chief, id, "approval", "{\"rows\":8}")
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_DECIDED"));
        assertEquals("EXPORT_QUOTA_EXCEEDED", export(clerk, true).path("code"));
        by(chief).get(APPROVALS).then().body("items.id", hasItem(id));
        by(account("410423107000")).get(APPROVALS).then().body("items.id", not(hasItem(id)));
    }

    /** Both see the same rest: one of them takes it. */
    @Test
    void twoAtOnceShareTheRest() {
        for (int i = 0; i < 5; i++) {
            String account = account(TOWNSHIP);
            List<CompletableFuture<Integer>> both =
                    Stream.of(1, 2)
                            .map(
                                    it ->
                                            CompletableFuture.supplyAsync(
                                                    () -> export(account, false).statusCode()))
                            .toList();
            assertEquals(
                    List.of(200, 403),
                    both.stream().map(CompletableFuture::join).sorted().toList());
        }
    }

    @Test
    void noChargeIsTakenBack() {
        export(clerk, false).then().statusCode(200);
        for (String act :
                List.of("update export_charge set row_count = 0", "delete from export_charge")) {
            assertTrue(
                    assertThrows(IllegalStateException.class, () -> Sql.run(act))
                            .getMessage()
                            .contains("append-only"));
        }
    }

    @Test
    void anApplicationSaysUntilWhenAndOfWhat() {
        by(clerk)
                .body(application("samples", 5, today().minusDays(1)))
                .post(APPROVALS)
                .then()
                .statusCode(422)
                .body("code", equalTo("UNTIL_INVALID"));
        by(clerk)
                .body(application("no-such-kind", 5, today()))
                .post(APPROVALS)
                .then()
                .statusCode(404);
    }

    private static String applied(String account, int rows) {
        return by(account)
                .body(application("samples", rows, today().plusDays(1)))
                .post(APPROVALS)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .path("id");
    }

    private static String application(String kind, int rows, LocalDate until) {
        return """
        {"division":"%s","kind":"%s","purpose":"AUDIT","rows":%d,"until":"%s"}"""
                .formatted(TOWNSHIP, kind, rows, until);
    }

    private static Response decide(String account, String id, String step, String body) {
        String tag = by(account).get(APPROVALS + "/" + id).header("ETag");
        return by(account)
                .header("If-Match", tag == null ? "\"1\"" : tag)
                .body(body)
                .post(APPROVALS + "/" + id + "/" + step);
    }

    private static Response export(String account, boolean persons) {
        RequestSpecification request = given().auth().oauth2(account);
        if (persons) {
            request.header("Fengqiao-Purpose", "AUDIT");
        }
        return request.get("/mediation/v1/exports/samples?year=2024&format=csv");
    }

    private static int lines(Response csv) {
        assertEquals(200, csv.statusCode(), csv::asString);
        return (int) csv.asString().lines().count();
    }

    private static RequestSpecification by(String account) {
        return given().auth()
                .oauth2(account)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Somebody who exported nothing yet. */
    private static String account(String division) {
        return Tokens.of(
                "account-" + UUID.randomUUID(),
                division,
                "ledgers:export",
                "exports:approve",
                "persons:read");
    }

    private static LocalDate today() {
        return LocalDate.now(Commands.SHANGHAI);
    }
}
