package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is found in a right document, and each fault in one that has it. */
class ApiContractTest {

    @Test
    void aNumberedSchemaIsFound() {
        assertEquals(
                List.of("PageView1 is a schema with a number for a name"),
                found("{\"components\":{\"schemas\":{\"PageView\":{},\"PageView1\":{}}}}"));
        assertEquals(List.of(), found("{\"components\":{\"schemas\":{\"CommitteePage\":{}}}}"));
    }

    private static List<String> found(String document) {
        try {
            return new ApiContract(new ObjectMapper().readTree(document)).findings();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(document, e);
        }
    }
}
