package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** All that a caller can read: each GET of an API, those of a record at each of some records. */
public final class Readings {

    private static final List<String> PAGES = List.of("cursor", "after");

    private final JsonNode document;
    private final Map<String, List<String>> records;
    private final Map<String, String> query;

    private Readings(
            JsonNode document, Map<String, List<String>> records, Map<String, String> query) {
        this.document = document;
        this.records = records;
        this.query = query;
    }

    /**
     * @param document OpenAPI, parsed
     * @param records what stands in the path's variable, by the part of the path before it: {@code
     *     petitions}; a path of other parts is not read
     * @param query values of parameters, for each operation that has them
     */
    public static Readings of(
            JsonNode document, Map<String, List<String>> records, Map<String, String> query) {
        return new Readings(document, records, query);
    }

    /**
     * Reads it all.
     *
     * @param as makes the request somebody's: token, purpose and what else it says
     * @return one answer per operation and record: {@code getPetition 0191…}
     */
    public List<Answer> by(UnaryOperator<RequestSpecification> as) {
        List<Answer> answers = new ArrayList<>();
        for (ApiOperation it : ApiOperation.all(document)) {
            if (it.method().equals("get")) {
                variables(it).forEach(variable -> read(it, variable, as, answers));
            }
        }
        return answers;
    }

    /** One page after the other, up to the last: what is looked for may stand on any. */
    private void read(
            ApiOperation it,
            String variable,
            UnaryOperator<RequestSpecification> as,
            List<Answer> answers) {
        String next = null;
        do {
            RequestSpecification request = as.apply(RestAssured.given());
            it.pathParameters().keySet().forEach(name -> request.pathParam(name, variable));
            query.forEach(
                    (name, value) -> {
                        if (it.queryParameters().containsKey(name)) {
                            request.queryParam(name, value);
                        }
                    });
            if (next != null) {
                request.queryParam(turning(it), next);
            }
            Response answer = request.get(it.path());
            String asked = (it.id() + " " + variable).strip();
            answers.add(new Answer(asked, answer.statusCode(), answer.asString()));
            next = turning(it) == null ? null : following(answer);
        } while (next != null);
    }

    /** The parameter that asks for the next page; null where all is on one. */
    private static String turning(ApiOperation it) {
        return PAGES.stream().filter(it.queryParameters()::containsKey).findFirst().orElse(null);
    }

    /** Where the next page begins; null after the last. A feed always says where it will go on. */
    private static String following(Response answer) {
        if (answer.statusCode() != 200) {
            return null;
        }
        JsonPath page = answer.jsonPath();
        List<?> items = page.getList("items");
        return items == null || items.isEmpty() ? null : page.getString("next");
    }

    private List<String> variables(ApiOperation it) {
        return switch (it.pathParameters().size()) {
            case 0 -> List.of("");
            case 1 -> records.getOrDefault(collection(it.path()), List.of());
            default -> List.of();
        };
    }

    private static String collection(String path) {
        String before = path.substring(0, path.indexOf("/{"));
        return before.substring(before.lastIndexOf('/') + 1);
    }
}
