package org.fengqiao.legal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.fengqiao.testkit.Clerk;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Tokens;

/** A small vocabulary for tests of one register: its records, what it refuses, its ledger. */
public final class RegisterClerk {

    private static final String V1 = "/legal/v1";

    private final String division;
    private final Clerk clerk;

    private RegisterClerk(String division, Clerk clerk) {
        this.division = division;
        this.clerk = clerk;
    }

    /** A clerk of the division who may read persons. */
    public static RegisterClerk of(String division) {
        return new RegisterClerk(division, LegalOffice.of(division));
    }

    /** Anyone of the division, with these scopes. */
    public static RegisterClerk with(String division, String... scopes) {
        String token = Tokens.of("legal-reader", division, scopes);
        return new RegisterClerk(division, Clerk.at("/legal", token));
    }

    public RequestSpecification request() {
        return clerk.request();
    }

    public Response post(String path, String body) {
        return clerk.post(path, body);
    }

    /** A POST that names persons, for a purpose. */
    public Response ask(String path, String body) {
        return clerk.ask(path, body);
    }

    /** A record entered with this body; its path. */
    public String created(String path, String body) {
        return clerk.created(path, body);
    }

    /** The id of an entered record. */
    public static String id(String path) {
        return Clerk.id(path);
    }

    public Response step(String record, String step, String body) {
        return clerk.step(record, step, body);
    }

    public JsonPath taken(String record, String step, String body) {
        return clerk.taken(record, step, body);
    }

    /** The record as it should read, at the version it has now. */
    public Response correct(String record, String body) {
        return step(record, "correction", "{\"reason\":\"登记有误\",\"record\":" + body + "}");
    }

    public void voided(String record) {
        taken(record, "voiding", "{\"reason\":\"重复登记\"}");
    }

    public Response get(String path) {
        return clerk.get(path);
    }

    public JsonPath read(String path) {
        return get(path).then().statusCode(200).extract().jsonPath();
    }

    /** A record with persons in clear, for a purpose. */
    public ValidatableResponse shown(String path) {
        return request().header("Fengqiao-Purpose", "CASE_HANDLING").get(V1 + path).then();
    }

    /** Asserts that a record is refused with this code at this place. */
    public ValidatableResponse refused(String path, String body, String code, String pointer) {
        return post(path, body)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
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

    public Ledger ledger(String kind) {
        return Ledger.at("/legal", division, kind);
    }

    /** Asserts that the ledger of a year, exported and sent again, changes nothing. */
    public void roundTrip(String kind, int year) {
        String file = exported(kind, year);
        int rows = (int) file.lines().count() - 1;
        JsonPath again = ledger(kind).imported(file.getBytes(UTF_8), year);
        assertEquals(rows, again.getInt("total"), again::prettify);
        assertEquals(rows, again.getInt("unchanged"), again::prettify);
    }

    /** An adviser of the division with these roles, engaged since 2020; the record's path. */
    public String adviser(String division, String name, String... roles) {
        return created(
                "/legal-advisers",
                """
                {"division":"%s","roles":["%s"],"profession":"LAWYER","name":"%s",
                 "engagedOn":"2020-01-01"}"""
                        .formatted(division, String.join("\",\"", roles), name));
    }

    /** An appointment as counsel of a village; the record's path. */
    public String appointed(String village, String adviser, String from, String until) {
        return created("/appointments", appointment(village, adviser, "VILLAGE", from, until));
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
