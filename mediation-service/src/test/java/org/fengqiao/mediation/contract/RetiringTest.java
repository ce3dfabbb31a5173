package org.fengqiao.mediation.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.fengqiao.testkit.ApiContract;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** What a client hears of an operation that retires: in time, and when it is too late. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestProfile(RetiringTest.WithRetiring.class)
class RetiringTest {

    static final String PROPERTY = "fengqiao.test.retiring";

    public static class WithRetiring implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(PROPERTY, "true");
        }
    }

    @Test
    void anAnswerOfWhatRetiresSaysSinceWhenUntilWhenAndWhatFollows() {
        Response answer = asked("soon");
        assertEquals(200, answer.statusCode());
        assertEquals("still here", answer.jsonPath().getString("answer"));
        // Midnight in Shanghai.
        assertEquals("@1582905600", answer.header("Deprecation"));
        assertEquals("Mon, 30 Dec 2999 16:00:00 GMT", answer.header("Sunset"));
        assertEquals(
                List.of(
                        "</q/openapi>; rel=\"deprecation\"; type=\"application/yaml\"",
                        "</mediation/v1/cases>; rel=\"successor-version\""),
                answer.headers().getValues("Link"));
    }

    @Test
    void whatIsGoneIsRefusedWithAProblem() {
        Response answer = asked("gone");
        assertEquals(410, answer.statusCode());
        assertEquals("application/problem+json", answer.contentType());
        assertEquals("OPERATION_RETIRED", answer.jsonPath().getString("code"));
        assertEquals(
                "The operation is gone since 2021-01-01", answer.jsonPath().getString("detail"));
        assertEquals("Thu, 31 Dec 2020 16:00:00 GMT", answer.header("Sunset"));
    }

    /** The control: nobody else's answers have the headers. */
    @Test
    void whatStaysSaysNothing() {
        Response answer = asked("staying");
        assertEquals(200, answer.statusCode());
        for (String header : List.of("Deprecation", "Sunset", "Link")) {
            assertNull(answer.header(header), header);
        }
        assertFalse(ApiContract.yaml("/q/openapi").contains("deprecated: true"));
    }

    private static Response asked(String path) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.village())
                .header("Accept-Language", "en")
                .get("/mediation/v1/retiring/" + path);
    }
}
