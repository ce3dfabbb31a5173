package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is found in a right document, and each fault in one that has it. */
class ApiContractTest {

    private static final String DOCUMENT =
            """
            {"paths":{"/things":{"get":{"operationId":"listThings",
              "description":"全部 All of them","parameters":[
               {"name":"If-Match","in":"header","required":true,"description":"版本 Version"}],
              "responses":{"200":{"content":
              {"application/json":{"schema":{"$ref":"#/components/schemas/ThingPage"}}}}}}}},
             "components":{"schemas":{
              "ThingPage":{"type":"object","properties":{"items":{"type":"array",
               "items":{"$ref":"#/components/schemas/Thing"},"description":"各项 The items"}}},
              "Thing":{"type":"object","required":["on"],"properties":{
               "on":{"type":"string","format":"date","description":"日期 The day"},
               "kind":{"type":"string","enum":["ONE"],"description":"种类 The kind"}}
               ,"examples":[{"on":"2024-03-02","kind":"ONE"}]}}}}""";

    @Test
    void nothingIsFoundInARightDocument() {
        assertEquals(List.of(), found(DOCUMENT));
    }

    @Test
    void aNumberedSchemaIsFound() {
        assertEquals(
                List.of("ThingPage1 is a schema with a number for a name"),
                found(DOCUMENT.replace("ThingPage", "ThingPage1")));
    }

    @Test
    void anOperationWithoutExampleIsFound() {
        assertEquals(
                List.of("listThings has no example"),
                found(DOCUMENT.replace("\"examples\"", "\"x-none\"")));
    }

    @Test
    void aPropertyThatIsNotDescribedInBothLanguagesIsFound() {
        String kind = "Thing.kind is not described in Chinese and English";
        assertEquals(
                List.of(kind), found(DOCUMENT.replace(",\"description\":\"种类 The kind\"", "")));
        assertEquals(List.of(kind), found(DOCUMENT.replace("种类 The kind", "The kind")));
    }

    @Test
    void aStepAndAParameterThatAreNotDescribedAreFound() {
        assertEquals(
                List.of("listThings does not say when the step is taken and what it does"),
                found(DOCUMENT.replace("全部 All of them", "")));
        assertEquals(
                List.of("listThings.If-Match is not described"),
                found(DOCUMENT.replace("版本 Version", "")));
    }

    @Test
    void aWordThatDescribesNothingIsFound() {
        String words =
                """
                {"listThings":"全部 All of them","Thing.on":"日期 The day","kind":"种类 The kind",
                 "Thing.kind":"另一种 Another kind","Thing.gone":"已无 Gone"}""";
        assertEquals(
                List.of(
                        "the word of Thing.kind describes nothing",
                        "the word of Thing.gone describes nothing"),
                found(DOCUMENT, words));
    }

    @Test
    void anExampleThatDoesNotFitItsSchemaIsFound() {
        assertEquals(
                List.of(
                        "the example of Thing lacks /on",
                        "the example of Thing has an unknown field at /onn",
                        "the example of Thing has an unknown code at /kind"),
                found(
                        DOCUMENT.replace(
                                "{\"on\":\"2024-03-02\",\"kind\":\"ONE\"}",
                                "{\"onn\":\"2024-03-02\",\"kind\":\"TWO\"}")));
        assertEquals(
                List.of("the example of Thing has no such format at /on"),
                found(DOCUMENT.replace("2024-03-02", "2024-02-31")));
        assertEquals(
                List.of("the example of Thing is no string at /on"),
                found(DOCUMENT.replace("\"2024-03-02\"", "20240302")));
    }

    private static List<String> found(String document) {
        return found(document, "{}");
    }

    private static List<String> found(String document, String words) {
        try {
            return new ApiContract(
                            new ObjectMapper().readTree(document),
                            (it, body) -> {
                                throw new IllegalStateException(it.id() + " takes no body");
                            },
                            List.of(new ObjectMapper().readTree(words)))
                    .findings();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(document, e);
        }
    }
}
