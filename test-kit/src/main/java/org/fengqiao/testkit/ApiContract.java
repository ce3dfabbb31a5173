package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;

/** What a service's OpenAPI document has to be, beside being current. */
public final class ApiContract {

    private final JsonNode document;

    ApiContract(JsonNode document) {
        this.document = document;
    }

    /** The document of the service under test, as its clients get it. */
    public static ApiContract served() {
        try {
            return new ApiContract(new ObjectMapper().readTree(document("/q/openapi", "json")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The OpenAPI document cannot be read", e);
        }
    }

    /** The document as YAML, for its golden file. */
    public static String yaml(String path) {
        return document(path, "yaml");
    }

    private static String document(String path, String format) {
        return RestAssured.given()
                .accept("application/" + format)
                .queryParam("format", format)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Fails with everything that was found. */
    public void findsNothing() {
        assertEquals("", String.join("\n", findings()));
    }

    List<String> findings() {
        List<String> found = new ArrayList<>();
        document.at("/components/schemas")
                .fieldNames()
                .forEachRemaining(
                        name -> {
                            if (Character.isDigit(name.charAt(name.length() - 1))) {
                                found.add(name + " is a schema with a number for a name");
                            }
                        });
        return found;
    }
}
