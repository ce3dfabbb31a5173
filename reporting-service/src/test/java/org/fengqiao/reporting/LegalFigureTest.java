package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Events.publish;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** Figures of legal services, record by record: definitions D1, L-01 to L-11. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class LegalFigureTest {

    private final String township = Api.township();
    private final String village = Api.village(township, 1);

    private static Snapshot record(String name, String division) {
        return Events.record("legal." + name + ".v1", division, "2024-05-10");
    }

    private Snapshot activity(String... tags) {
        return record("publicity-activity", township)
                .with("heldOn", "2024-05-10")
                .with("tags", List.of(tags))
                .with("organisers", List.of("JUSTICE_OFFICE"));
    }

    private Snapshot joined(String dispute) {
        return record("mediation-participation", village)
                .with("adviserId", UUID.randomUUID().toString())
                .with("joinedOn", "2024-05-10")
                .with("source", "MEDIATION_CASE")
                .with("disputeId", dispute)
                .with("caseId", UUID.randomUUID().toString());
    }

    private Snapshot visit(String division, int counsel) {
        return record("village-visit", division)
                .with("adviserId", UUID.randomUUID().toString())
                .with("visitedOn", "2024-05-10")
                .with("counselPresent", counsel);
    }

    private void expect(String code, int value) {
        awaitCount(township, code, "2024", value);
    }

    @Test
    void anActivityWithThreeTagsIsOne() {
        publish(
                activity("THEME_DAY", "LECTURE", "SCHOOL_LECTURE")
                        .with("speaker", "POLICE_STATION"),
                activity("LECTURE").with("speaker", "VILLAGE_COUNSEL"),
                activity("LEGAL_AID_OUTREACH"));
        expect("L-01", 3);
        expect("L-02", 1);
        expect("L-09", 1);
        expect("L-10", 1);
    }

    @Test
    void aDisputeJoinedByTwoIsOneAndAVoidedCaseLeaves() {
        String dispute = UUID.randomUUID().toString();
        Snapshot one = joined(dispute);
        Snapshot other = joined(dispute);
        Snapshot alone = joined(UUID.randomUUID().toString());
        publish(one, other, alone);
        expect("L-06", 2);
        publish(alone.next().with("voided", true));
        expect("L-06", 1);
        List<Integer> contributions =
                Api.as(township)
                        .get("/reporting/v1/figures/L-06/" + township + "/2024/receipt")
                        .jsonPath()
                        .getList("keys.collectMany { it.records }.contribution");
        assertEquals(List.of(0, 1), contributions.stream().sorted().toList());
    }

    @Test
    void aVillageVisitedTwiceIsOneOfManyVillages() {
        publish(
                visit(village, 2),
                visit(village, 1),
                visit(Api.village(township, 2), 1),
                visit(township, 1));
        expect("L-04", 2);
        expect("L-05", 5);
        Api.as(township)
                .get("/reporting/v1/figures/L-04/" + township + "/2024/receipt")
                .then()
                .body("value", equalTo(2))
                .body("keys.key", equalTo(List.of(village, Api.village(township, 2))));
    }

    @Test
    void theShareOfAnExamIsOfPersons() {
        publish(
                record("law-exam", township)
                        .with("heldOn", "2024-05-10")
                        .with("audience", "STAFF")
                        .with("due", 60)
                        .with("taken", 50)
                        .with("passed", 40));
        Api.awaitValue(township, "G-04-T", "2024", "83.33");
        Api.awaitValue(township, "G-04-S", "2024", "80");
    }

    @Test
    void aCertificateCountsOnTheLastDayOnly() {
        Snapshot officer =
                record("enforcement-officer", township)
                        .with("postFrom", "2023-01-01")
                        .with("certificateFrom", "2023-06-01");
        publish(
                officer.with("id", UUID.randomUUID().toString())
                        .with("certificateUntil", "2024-12-31"),
                officer.with("id", UUID.randomUUID().toString())
                        .with("certificateUntil", "2024-12-30"));
        Api.awaitValue(township, "G-01", "2024", "50");
    }

    /** A renewal corrects the record, and a break begins another: past years stay as they were. */
    @Test
    void aRenewalLeavesThePastAsItWas() {
        Snapshot officer =
                record("enforcement-officer", township)
                        .with("postFrom", "2019-01-02")
                        .with("certificateFrom", "2019-06-01")
                        .with("certificateUntil", "2024-05-31");
        Snapshot inTime = officer.with("id", UUID.randomUUID().toString());
        Snapshot late = officer.with("id", UUID.randomUUID().toString());
        publish(inTime, late);
        Api.awaitValue(township, "G-01", "2023", "100");
        Api.awaitValue(township, "G-01", "2024", "0");
        publish(
                inTime.next()
                        .with("renewedOn", "2024-06-01")
                        .with("certificateUntil", "2029-05-31"),
                late.next().with("postUntil", "2024-08-31"),
                late.with("id", UUID.randomUUID().toString())
                        .with("postFrom", "2024-09-01")
                        .with("certificateFrom", "2024-09-01")
                        .with("certificateUntil", "2029-08-31"));
        Api.awaitValue(township, "G-01", "2024", "100");
        Api.awaitValue(township, "G-01", "2024-08", "50");
        Api.awaitValue(township, "G-01", "2023", "100");
    }
}
