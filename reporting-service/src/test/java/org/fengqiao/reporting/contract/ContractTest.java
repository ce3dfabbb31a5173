package org.fengqiao.reporting.contract;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fengqiao.testkit.ApiContract;
import org.fengqiao.testkit.GoldenFile;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.ReleasedRequests;
import org.junit.jupiter.api.Test;

/** The OpenAPI documents as clients get them; a change shows in the commit that makes it. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ContractTest {

    @Test
    void theDocumentIsCurrent() {
        GoldenFile.inRepository("docs/generated/openapi/reporting.yaml")
                .matches(ApiContract.yaml("/q/openapi"));
    }

    @Test
    void itsTwinOfVersionThreeZeroIsCurrent() {
        GoldenFile.inRepository("docs/generated/openapi/reporting-3.0.yaml")
                .matches(ApiContract.yaml("/q/openapi-v30"));
    }

    @Test
    void itKeepsWhatIsAskedOfEveryDocument() {
        ApiContract.served("reporting-service").findsNothing();
    }

    @Test
    void requestsOfEveryReleaseAreTaken() {
        ReleasedRequests.of("reporting").areTaken();
    }
}
