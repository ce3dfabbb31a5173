package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.as;

import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Definitions of indicators as a county sends them, and the county of all test townships. */
final class Definitions {

    static final String COUNTY = "410499000000";

    private static final AtomicInteger CODES = new AtomicInteger(100);

    private Definitions() {}

    /** A code of the county that no other test uses. */
    static String code() {
        return "X-410499-" + CODES.incrementAndGet();
    }

    /** Cases of people's mediation by the day they were closed, through the filters. */
    static Map<String, Object> closed(String kind, Map<?, ?>... filters) {
        return of(
                "title", "调结案件",
                "titleEn", "Cases closed",
                "kind", kind,
                "unit", kind.equals("SHARE") ? "PERCENT" : "CASE",
                "legalBasis", "县司法局通知",
                "since", "2023-01",
                "records",
                        of(
                                "kind", "mediation.case.v1",
                                "date", "closedOn",
                                "filters", List.of(filters)));
    }

    static Map<String, Object> in(String column, String... codes) {
        return of("column", column, "test", "IN", "codes", Arrays.asList(codes));
    }

    static Map<String, Object> is(String column, String test, String... others) {
        return of("column", column, "test", test, "others", Arrays.asList(others));
    }

    static Map<String, Object> with(Map<String, Object> map, Object... more) {
        Map<String, Object> changed = new LinkedHashMap<>(map);
        changed.putAll(of(more));
        return changed;
    }

    /** The same with other records. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> withRecords(Map<String, Object> definition, Object... more) {
        Map<String, Object> records = (Map<String, Object>) definition.get("records");
        return with(definition, "records", with(records, more));
    }

    static Map<String, Object> of(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static ValidatableResponse add(String division, String code, Map<String, Object> definition) {
        return post(division, "", of("code", code, "definition", definition));
    }

    static ValidatableResponse post(String division, String path, Map<String, Object> body) {
        return as(division)
                .contentType("application/json")
                .body(Events.json(body))
                .post("/reporting/v1/indicators" + path)
                .then();
    }
}
