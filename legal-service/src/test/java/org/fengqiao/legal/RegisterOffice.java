package org.fengqiao.legal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.fengqiao.testkit.Clerk;
import org.fengqiao.testkit.Ledger;

/** A small vocabulary for tests of one register: its records, what it refuses, its ledger. */
public final class RegisterOffice {

    private final String division;
    private final Clerk clerk;

    private RegisterOffice(String division) {
        this.division = division;
        this.clerk = LegalOffice.of(division);
    }

    public static RegisterOffice of(String division) {
        return new RegisterOffice(division);
    }

    public Response post(String path, String body) {
        return clerk.post(path, body);
    }

    public Response get(String path) {
        return clerk.get(path);
    }

    public String created(String path, String body) {
        return clerk.created(path, body);
    }

    public Response step(String record, String step, String body) {
        return clerk.step(record, step, body);
    }

    public JsonPath taken(String record, String step, String body) {
        return clerk.taken(record, step, body);
    }

    public JsonPath read(String path) {
        return get(path).then().statusCode(200).extract().jsonPath();
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
        return clerk.request()
                .header("Fengqiao-Purpose", "DOCUMENT")
                .queryParam("year", year)
                .queryParam("format", "csv")
                .get("/legal/v1/exports/" + kind)
                .then()
                .statusCode(200)
                .extract()
                .asString();
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
}
