package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** All that a caller can read: each GET of an API, those of a record at each of some records. */
public final class Readings {

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
                for (String variable : variables(it)) {
                    RequestSpecification request = as.apply(RestAssured.given());
                    it.pathParameters().keySet().forEach(name -> request.pathParam(name, variable));
                    query.forEach(
                            (name, value) -> {
                                if (it.queryParameters().containsKey(name)) {
                                    request.queryParam(name, value);
                                }
                            });
                    Response answer = request.get(it.path());
                    answers.add(
                            new Answer(
                                    (it.id() + " " + variable).strip(),
                                    answer.statusCode(),
                                    answer.asString()));
                }
            }
        }
        return answers;
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
