package org.fengqiao.petition.supervision;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Topic;
import org.junit.jupiter.api.Test;

/** What the topics of visits, supervisions, proposals and the backlog say, and do not say. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class RegisterEventsTest {

    private static final String TOWNSHIP = "410423106000";
    private static final String CANARY = "欧阳金丝雀";

    private final PetitionOffice office = PetitionOffice.township();
    private final PetitionOffice county = PetitionOffice.county();

    @Test
    void aVisitIsTold() {
        String body =
                PetitionOffice.newVisit(TOWNSHIP, "2024-04-02", "CITY", 5)
                        .replace("张三三", CANARY)
                        .replace("反映宅基地边界", CANARY);
        JsonPath told = told("petition.visit.v1", office.created("/visits", body));
        assertEquals("CITY", told.getString("level"));
        assertEquals(5, told.getInt("persons"));
        assertEquals("true true", told.get("groupVisit") + " " + told.get("skipLevel"));
        assertEquals(told.getString("id"), told.getString("matterId"));
    }

    @Test
    void aSupervisionIsTold() {
        String body =
                PetitionOffice.newSupervision(TOWNSHIP, "2024-04-10", "2024-04-20")
                        .replace("十日内办结", CANARY);
        JsonPath told = told("petition.supervision.v1", county.created("/supervisions", body));
        assertEquals("DELAY", told.getString("cause"));
        assertEquals("2024-04-20", told.getString("dueOn"));
    }

    @Test
    void aProposalIsTold() {
        String body =
                PetitionOffice.newProposal(TOWNSHIP, "2024-05-08").replace("建立首访登记制度", CANARY);
        JsonPath told =
                told("petition.proposal.v1", county.created("/improvement-proposals", body));
        assertEquals("IMPROVEMENT", told.getString("kind"));
        assertEquals("2024-05-08", told.getString("proposedOn"));
    }

    @Test
    void aBacklogCaseIsTold() {
        String body =
                PetitionOffice.newBacklogCase(TOWNSHIP, "2024-02-01")
                        .replace("王某某", CANARY)
                        .replace("宅基地边界多年未决", CANARY);
        JsonPath told = told("petition.backlog.v1", office.created("/backlog-cases", body));
        assertEquals("010200", told.getString("contentClass"));
        assertEquals("2024-02-01", told.getString("listedOn"));
    }

    private static JsonPath told(String topic, String path) {
        String id = PetitionOffice.id(path);
        String event =
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> last(topic, id), Objects::nonNull);
        assertFalse(event.contains(CANARY), event);
        JsonPath told = JsonPath.from(event);
        assertEquals(TOWNSHIP, told.getString("division"));
        assertEquals(1, told.getInt("version"));
        return told;
    }

    private static String last(String topic, String id) {
        return Topic.read(topic).bodies().get(UUID.fromString(id));
    }
}
