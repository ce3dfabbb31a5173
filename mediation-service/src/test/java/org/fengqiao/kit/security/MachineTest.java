package org.fengqiao.kit.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose tokens are machines': with the claims that providers give, in each case signed anew. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class MachineTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "none",
            textBlock =
                    """
                    the realm of deploy/keycloak,      none,  15852e12-f762, none
                    a realm that gives profile claims, none,  15852e12-f762, service-account-town
                    and an administrator gave a name,  Town,  15852e12-f762, service-account-town
                    a subject that is the client,      Town,  town-system,   none
                    a name of blanks,                  '  ',  15852e12-f762, none
                    """)
    void aMachineSaysWhomItActsFor(String who, String name, String subject, String account) {
        String token = token(name, subject, account);
        search(token, null).statusCode(403).body("code", equalTo("ACTING_USER_REQUIRED"));
        search(token, "zhang.san").statusCode(200);
    }

    @Test
    void aPersonActsForItself() {
        search(token("张三", "15852e12-f762", "zhang.san"), null).statusCode(200);
    }

    private static String token(String name, String subject, String account) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", subject);
        claims.put("azp", "town-system");
        claims.put("division", "410423106000");
        claims.put("scope", "cases:read persons:read");
        if (name != null) {
            claims.put("name", name);
        }
        if (account != null) {
            claims.put("preferred_username", account);
        }
        return Tokens.withClaims(claims);
    }

    private static ValidatableResponse search(String token, String actingUser) {
        var request =
                given().header("Authorization", "Bearer " + token)
                        .header("Fengqiao-Purpose", "CASE_HANDLING")
                        .contentType("application/json")
                        .body("{\"name\": \"无此人\"}");
        if (actingUser != null) {
            request.header("Fengqiao-Acting-User", actingUser);
        }
        return request.post("/mediation/v1/searches").then();
    }
}
