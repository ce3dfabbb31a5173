package org.fengqiao.mediation.cases;

import static org.fengqiao.testkit.SourceEvent.deliver;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.fengqiao.mediation.Office;
import org.fengqiao.mediation.PetitionReferral;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.SourceEvent;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Petitions that are referred to a committee, as the petition service's events tell of them. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ReferralTest {

    private static final String VILLAGE = "410423106201";

    private final Office office = Office.township();
    private String committee;

    @BeforeEach
    void aCommittee() {
        committee = Office.id(office.committee(VILLAGE, "VILLAGE"));
    }

    @Test
    void aReferralBecomesOneRegisteredCaseWithoutParties() {
        SourceEvent referral = PetitionReferral.to(committee);
        deliver(referral);
        office.get(onlyCase(referral))
                .then()
                .body("status", equalTo("REGISTERED"))
                .body("source", equalTo("REFERRED"))
                .body("referrer", equalTo("PETITION_OFFICE"))
                .body("referralId", equalTo(referral.text("referralId")))
                .body("committeeId", equalTo(committee))
                .body("registeredOn", equalTo(referral.text("referredToMediationOn")))
                .body("disputeType", equalTo("03"))
                .body("personsInvolved", equalTo(2))
                .body("place", equalTo(referral.text("place")))
                .body("parties", hasSize(0));
        JsonPath history = office.read(onlyCase(referral) + "/history");
        assertEquals("petition.petition.v1", history.getString("[0].by"));
    }

    @Test
    void whatThePetitionDoesLaterMakesNoSecondCase() {
        SourceEvent referral = PetitionReferral.to(committee);
        deliver(referral, referral, referral.next(), referral);
        String it = onlyCase(referral);
        deliver(
                referral.next()
                        .next()
                        .with("status", "WITHDRAWN")
                        .with("withdrawnOn", "2024-03-08"));
        deliver(referral, referral.next().with("voided", true));
        assertEquals(it, onlyCase(referral));
        office.get(it).then().body("version", equalTo(1)).body("status", equalTo("REGISTERED"));
    }

    @Test
    void onlyAnOpenReferralOfAPetitionThatStandsIsOne() {
        SourceEvent voided = PetitionReferral.to(committee).with("voided", true);
        SourceEvent ended = PetitionReferral.to(committee).with("mediationOutcome", "AGREED");
        SourceEvent none = PetitionReferral.to(committee).with("referralId", null);
        SourceEvent withdrawn =
                PetitionReferral.to(committee)
                        .with("status", "WITHDRAWN")
                        .with("withdrawnOn", "2024-03-05");
        deliver(voided, ended, none, withdrawn);
        cases(withdrawn).body("items", hasSize(0));
        cases(voided).body("items", hasSize(0));
        cases(ended).body("items", hasSize(0));
        cases(none).body("items", hasSize(0));
    }

    @Test
    void aSecondReferralOfAPetitionIsASecondCaseOfTheMatter() {
        SourceEvent first = PetitionReferral.to(committee);
        deliver(first);
        deliver(first.next().with("referralId", UUID.randomUUID().toString()));
        cases(first).body("items", hasSize(2));
    }

    @Test
    void anUnknownPlaceIsTheCommittees() {
        SourceEvent odd = PetitionReferral.to(committee).with("place", "410423999999");
        deliver(odd);
        office.get(onlyCase(odd)).then().body("place", equalTo(VILLAGE));
    }

    @Test
    void anUnknownTypeOfDisputeIsAProblemUntilItIsNamedAgain() {
        SourceEvent odd = PetitionReferral.to(committee).with("referralDisputeType", "77");
        SourceEvent untold = PetitionReferral.to(committee).with("referralDisputeType", null);
        deliver(odd, untold);
        for (SourceEvent it : List.of(odd, untold)) {
            cases(it).body("items", hasSize(0));
            problem(office, it)
                    .body("code", equalTo("DISPUTE_TYPE_UNKNOWN"))
                    .body("division", equalTo("410423106000"));
        }
        deliver(odd.next().with("referralDisputeType", "04"));
        office.get(onlyCase(odd)).then().body("disputeType", equalTo("04"));
        problem(office, odd).body("code", nullValue());
    }

    @Test
    void aCommitteeThatIsNotThereIsAProblemThatTheTownshipSees() {
        SourceEvent lost = PetitionReferral.to(UUID.randomUUID().toString());
        deliver(lost);
        cases(lost).body("items", hasSize(0));
        problem(office, lost)
                .body("code", equalTo("COMMITTEE_UNKNOWN"))
                .body("kind", equalTo("petition.petition.v1"))
                .body("division", equalTo("410423106000"));
        problem(Office.of(Tokens.of("other", "410423107000", "records:read")), lost)
                .body("code", nullValue());
        deliver(lost.next().with("referralCommitteeId", committee));
        onlyCase(lost);
        problem(office, lost).body("code", nullValue());
    }

    @Test
    void aReferralThatWasRefusedIsTakenByTheCommitteeThatIsNamedNext() {
        String voided = office.committee(VILLAGE, "VILLAGE");
        office.step(voided, "voiding", "{\"reason\":\"重复\"}").then().statusCode(200);
        SourceEvent refused = PetitionReferral.to(Office.id(voided));
        deliver(refused);
        problem(office, refused).body("code", equalTo("COMMITTEE_UNKNOWN"));
        SourceEvent again =
                refused.next()
                        .with("referralCommitteeId", committee)
                        .with("referralDisputeType", "04")
                        .with("referredToMediationOn", "2024-03-05");
        deliver(again, refused);
        deliver(refused);
        office.get(onlyCase(refused))
                .then()
                .body("committeeId", equalTo(committee))
                .body("referralId", equalTo(refused.text("referralId")))
                .body("disputeType", equalTo("04"))
                .body("registeredOn", equalTo("2024-03-05"));
        problem(office, refused).body("code", nullValue());
    }

    @Test
    void aReferralThatIsACaseAlreadyStaysAtItsCommittee() {
        SourceEvent referral = PetitionReferral.to(committee);
        deliver(referral);
        String it = onlyCase(referral);
        String other = Office.id(office.committee("410423106202", "VILLAGE"));
        deliver(
                referral.next()
                        .with("referralCommitteeId", other)
                        .with("referralDisputeType", "77"));
        assertEquals(it, onlyCase(referral));
        office.get(it)
                .then()
                .body("version", equalTo(1))
                .body("committeeId", equalTo(committee))
                .body("disputeType", equalTo("03"));
        problem(office, referral).body("code", nullValue());
    }

    @Test
    void aCommitteeThatDoesNotStandOnThatDayIsAProblem() {
        SourceEvent early =
                PetitionReferral.to(committee).with("referredToMediationOn", "2021-02-28");
        deliver(early);
        problem(office, early).body("code", equalTo("COMMITTEE_NOT_STANDING"));
        cases(early).body("items", hasSize(0));
    }

    @Test
    void anEventThatCannotBeAppliedHoldsNothingUp() {
        SourceEvent broken = PetitionReferral.to(committee).with("persons", "two");
        SourceEvent incomplete = PetitionReferral.to(committee).with("referralCommitteeId", null);
        SourceEvent good = PetitionReferral.to(committee);
        deliver(broken, incomplete, good);
        onlyCase(good);
        problem(office, broken)
                .body("code", equalTo("EVENT_UNREADABLE"))
                .body("reasonEn", equalTo("Field persons cannot be read"));
        problem(office, incomplete).body("code", equalTo("EVENT_FAULT"));
    }

    @Test
    void theMediatorAddsThePartiesAndMediates() {
        SourceEvent referral = PetitionReferral.to(committee);
        deliver(referral);
        String it = onlyCase(referral);
        office.step(
                        it,
                        "correction",
                        """
                        {"reason":"登记当事人","requests":"确认宅基地边界","parties":[
                         {"role":"APPLICANT","kind":"PERSON","name":"张三三","phone":"13800000001"},
                         {"role":"RESPONDENT","kind":"PERSON","name":"李四四"}]}""")
                .then()
                .statusCode(200)
                .body("parties", hasSize(2));
        office.step(it, "acceptance", "{\"on\":\"2024-03-03\"}").then().statusCode(200);
        office.step(
                        it,
                        "correction",
                        """
                        {"reason":"补充","parties":[
                         {"role":"APPLICANT","kind":"PERSON","name":"张三三"}]}""")
                .then()
                .statusCode(200)
                .body("parties", hasSize(1));
        office.step(it, "sessions", "{\"on\":\"2024-03-05\"}").then().statusCode(200);
        office.step(
                        it,
                        "agreement",
                        """
                        {"on":"2024-03-06","form":"WRITTEN","content":"以老墙为界",
                         "confirmationBar":"NONE"}""")
                .then()
                .statusCode(200)
                .body("referralId", equalTo(referral.text("referralId")));
    }

    @Test
    void aHandoverTakesTheReferralAlong() {
        SourceEvent referral = PetitionReferral.to(committee);
        deliver(referral);
        String from = onlyCase(referral);
        String other = Office.id(office.committee("410423106202", "VILLAGE"));
        String handover =
                """
                {"on":"2024-03-08","toCommitteeId":"%s","bothPartiesConsent":true,"reason":"跨村"}"""
                        .formatted(other);
        JsonPath left = office.step(from, "handover", handover).jsonPath();
        assertEquals("HANDED_OVER", left.getString("status"));
        assertNull(left.getString("referralId"));
        office.get("/cases/" + left.getString("handedOverTo"))
                .then()
                .body("referralId", equalTo(referral.text("referralId")))
                .body("matterId", equalTo(referral.text("matterId")));
        deliver(referral.next());
        cases(referral).body("items", hasSize(2));
    }

    @Test
    void aReferredCaseIsNotVoided() {
        SourceEvent referral = PetitionReferral.to(committee);
        deliver(referral);
        office.step(onlyCase(referral), "voiding", "{\"reason\":\"重复\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("REFERRED_HERE"));
    }

    private ValidatableResponse cases(SourceEvent referral) {
        return office.get("/cases?matterId=" + referral.text("matterId")).then().statusCode(200);
    }

    private String onlyCase(SourceEvent referral) {
        return "/cases/" + cases(referral).body("items", hasSize(1)).extract().path("items[0].id");
    }

    /** The problem of a petition, as an office sees it. */
    private static ValidatableResponse problem(Office office, SourceEvent of) {
        return office.get("/inbox-problems?limit=200")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.recordId == '" + of.id() + "' }");
    }
}
