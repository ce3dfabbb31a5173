package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was released (docs/released) and what the documents say now: nothing that a client relies on
 * is gone. Each kind of break is tried on the document of mediation-service.
 */
class ReleasedDocumentsTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = GoldenFile.root();

    @ParameterizedTest
    @ValueSource(strings = {"mediation", "petition", "legal", "reporting"})
    void noClientOfTheLastReleaseIsBroken(String service) throws IOException {
        String released = Files.readString(last().resolve("openapi/" + service + "-3.0.yaml"));
        String current =
                Files.readString(ROOT.resolve("docs/generated/openapi/" + service + "-3.0.yaml"));
        assertEquals("", String.join("\n", BrokenPromises.between(released, current)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mediation", "petition", "legal"})
    void noCodeIsGoneAndNoListChangedUnderItsVersion(String service) throws IOException {
        Path lists = Path.of("code-lists/" + service + ".json");
        JsonNode released = JSON.readTree(last().resolve(lists).toFile());
        JsonNode current = JSON.readTree(ROOT.resolve("docs/generated").resolve(lists).toFile());
        assertEquals("", String.join("\n", CodeListChanges.between(released, current)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mediation", "petition", "legal"})
    void noFieldOfAnEventIsGone(String service) throws IOException {
        Path document = Path.of("asyncapi/" + service + ".yaml");
        JsonNode released = YAML.readTree(last().resolve(document).toFile());
        JsonNode current = YAML.readTree(ROOT.resolve("docs/generated").resolve(document).toFile());
        assertEquals("", String.join("\n", EventChanges.between(released, current)));
    }

    @Test
    void anOperationThatIsGoneIsFound() throws IOException {
        found(
                "acceptCase: POST /mediation/v1/cases/{id}/acceptance is gone",
                it -> object(it, "/paths").remove("/mediation/v1/cases/{id}/acceptance"));
    }

    @Test
    void aFieldThatIsRequiredAnewIsFound() throws IOException {
        found(
                "acceptCase: required lacks [] and has [on] anew",
                it -> schema(it, "Acceptance").putArray("required").add("on"));
    }

    @Test
    void aFieldOfAnAnswerThatIsGoneIsFound() throws IOException {
        found(
                "getCase:/caseNumber is gone",
                it -> properties(it, "MediationCaseView").remove("caseNumber"));
    }

    /** Bodies are read strictly: who goes on sending it is refused. */
    @Test
    void aFieldOfABodyThatIsGoneIsFound() throws IOException {
        found(
                "registerCase:/difficulty is gone",
                it -> properties(it, "NewCase").remove("difficulty"));
    }

    @Test
    void aCodeThatIsNoLongerTakenIsFound() throws IOException {
        found(
                "registerCase:/source enum lacks [REFERRED] and has [] anew",
                it -> {
                    ArrayNode codes = (ArrayNode) schema(it, "CaseSource").path("enum");
                    codes.remove(2);
                });
    }

    @Test
    void anotherTypeIsFound() throws IOException {
        found(
                "getCase:/personsInvolved was integer and is string",
                it ->
                        ((ObjectNode) properties(it, "MediationCaseView").path("personsInvolved"))
                                .put("type", "string")
                                .remove("format"));
    }

    @Test
    void aParameterThatIsRequiredAnewIsFound() throws IOException {
        found(
                "listCases: parameters gone [], required anew [year]",
                it ->
                        ((ArrayNode) it.at("/paths/~1mediation~1v1~1cases/get/parameters"))
                                .addObject()
                                .put("name", "year")
                                .put("in", "query")
                                .put("required", true)
                                .putObject("schema")
                                .put("type", "string"));
    }

    /** What clients have to bear, and no more than that. */
    @Test
    void aNewFieldANewCodeANewParameterAndANewOperationBreakNobody() throws IOException {
        List<String> broken =
                broken(
                        it -> {
                            properties(it, "MediationCaseView")
                                    .putObject("weather")
                                    .put("type", "string");
                            properties(it, "NewCase").putObject("weather").put("type", "string");
                            ((ArrayNode) schema(it, "CaseStatus").path("enum")).add("PAUSED");
                            object(it, "/paths/~1mediation~1v1~1cases/get/responses")
                                    .putObject("451")
                                    .put("description", "For reasons of law");
                            object(it, "/paths")
                                    .set(
                                            "/mediation/v1/more",
                                            it.at("/paths/~1mediation~1v1~1cases"));
                        });
        assertEquals("", String.join("\n", broken));
    }

    @Test
    void aCodeThatIsGoneAndAListThatChangedSilentlyAreFound() throws IOException {
        JsonNode released = lists("[{'code':'A','zh':'甲'},{'code':'B','zh':'乙'}]", 1);
        JsonNode gone = lists("[{'code':'A','zh':'甲'}]", 2);
        JsonNode silent = lists("[{'code':'A','zh':'甲'},{'code':'B','zh':'丙'}]", 1);
        JsonNode withdrawn =
                lists("[{'code':'A','zh':'甲'},{'code':'B','zh':'乙','validUntil':'2027-12-31'}]", 2);
        assertEquals(
                List.of("letters: the code B is gone; withdraw it with validUntil"),
                CodeListChanges.between(released, gone));
        assertEquals(
                List.of("letters changed and is still of version 1"),
                CodeListChanges.between(released, silent));
        assertEquals(List.of(), CodeListChanges.between(released, withdrawn));
        assertEquals(
                List.of("letters is gone"),
                CodeListChanges.between(released, JSON.readTree("{\"items\":[]}")));
    }

    @Test
    void anEventFieldThatIsGoneOrAnotherIsFound() throws IOException {
        Path document = ROOT.resolve("docs/generated/asyncapi/mediation.yaml");
        JsonNode released = YAML.readTree(document.toFile());
        String text = Files.readString(document);
        JsonNode renamed = YAML.readTree(text.replace("personsInvolved:", "persons:"));
        List<String> found = EventChanges.between(released, renamed);
        assertTrue(
                found.stream().anyMatch(it -> it.endsWith("/personsInvolved is gone")),
                found::toString);
    }

    private static void found(String sentence, Consumer<JsonNode> change) throws IOException {
        List<String> broken = broken(change);
        assertTrue(broken.contains(sentence), broken::toString);
    }

    private static List<String> broken(Consumer<JsonNode> change) throws IOException {
        Path document = ROOT.resolve("docs/generated/openapi/mediation-3.0.yaml");
        JsonNode changed = YAML.readTree(document.toFile());
        change.accept(changed);
        return BrokenPromises.between(Files.readString(document), changed.toString());
    }

    private static ObjectNode schema(JsonNode document, String name) {
        return object(document, "/components/schemas/" + name);
    }

    private static ObjectNode properties(JsonNode document, String name) {
        return object(document, "/components/schemas/" + name + "/properties");
    }

    private static ObjectNode object(JsonNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    private static JsonNode lists(String values, int version) throws IOException {
        return JSON.readTree(
                "{\"items\":[{\"name\":\"letters\",\"version\":%d,\"values\":%s}]}"
                        .formatted(version, values.replace('\'', '"')));
    }

    /** The folder of the newest release, by its number. */
    private static Path last() throws IOException {
        try (Stream<Path> releases = Files.list(ROOT.resolve("docs/released"))) {
            return releases.filter(Files::isDirectory)
                    .max(Comparator.comparing(ReleasedDocumentsTest::version))
                    .orElseThrow();
        }
    }

    private static Runtime.Version version(Path release) {
        return Runtime.Version.parse(release.getFileName().toString().replaceFirst("(\\.0)+$", ""));
    }
}
