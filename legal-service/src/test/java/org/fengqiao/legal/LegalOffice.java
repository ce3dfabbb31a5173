package org.fengqiao.legal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.testkit.Clerk;
import org.fengqiao.testkit.Tokens;

/**
 * What tests of this service say: an office, an adviser of it, and every register by its example.
 */
public final class LegalOffice {

    public static final String HOME = "410423106000";
    public static final String VILLAGE = "410423106201";

    /** What stands for the id of an adviser in the examples of the document. */
    public static final String ANY_ADVISER = "018cc251-f400-7000-8000-000000000001";

    private static final String EXAMPLE_TOWNSHIP = "410423106";

    /**
     * A register as the OpenAPI document tells of it.
     *
     * @param path below v1: {@code /institutions}
     * @param name of what a record says: {@code Institution}
     * @param listing the operation that lists it
     * @param dated whether its records have clocks
     */
    public record OfDocument(
            String path, String name, String listing, boolean dated, String example) {

        /** A right body, of a township and an adviser of it. */
        public String body(String township, String adviser) {
            return example.replace(EXAMPLE_TOWNSHIP, township.substring(0, 9))
                    .replace(ANY_ADVISER, adviser);
        }
    }

    private LegalOffice() {}

    public static Clerk of(String division, String... more) {
        List<String> scopes =
                new ArrayList<>(
                        List.of(
                                "legal:read",
                                "legal:write",
                                "records:read",
                                "persons:read",
                                "ledgers:import",
                                "ledgers:export",
                                "admin"));
        scopes.addAll(List.of(more));
        return Clerk.at("/legal", Tokens.of("office", division, scopes.toArray(String[]::new)));
    }

    /** Enters village counsel on the roster of a township; the id. */
    public static String adviser(Clerk clerk, String township, String name) {
        String body =
                """
                {"division":"%s","roles":["VILLAGE","GOVERNMENT"],"profession":"LAWYER","name":"%s",
                 "firm":"某某律师事务所","engagedOn":"2020-01-01"}"""
                        .formatted(township, name);
        return Clerk.id(clerk.created("/legal-advisers", body));
    }

    /** Every register of the document. */
    public static List<OfDocument> registers() {
        JsonNode document = document();
        List<OfDocument> registers = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(
                        path -> {
                            String id = path.getValue().at("/post/operationId").asText();
                            if (id.startsWith("create")) {
                                registers.add(register(document, path.getKey(), id));
                            }
                        });
        return registers;
    }

    private static OfDocument register(JsonNode document, String path, String creates) {
        String name = creates.substring("create".length());
        JsonNode example = document.at("/components/schemas/" + name + "/examples/0");
        return new OfDocument(
                path.replaceFirst("/legal/v1", ""),
                name,
                document.path("paths").path(path).at("/get/operationId").asText(),
                document.path("paths").has(path + "/{id}/deadlines"),
                example.toString());
    }

    public static JsonNode document() {
        String json = RestAssured.given().queryParam("format", "json").get("/q/openapi").asString();
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
