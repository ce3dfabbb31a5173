package org.fengqiao.petition.petitions;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.petition.codes.ConclusionKind;
import org.fengqiao.petition.codes.PetitionPurpose;
import org.fengqiao.petition.codes.Route;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a matter may be concluded: by its class and its way of handling (XF 29, 31 to 33). */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionConclusionTest {

    private final PetitionOffice office = PetitionOffice.township();

    /** Each way of XF 31 has its kind; a settlement is open to every request (XF 33). */
    @ParameterizedTest
    @EnumSource
    void aRequestIsConcludedByItsWay(Route route) {
        ConclusionKind fitting =
                switch (route) {
                    case LITIGATION, ARBITRATION, PARTY_APPEAL, ADMINISTRATIVE_PROCEDURE ->
                            ConclusionKind.ROUTED_TO_PROCEDURE;
                    case STATUTORY_DUTY -> ConclusionKind.DUTY_PERFORMED_OR_ANSWERED;
                    case HANDLING_OPINION -> ConclusionKind.HANDLING_OPINION;
                };
        String it = accepted(PetitionPurpose.SEEK_SETTLEMENT, route.name());
        allBut(EnumSet.of(fitting, ConclusionKind.MEDIATION_OR_SETTLEMENT_AGREEMENT))
                .forEach(kind -> refused(it, kind));
        concluded(it, fitting);
        String settled = accepted(PetitionPurpose.APPEAL, route.name());
        concluded(settled, ConclusionKind.MEDIATION_OR_SETTLEMENT_AGREEMENT);
    }

    /** XF 29: a proposal is answered, and has no way of XF 31. */
    @Test
    void aProposalIsReplied() {
        String it = accepted(PetitionPurpose.PROPOSAL, null);
        allBut(EnumSet.of(ConclusionKind.PROPOSAL_REPLY)).forEach(kind -> refused(it, kind));
        concluded(it, ConclusionKind.PROPOSAL_REPLY);
    }

    @ParameterizedTest
    @EnumSource(names = {"INQUIRY", "OTHER"})
    void aPurposeThatTellsNoClassNeedsOne(PetitionPurpose purpose) {
        String it = registered(purpose);
        office.get(it).then().body("$", not(hasKey("handlingClass")));
        acceptance(it, "\"route\":\"STATUTORY_DUTY\"")
                .statusCode(422)
                .body("code", equalTo("CLASS_REQUIRED"))
                .body("legalBasis", equalTo("XF 31"))
                .body("errors[0].pointer", equalTo("/handlingClass"));
        acceptance(it, "\"handlingClass\":\"PROPOSAL\"")
                .statusCode(200)
                .body("handlingClass", equalTo("PROPOSAL"));
        concluded(it, ConclusionKind.PROPOSAL_REPLY);
    }

    @Test
    void aRequestNeedsAWayAndAProposalHasNone() {
        String request = registered(PetitionPurpose.SEEK_SETTLEMENT);
        route(acceptance(request, "\"handlingClass\":\"APPEAL_OR_REQUEST\""));
        String proposal = registered(PetitionPurpose.PROPOSAL);
        route(acceptance(proposal, "\"route\":\"LITIGATION\""));
        // Nor may a correction take the way of what is accepted.
        String accepted = accepted(PetitionPurpose.PROPOSAL, null);
        route(
                office.step(
                                accepted,
                                "correction",
                                "{\"reason\":\"误\",\"handlingClass\":\"APPEAL_OR_REQUEST\"}")
                        .then());
    }

    private static void route(ValidatableResponse answer) {
        answer.statusCode(422)
                .body("code", equalTo("ROUTE"))
                .body("legalBasis", equalTo("XF 31"))
                .body("errors[0].pointer", equalTo("/route"));
    }

    /** XF 35: a reexamination is of a handling opinion. */
    @Test
    void onlyAHandlingOpinionIsReexamined() {
        PetitionOffice county = PetitionOffice.county();
        for (ConclusionKind kind : allBut(EnumSet.of(ConclusionKind.HANDLING_OPINION)).toList()) {
            boolean proposal = kind == ConclusionKind.PROPOSAL_REPLY;
            String route =
                    kind == ConclusionKind.ROUTED_TO_PROCEDURE ? "ARBITRATION" : "STATUTORY_DUTY";
            String it =
                    accepted(
                            proposal ? PetitionPurpose.PROPOSAL : PetitionPurpose.SEEK_SETTLEMENT,
                            proposal ? null : route);
            concluded(it, kind);
            county.step(it, "reexamination-request", "{\"on\":\"2024-04-08\"}")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("NO_HANDLING_OPINION"))
                    .body("legalBasis", equalTo("XF 35"));
            assertEquals("CONCLUDED", office.read(it).getString("status"));
        }
    }

    /**
     * XF 30: no door of the ordinary table takes an accusation in, and each names the right one.
     */
    @Test
    void anAccusationByItsClassIsSentToItsDoor() {
        office.post(
                        "/petitions",
                        PetitionOffice.newPetition("2024-03-01")
                                .replace("\"form\"", "\"handlingClass\":\"ACCUSATION\",\"form\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("ACCUSATION"))
                .body("legalBasis", equalTo("XF 30"))
                .body("detail", equalTo("揭发控告请提交到 /petition/v1/accusations"))
                .body("errors[0].pointer", equalTo("/handlingClass"));
        String it = registered(PetitionPurpose.INQUIRY);
        sealing(it, acceptance(it, "\"handlingClass\":\"ACCUSATION\""));
        String correction = "{\"reason\":\"误\",\"handlingClass\":\"ACCUSATION\"}";
        sealing(it, office.step(it, "correction", correction).then());
        office.get(it).then().body("version", equalTo(1));
    }

    private static void sealing(String petition, ValidatableResponse answer) {
        answer.statusCode(422)
                .body("code", equalTo("ACCUSATION"))
                .body("legalBasis", equalTo("XF 30"))
                .body("detail", equalTo("揭发控告请提交到 /petition/v1" + petition + "/sealing"))
                .body("errors[0].pointer", equalTo("/handlingClass"));
    }

    private static Stream<ConclusionKind> allBut(Set<ConclusionKind> kinds) {
        return Stream.of(ConclusionKind.values()).filter(it -> !kinds.contains(it));
    }

    private String registered(PetitionPurpose purpose) {
        return office.created(
                "/petitions",
                PetitionOffice.newPetition("2024-03-01")
                        .replace("SEEK_SETTLEMENT", purpose.name()));
    }

    private String accepted(PetitionPurpose purpose, String route) {
        String it = registered(purpose);
        acceptance(it, route == null ? "" : "\"route\":\"" + route + "\"").statusCode(200);
        return it;
    }

    private ValidatableResponse acceptance(String it, String more) {
        String comma = more.isEmpty() ? "" : ",";
        return office.step(it, "acceptance", "{\"on\":\"2024-03-04\"" + comma + more + "}").then();
    }

    private void refused(String it, ConclusionKind kind) {
        office.step(it, "conclusion", conclusion(kind))
                .then()
                .statusCode(422)
                .body("code", equalTo("CONCLUSION_KIND"))
                .body("legalBasis", equalTo(kind.legalBasis()))
                .body("errors[0].pointer", equalTo("/kind"));
    }

    private void concluded(String it, ConclusionKind kind) {
        assertEquals(
                kind.name(),
                office.taken(it, "conclusion", conclusion(kind)).getString("said.conclusion.kind"));
    }

    private static String conclusion(ConclusionKind kind) {
        return kind == ConclusionKind.HANDLING_OPINION
                ? PetitionOffice.handlingOpinion("2024-04-01")
                : "{\"on\":\"2024-04-01\",\"kind\":\"" + kind + "\",\"opinion\":\"已答复\"}";
    }
}
