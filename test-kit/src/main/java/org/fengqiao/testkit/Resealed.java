package org.fengqiao.testkit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;

/**
 * Whether a re-encryption opens all that a service has sealed. It finds the column that a text is
 * bound to by where the text stands: one bound to another name would keep every old key for ever.
 */
public final class Resealed {

    private Resealed() {}

    /**
     * Runs one to its end.
     *
     * @param service its root path: {@code /mediation}
     * @param division of who asks for it
     */
    public static void requireAll(String service, String division) {
        String path = service + "/v1/reencryptions";
        String id = admin(division).post(path).then().statusCode(202).extract().path("id");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !"RUNNING".equals(status(division, path + "/" + id)));
        assertEquals("DONE", status(division, path + "/" + id));
    }

    private static String status(String division, String path) {
        return admin(division).get(path).path("status");
    }

    private static RequestSpecification admin(String division) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("keeper", division, "admin"))
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
