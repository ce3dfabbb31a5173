package org.fengqiao.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.UUID;
import org.fengqiao.client.mediation.ApiClient;
import org.fengqiao.client.mediation.model.CaseStatus;
import org.fengqiao.client.mediation.model.DisputeType;
import org.fengqiao.client.mediation.model.MediationCaseItem;
import org.junit.jupiter.api.Test;

/** A client of today reads what a later service answers. */
class OpenEnumTest {

    private static final String LATER =
            """
            {"id":"0191f0a2-5b10-7c44-9d0f-3f1f8a6b2c11","version":3,"status":"PAUSED",
             "disputeType":"18","weather":{"rain":true}}""";

    @Test
    void aValueThatIsNotKnownIsReadAsUnknownAndAFieldIsSkipped() throws JsonProcessingException {
        MediationCaseItem read = read(LATER);
        assertEquals(UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2c11"), read.getId());
        assertEquals(CaseStatus.UNKNOWN_DEFAULT_OPEN_API, read.getStatus());
        assertEquals(DisputeType.UNKNOWN_DEFAULT_OPEN_API, read.getDisputeType());
    }

    /** The control: what is known is read as what it is, and what is absent as nothing. */
    @Test
    void aValueThatIsKnownHasItsName() throws JsonProcessingException {
        MediationCaseItem read = read("{\"status\":\"AGREED\",\"disputeType\":\"02\"}");
        assertEquals(CaseStatus.AGREED, read.getStatus());
        assertEquals(DisputeType.NEIGHBOURHOOD, read.getDisputeType());
        assertNull(read.getId());
    }

    private static MediationCaseItem read(String json) throws JsonProcessingException {
        return ApiClient.createDefaultObjectMapper().readValue(json, MediationCaseItem.class);
    }
}
