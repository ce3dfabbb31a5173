package org.fengqiao.legal.contract;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fengqiao.testkit.ApiContract;
import org.fengqiao.testkit.CodeListContract;
import org.fengqiao.testkit.GoldenFile;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.ReleasedRequests;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** The OpenAPI documents as clients get them; a change shows in the commit that makes it. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ContractTest {

    @Test
    void theDocumentsAreCurrent() {
        GoldenFile.inRepository("docs/generated/openapi/legal.yaml")
                .matches(ApiContract.yaml("/q/openapi"));
        GoldenFile.inRepository("docs/generated/openapi/legal-3.0.yaml")
                .matches(ApiContract.yaml("/q/openapi-v30"));
    }

    @Test
    void itKeepsWhatIsAskedOfEveryDocument() {
        ApiContract.served("legal-service", "service-kit").findsNothing();
    }

    /** Other services show the codes of events in these words: their tests read this file. */
    @Test
    void theCodeListsAreCurrent() {
        CodeListContract.holds("legal", Tokens.township());
    }

    @Test
    void aListThatIsKnownIsNotSentAgain() {
        CodeListContract.sendsNothingTwice("legal", Tokens.township());
    }

    @Test
    void requestsOfEveryReleaseAreTaken() {
        ReleasedRequests.of("legal").areTaken();
    }
}
