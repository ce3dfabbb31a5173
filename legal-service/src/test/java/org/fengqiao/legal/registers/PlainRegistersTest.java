package org.fengqiao.legal.registers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the examples of plain registers say is entered, exported as a ledger, and read unchanged.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PlainRegistersTest {

    private static final String TOWNSHIP = "410423106000";
    private static final String SOMEBODY = "018cc251-f400-7000-8000-000000000001";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegisterClerk office = RegisterClerk.of(TOWNSHIP);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "legal-advisers",
                "legal-resource-persons",
                "appointments",
                "publicity-activities",
                "publicity-responsibilities",
                "leadership-meetings",
                "leading-groups",
                "normative-documents",
                "leader-receptions",
                "disclosure-boards",
                "disclosure-items",
                "democratic-villages"
            })
    void anExampleIsEnteredAndItsLedgerReadAgainUnchanged(String register) {
        String path = office.created("/" + register, example(register));
        office.correct(path, said(path)).then().statusCode(200);
        String file = office.exported(register, 2024);
        JsonPath again = Ledger.at("/legal", TOWNSHIP, register).imported(file);
        assertTrue(again.getInt("total") >= 1, again::prettify);
        assertEquals(again.getInt("total"), again.getInt("unchanged"), again::prettify);
    }

    @Test
    void aDocumentIsInForceUntilItExpiresOrIsRepealed() {
        String body =
                """
                {"division":"410423106000","title":"%s","issuedOn":"2020-05-01",
                 "expiresOn":"2022-04-30"%s}""";
        office.created("/normative-documents", body.formatted("到期的办法", ""));
        office.created(
                "/normative-documents", body.formatted("先废止的办法", ",\"repealedOn\":\"2021-02-01\""));
        String third = office.exported("normative-documents", 2022);
        assertTrue(third.contains("到期的办法"), third);
        assertTrue(!third.contains("先废止的办法"), third);
        assertTrue(office.exported("normative-documents", 2021).contains("先废止的办法"));
        assertTrue(!office.exported("normative-documents", 2023).contains("到期的办法"));
    }

    /** The record as a reader of persons sees it. */
    private String said(String path) {
        Map<String, Object> record = office.shown(path).extract().jsonPath().getMap("record");
        return JSON.valueToTree(record).toString();
    }

    private String example(String register) {
        JsonPath document =
                RestAssured.given()
                        .accept("application/json")
                        .queryParam("format", "json")
                        .get("/q/openapi")
                        .jsonPath();
        String ref =
                document.getString(
                        "paths.'/legal/v1/"
                                + register
                                + "'.post.requestBody.content.'application/json'.schema.'$ref'");
        String schema = ref.substring(ref.lastIndexOf('/') + 1);
        Map<String, Object> body = document.getMap("components.schemas." + schema + ".examples[0]");
        String json = JSON.valueToTree(body).toString();
        return json.contains(SOMEBODY)
                ? json.replace(
                        SOMEBODY,
                        RegisterClerk.id(office.adviser(TOWNSHIP, "样例顾问", "VILLAGE", "GOVERNMENT")))
                : json;
    }
}
