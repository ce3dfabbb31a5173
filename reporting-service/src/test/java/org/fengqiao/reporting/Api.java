package org.fengqiao.reporting;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.fengqiao.testkit.Tokens;

/** Calls of the service as a clerk of one township, and townships that no other test uses. */
public final class Api {

    /** Amounts as they are written: a float holds seven digits of them. */
    static final JsonPathConfig EXACT = new JsonPathConfig(NumberReturnType.BIG_DECIMAL);

    private static final AtomicInteger TOWNSHIPS = new AtomicInteger(100);

    private Api() {}

    /** A township of its own: 12 digits in county 410499. */
    public static String township() {
        return "410499" + TOWNSHIPS.incrementAndGet() + "000";
    }

    /** The n-th village of a township. */
    public static String village(String township, int number) {
        return township.substring(0, 9) + (200 + number);
    }

    public static RequestSpecification as(String division) {
        return given().auth()
                .oauth2(
                        Tokens.of(
                                "clerk",
                                division,
                                "figures:read",
                                "reports:read",
                                "reports:write",
                                "reports:sign",
                                "confirmations:write",
                                "indicators:write",
                                "petitions:read",
                                "legal:read",
                                "admin"))
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Another person of a division, with these scopes. */
    public static RequestSpecification as(String division, String subject, String... scopes) {
        return given().auth()
                .oauth2(Tokens.of(subject, division, scopes))
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** A query of figures; the parameters in pairs. */
    public static ValidatableResponse figures(String division, String... parameters) {
        RequestSpecification request = as(division).queryParam("division", division);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/reporting/v1/figures").then();
    }

    /** All checks of a division's 2024. */
    static ValidatableResponse checks(String division) {
        return as(division)
                .queryParam("period", "2024")
                .queryParam("division", division)
                .get("/reporting/v1/checks")
                .then()
                .statusCode(200);
    }

    /** What one figure is made of, whatever its status: its value, or 0 where nobody reported. */
    public static BigDecimal count(String division, String indicator, String period) {
        JsonPath figure =
                figures(division, "indicator", indicator, "period", period)
                        .statusCode(200)
                        .extract()
                        .jsonPath(EXACT);
        return decimal(figure.getMap("figures[0]"));
    }

    public static BigDecimal decimal(Map<String, Object> figure) {
        Object value = figure.get("value");
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }

    public static List<Map<String, Object>> rows(
            String division, String indicator, String period, String by) {
        return figures(division, "indicator", indicator, "period", period, "by", by)
                .statusCode(200)
                .extract()
                .jsonPath(EXACT)
                .getList("figures");
    }

    /** Waits until a figure counts so many. */
    public static void awaitCount(String division, String indicator, String period, int count) {
        patiently()
                .untilAsserted(
                        () ->
                                org.junit.jupiter.api.Assertions.assertEquals(
                                        0,
                                        BigDecimal.valueOf(count)
                                                .compareTo(count(division, indicator, period)),
                                        () ->
                                                indicator
                                                        + " "
                                                        + count(division, indicator, period)));
    }

    /** The same of a figure that is no whole number. */
    static void awaitValue(String division, String indicator, String period, String value) {
        patiently()
                .untilAsserted(
                        () ->
                                org.junit.jupiter.api.Assertions.assertEquals(
                                        0,
                                        new BigDecimal(value)
                                                .compareTo(count(division, indicator, period))));
    }

    /** What the slow count of single facts says of a division's year. */
    static JsonPath verify(String division, String year) {
        return as(division)
                .queryParam("division", division)
                .queryParam("year", year)
                .post("/reporting/v1/drift")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static ConditionFactory patiently() {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(Integer.getInteger("fengqiao.patience.seconds", 60)));
    }

    /** All pages of a receipt; of a distinct count the records of all its keys. */
    public static Stream<Map<String, Object>> records(String division, String receipt) {
        JsonPath page = as(division).get(receipt).then().statusCode(200).extract().jsonPath(EXACT);
        List<Map<String, Object>> records =
                page.get("keys") == null
                        ? page.getList("records")
                        : page.<List<Map<String, Object>>>getList("keys.records").stream()
                                .flatMap(List::stream)
                                .toList();
        String next = page.getString("next");
        if (next == null) {
            return records.stream();
        }
        String plain = receipt.replaceFirst("[?&]cursor=[^&]*", "");
        String more = plain + (plain.contains("?") ? "&" : "?") + "cursor=" + next;
        return Stream.concat(records.stream(), records(division, more));
    }
}
