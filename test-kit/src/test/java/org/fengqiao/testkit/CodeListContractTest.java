package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** A changed list has another digest and the next version; any other stays as it is. */
class CodeListContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aListChangesItsVersionWithWhatItSays() throws JsonProcessingException {
        JsonNode first = CodeListContract.next(JSON.createObjectNode(), lists("来信"));
        assertEquals(1, version(first, "forms"));
        assertEquals(first, CodeListContract.next(first, lists("来信")));
        JsonNode second = CodeListContract.next(first, lists("信件"));
        assertEquals(2, version(second, "forms"));
        assertNotEquals(first.at("/forms/digest"), second.at("/forms/digest"));
        assertEquals(first.path("levels"), second.path("levels"));
    }

    private static int version(JsonNode versions, String list) {
        return versions.path(list).path("version").asInt();
    }

    private static JsonNode lists(String label) throws JsonProcessingException {
        return JSON.readTree(
                """
                {"items":[{"name":"forms","version":9,"values":[{"code":"LETTER","zh":"%s"}]},
                 {"name":"levels","version":9,"values":[{"code":"COUNTY","zh":"县"}]}]}"""
                        .formatted(label));
    }
}
