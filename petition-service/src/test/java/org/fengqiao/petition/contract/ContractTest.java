package org.fengqiao.petition.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
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
    void theDocumentIsCurrent() {
        GoldenFile.inRepository("docs/generated/openapi/petition.yaml")
                .matches(ApiContract.yaml("/q/openapi"));
    }

    @Test
    void itsTwinOfVersionThreeZeroIsCurrent() {
        GoldenFile.inRepository("docs/generated/openapi/petition-3.0.yaml")
                .matches(ApiContract.yaml("/q/openapi-v30"));
    }

    @Test
    void itKeepsWhatIsAskedOfEveryDocument() {
        ApiContract.served("petition-service", "service-kit").findsNothing();
    }

    @Test
    void anExampleThatTheServiceDoesNotTakeIsFound() {
        String odd = "{\"reason\":\"重复登记\",\"noSuchField\":1}";
        List<String> found = ApiContract.served().with("Voiding", odd).findings();
        assertTrue(
                found.stream()
                        .anyMatch(it -> it.startsWith("voidPetition does not take its example")),
                found::toString);
    }

    /** Other services show the codes of events in these words: their tests read this file. */
    @Test
    void theCodeListsAreCurrent() {
        CodeListContract.holds("petition", Tokens.township());
    }

    @Test
    void aListThatIsKnownIsNotSentAgain() {
        CodeListContract.sendsNothingTwice("petition", Tokens.township());
    }

    @Test
    void requestsOfEveryReleaseAreTaken() {
        ReleasedRequests.of("petition").areTaken();
    }
}
