package org.fengqiao.petition.petitions;

import static org.fengqiao.testkit.SourceEvent.deliver;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.GoldenFile;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.SourceEvent;
import org.fengqiao.testkit.Tokens;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A petition referred to mediation, as mediation's events tell of it. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class MediationChainTest {

    private static final String VILLAGE = "410423106201";
    private static final String OTHER_VILLAGE = "410423106202";

    private final PetitionOffice office = PetitionOffice.township();
    private SourceEvent committee;

    @BeforeEach
    void aCommittee() {
        committee = committee(VILLAGE);
    }

    @Test
    void aReferralNamesACommitteeOfTheAreaThatStands() {
        String it = office.accepted("2024-03-01");
        refer(it, UUID.randomUUID().toString(), "2024-03-02")
                .statusCode(422)
                .body("code", equalTo("COMMITTEE_UNKNOWN"))
                .body("errors[0].pointer", equalTo("/committeeId"));
        SourceEvent elsewhere = committee("410423107201");
        SourceEvent voided = committee(VILLAGE).with("voided", true);
        SourceEvent dissolved = committee(VILLAGE).with("dissolvedOn", "2024-03-01");
        deliver(voided, dissolved);
        deliver(dissolved.with("dissolvedOn", null).with("version", 0));
        for (SourceEvent unfit : List.of(elsewhere, voided)) {
            refer(it, unfit.id(), "2024-03-02").body("code", equalTo("COMMITTEE_UNKNOWN"));
        }
        refer(it, dissolved.id(), "2024-03-02")
                .statusCode(422)
                .body("code", equalTo("COMMITTEE_NOT_STANDING"))
                .body("errors[0].pointer", equalTo("/committeeId"));
        refer(it, dissolved.id(), "2024-03-01")
                .statusCode(200)
                .body("said.referrals[0].committeeDivision", equalTo(VILLAGE));
    }

    @Test
    void theOutcomeComesBackOnce() {
        String it = referred();
        SourceEvent registered = caseOf(it);
        deliver(registered, registered);
        int version = version(it);
        referral(it).body("caseId", equalTo(registered.id())).body("outcome", nullValue());
        deliver(registered.next().with("status", "ACCEPTED"), registered);
        assertEquals(version, version(it));
        SourceEvent agreed =
                registered
                        .next()
                        .next()
                        .with("status", "AGREED")
                        .with("endedOn", "2024-03-20")
                        .with("closedOn", "2024-03-20");
        deliver(agreed, agreed);
        deliver(registered.next().with("status", "ACCEPTED"));
        deliver(agreed.next().with("performedOn", "2024-04-01"));
        referral(it).body("outcome", equalTo("AGREED")).body("endedOn", equalTo("2024-03-20"));
        assertEquals(version + 1, version(it));
        JsonPath history = office.read(it + "/history");
        List<String> steps = history.getList("step");
        assertEquals("LEARN_MEDIATION", steps.get(steps.size() - 1));
        assertEquals("mediation.case.v1", history.getString("[-1].by"));
        assertEquals("ACCEPTED", office.read(it).getString("status"));
    }

    @Test
    void anEndedReferralLeavesRoomForAnotherAndIsStillCorrected() {
        String it = referred();
        SourceEvent registered = caseOf(it);
        deliver(registered);
        refer(it, committee.id(), "2024-03-09")
                .statusCode(409)
                .body("code", equalTo("ALREADY_REFERRED"));
        office.step(it, "conclusion", agreement("2024-03-09"))
                .then()
                .statusCode(409)
                .body("code", equalTo("MEDIATION_OPEN"))
                .body("legalBasis", equalTo("XF 33"));
        SourceEvent first =
                registered.next().with("status", "REFUSED").with("endedOn", "2024-03-08");
        deliver(first);
        refer(it, committee.id(), "2024-03-09").statusCode(200);
        deliver(first.next().with("endedOn", "2024-03-07"));
        JsonPath now = office.read(it);
        assertEquals("2024-03-07", now.getString("said.referrals[0].endedOn"));
        assertEquals(null, now.getString("said.referrals[1].outcome"));
    }

    /** Else a committee that mediation does not know, or that was dissolved, would be the end. */
    @Test
    void aReferralThatNoCommitteeHasTakenGoesToAnotherAndStaysOne() {
        String it = referred();
        String referral = office.read(it).getString("said.referrals[0].referralId");
        SourceEvent other = committee(OTHER_VILLAGE);
        refer(it, other.id(), "2024-03-05").statusCode(200);
        JsonPath now = office.read(it);
        assertEquals(List.of(referral), now.getList("said.referrals.referralId"));
        assertEquals(other.id(), now.getString("said.referrals[0].committeeId"));
        deliver(caseOf(it).with("division", OTHER_VILLAGE));
        referral(it).body("committeeDivision", equalTo(OTHER_VILLAGE));
    }

    @Test
    void onlyWhatTheLawAllowsIsReferredAndEachRefusalCites() {
        String it = office.accepted("2024-03-01");
        refused(it, referralBody(false, false, "02"), 422, "NO_CONSENT", "XF 33");
        refused(it, referralBody(true, true, "02"), 422, "ADMINISTRATIVE_DISPUTE", "P8");
        office.step(it, "mediation-referral", referralBody(true, false, "55"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/disputeType"));
        String proposal =
                office.created(
                        "/petitions",
                        PetitionOffice.newPetition("2024-03-01")
                                .replace("SEEK_SETTLEMENT", "PROPOSAL"));
        office.taken(proposal, "acceptance", "{\"on\":\"2024-03-02\"}");
        refused(proposal, referralBody(true, false, "02"), 409, "NOT_MEDIABLE", "XF 33");
        String lawsuit = office.registered("2024-03-01");
        office.taken(lawsuit, "acceptance", "{\"on\":\"2024-03-02\",\"route\":\"LITIGATION\"}");
        refused(lawsuit, referralBody(true, false, "02"), 409, "OTHER_PROCEDURE", "P8");
    }

    /** The codes of mediation's list, which no class of this service knows. */
    @Test
    void theDisputeTypesAreThoseOfMediationsList() {
        JsonPath lists =
                JsonPath.from(
                        GoldenFile.inRepository("docs/generated/code-lists/mediation.json")
                                .toFile());
        List<String> known =
                lists.getList(
                        "items.find { it.name == 'dispute-types' }.values.code", String.class);
        List<String> taken =
                IntStream.range(0, 100)
                        .mapToObj("%02d"::formatted)
                        .filter(it -> it.matches(ConclusionResource.DISPUTE_TYPE))
                        .toList();
        assertEquals(known, taken);
    }

    private void refused(String petition, String body, int status, String code, String article) {
        office.step(petition, "mediation-referral", body)
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .body("legalBasis", equalTo(article));
    }

    private String referralBody(boolean consent, boolean administrative, String disputeType) {
        return """
        {"on":"2024-03-04","committeeId":"%s","bothPartiesConsent":%s,
         "administrativeDispute":%s,"disputeType":"%s"}"""
                .formatted(committee.id(), consent, administrative, disputeType);
    }

    private static String agreement(String on) {
        return """
        {"on":"%s","kind":"MEDIATION_OR_SETTLEMENT_AGREEMENT","opinion":"双方达成协议"}"""
                .formatted(on);
    }

    @Test
    void aHandoverGoesOnWithTheSuccessorInWhateverOrderItIsHeardOf() {
        String it = referred();
        SourceEvent from = caseOf(it);
        SourceEvent to =
                caseOf(it)
                        .with("committeeId", committee(OTHER_VILLAGE).id())
                        .with("division", OTHER_VILLAGE);
        SourceEvent left =
                from.next()
                        .with("status", "HANDED_OVER")
                        .with("endedOn", "2024-03-08")
                        .with("referralId", null);
        deliver(to);
        deliver(from);
        deliver(left);
        referral(it)
                .body("caseId", equalTo(to.id()))
                .body("committeeDivision", equalTo(OTHER_VILLAGE))
                .body("outcome", nullValue());
        deliver(to.next().with("status", "NOT_AGREED").with("endedOn", "2024-03-20"));
        deliver(from);
        referral(it).body("outcome", equalTo("NOT_AGREED")).body("caseId", equalTo(to.id()));
    }

    @Test
    void whereTheReferralIsACaseOfAnotherCommitteeThePetitionLearnsIt() {
        String it = referred();
        SourceEvent other = committee(OTHER_VILLAGE);
        SourceEvent elsewhere =
                caseOf(it).with("committeeId", other.id()).with("division", OTHER_VILLAGE);
        deliver(elsewhere);
        referral(it)
                .body("caseId", equalTo(elsewhere.id()))
                .body("committeeId", equalTo(other.id()))
                .body("committeeDivision", equalTo(OTHER_VILLAGE));
        assertEquals(elsewhere.text("referralId"), referralId(it));
    }

    @Test
    void aVoidedPetitionLearnsNothingAndAnUnknownStatusIsAProblem() {
        String it = referred();
        SourceEvent odd = caseOf(it).with("status", "SUSPENDED");
        deliver(odd);
        office.get("/inbox-problems?limit=200")
                .then()
                .body(
                        "items.find { it.recordId == '" + odd.id() + "' }.code",
                        equalTo("STATUS_UNKNOWN"));
        SourceEvent registered = caseOf(it);
        office.taken(it, "voiding", "{\"reason\":\"重复登记\"}");
        int version = version(it);
        deliver(registered);
        assertEquals(version, version(it));
    }

    @Test
    void theMediatorReadsThePetitionersAndNobodyElseDoes() throws SQLException {
        String it = referred();
        String path =
                "/mediation-referrals/" + office.read(it).getString("said.referrals[0].referralId");
        PetitionOffice mediator = PetitionOffice.of(Tokens.village());
        mediator.get(it).then().statusCode(404);
        mediator.get(path).then().statusCode(403).body("code", equalTo("PURPOSE_REQUIRED"));
        long read = audited(it);
        purposeful(mediator, path)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("petitioners[0].name", equalTo("张三三"))
                .body("petitioners[0].phone", equalTo("13800000001"))
                .body("petitioners[0].identityNumber", nullValue())
                .body("request", equalTo("请求确认宅基地边界"))
                .body("persons", equalTo(1))
                .body("matterId", equalTo(PetitionOffice.id(it)))
                .body("disputeType", not(nullValue()))
                .body("handling", nullValue());
        assertEquals(read + 1, audited(it));
        purposeful(office, path).statusCode(200);
        purposeful(as(OTHER_VILLAGE, "petitions:read", "persons:read"), path).statusCode(404);
        purposeful(as(VILLAGE, "petitions:read"), path).statusCode(403);
        purposeful(as(VILLAGE, "persons:read"), path).statusCode(403);
        purposeful(mediator, "/mediation-referrals/" + UUID.randomUUID()).statusCode(404);
        deliver(caseOf(it).with("status", "AGREED").with("endedOn", "2024-03-20"));
        purposeful(mediator, path).statusCode(200);
        office.taken(it, "voiding", "{\"reason\":\"重复登记\"}");
        purposeful(mediator, path).statusCode(404);
    }

    @Test
    void afterAHandoverTheOtherCommitteeReadsThem() {
        String it = referred();
        String path =
                "/mediation-referrals/" + office.read(it).getString("said.referrals[0].referralId");
        deliver(caseOf(it).with("division", OTHER_VILLAGE));
        purposeful(as(OTHER_VILLAGE, "petitions:read", "persons:read"), path).statusCode(200);
        purposeful(PetitionOffice.of(Tokens.village()), path).statusCode(404);
    }

    @Test
    void aTopicThatIsAwayStopsNothing() throws Exception {
        String it = referred();
        SourceEvent registered = caseOf(it);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Platform.broker().bootstrapServers()))) {
            admin.deleteTopics(List.of("mediation.case.v1")).all().get();
        }
        try {
            office.request().get("/q/health/ready").then().statusCode(200);
            String other = office.accepted("2024-03-01");
            SourceEvent fresh = committee(VILLAGE);
            refer(other, fresh.id(), "2024-03-02").statusCode(200);
        } finally {
            Platform.broker().wipe();
            // It is shared: other tests compare the topic with what is recorded.
            PetitionOffice.of(Tokens.admin())
                    .post("/replays", "{\"kind\":\"petition.petition.v1\"}")
                    .then()
                    .statusCode(202);
        }
        deliver(registered);
        referral(it).body("caseId", equalTo(registered.id()));
    }

    /** An accepted petition that is referred to the committee; its path. */
    private String referred() {
        String it = office.accepted("2024-03-01");
        refer(it, committee.id(), "2024-03-02").statusCode(200);
        return it;
    }

    private ValidatableResponse refer(String petition, String committeeId, String on) {
        String body =
                """
                {"on":"%s","committeeId":"%s","bothPartiesConsent":true,
                 "administrativeDispute":false}"""
                        .formatted(on, committeeId);
        return office.step(petition, "mediation-referral", body).then();
    }

    private ValidatableResponse referral(String petition) {
        return office.get(petition).then().statusCode(200).rootPath("said.referrals[0]");
    }

    /** A case that the petition's referral became. */
    private SourceEvent caseOf(String petition) {
        return SourceEvent.of("mediation.case.v1")
                .with("id", UuidVersion7Strategy.INSTANCE.generateUuid(null).toString())
                .with("matterId", PetitionOffice.id(petition))
                .with("referralId", referralId(petition));
    }

    private String referralId(String petition) {
        return office.read(petition).getString("said.referrals[0].referralId");
    }

    private static SourceEvent committee(String division) {
        SourceEvent it = SourceEvent.of("mediation.committee.v1").with("division", division);
        deliver(it);
        return it;
    }

    private static PetitionOffice as(String division, String... scopes) {
        return PetitionOffice.of(Tokens.of("walker", division, scopes));
    }

    private static ValidatableResponse purposeful(PetitionOffice office, String path) {
        return office.request()
                .header("Fengqiao-Purpose", "CASE_HANDLING")
                .get("/petition/v1" + path)
                .then();
    }

    private int version(String petition) {
        return office.read(petition).getInt("version");
    }

    private static long audited(String petition) throws SQLException {
        String sql =
                """
                select count(*)
                from read_audit
                where operation = 'getMediationReferral' and result = 'SHOWN' and record_id = '%s'
                """
                        .formatted(PetitionOffice.id(petition));
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
