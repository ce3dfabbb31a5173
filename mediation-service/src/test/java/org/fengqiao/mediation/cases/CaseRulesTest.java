package org.fengqiao.mediation.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a case must satisfy, whether a step or a correction would break it. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CaseRulesTest {

    private static final String LAND = "'basis':'LAND_CONTRACT_MEDIATION'";

    private final Office office = Office.township();
    private String committee;

    @BeforeEach
    void aCommittee() {
        committee = office.committee("410423106201", "VILLAGE");
    }

    @Test
    void noCorrectionPutsTheDaysOutOfOrder() {
        String it = agreed("WRITTEN");
        allowed(it, "performances", "'on':'2024-04-01','state':'PERFORMED'");
        refused(it, "correction", "'reason':'更正','registeredOn':'2024-03-03'", "DATE_ORDER")
                .body("errors.pointer", containsInAnyOrder("/acceptedOn", "/registeredOn"));
        refused(it, "correction", "'reason':'更正','acceptedOn':'2024-03-04'", "DATE_ORDER")
                .body("errors.pointer", containsInAnyOrder("/acceptedOn", "/sessionsOn"));
        refused(it, "correction", "'reason':'更正','closedOn':'2024-03-02'", "DATE_ORDER");
        refused(it, "correction", "'reason':'更正','closedOn':'2024-04-02'", "DATE_ORDER");
        allowed(it, "correction", "'reason':'更正','closedOn':'2024-03-09'")
                .body("closedOn", equalTo("2024-03-09"))
                .body("said.agreement.agreedOn", equalTo("2024-03-09"));
    }

    @Test
    void noCorrectionLiesInTheFuture() {
        String it = inMediation();
        String tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString();
        refused(it, "correction", "'reason':'更正','acceptedOn':'" + tomorrow + "'", "DATE_IN_FUTURE")
                .body("errors.pointer", contains("/acceptedOn"));
    }

    @Test
    void noStepPutsTheDaysOutOfOrder() {
        String it = inMediation();
        refused(it, "sessions", "'on':'2024-03-02'", "DATE_ORDER")
                .body("errors.pointer", contains("/on"));
        allowed(
                it,
                "extension",
                "'on':'2024-03-20','days':5,'bothPartiesConsent':true,'reason':'鉴'");
        refused(it, "agreement", agreement("2024-03-08", "WRITTEN"), "DATE_ORDER")
                .body("errors.pointer", contains("/on"));
        refused(
                        it,
                        "agreement",
                        agreement("2024-03-21", "WRITTEN")
                                + ",'instalments':[{'dueOn':'2024-03-20'}]",
                        "DATE_ORDER")
                .body("errors.pointer", contains("/instalments"));
        allowed(it, "agreement", agreement("2024-03-21", "WRITTEN"));
        refused(it, "performances", "'on':'2024-03-20','state':'PERFORMED'", "DATE_ORDER");
        refused(it, "follow-up-visits", "'on':'2024-03-20'", "DATE_ORDER");
    }

    @Test
    void aCorrectionIsHeldToTheRulesOfAnAgreement() {
        String oral = agreed("ORAL");
        refused(oral, "correction", "'reason':'更正'," + LAND, "WRITTEN_REQUIRED")
                .body("legalBasis", equalTo("TD 10"))
                .body("errors.pointer", contains("/agreementForm"));
        allowed(oral, "correction", "'reason':'更正','agreementForm':'WRITTEN'," + LAND);
        String it = agreed("WRITTEN");
        refused(it, "correction", "'reason':'更正','disputeType':'03'", "TITLE_QUESTION")
                .body("errors.pointer", contains("/confirmationBar"));
        allowed(it, "correction", "'reason':'更正','disputeType':'03','confirmationBar':'NONE'");
        allowed(it, "judicial-confirmation-application", "'on':'2024-03-20','jointly':true");
        refused(it, "correction", "'reason':'更正'," + LAND, "NOT_CONFIRMABLE");
        refused(it, "correction", "'reason':'更正','agreementForm':'ORAL'", "NOT_CONFIRMABLE");
        refused(it, "correction", "'reason':'更正','closedOn':'2024-03-21'", "DATE_ORDER");
        allowed(it, "correction", "'reason':'更正','closedOn':'2024-03-04'");
    }

    @Test
    void performanceFollowsTheDatesNotTheOrderOfEntry() {
        String it = agreed("WRITTEN");
        allowed(it, "performances", "'on':'2024-04-10','state':'PERFORMED'")
                .body("performedOn", equalTo("2024-04-10"));
        allowed(it, "performances", "'on':'2024-04-05','state':'PARTLY'")
                .body("performedOn", equalTo("2024-04-10"));
    }

    @Test
    void theRemediesAreToldWhereMediationFailed() {
        String failed = inMediation();
        String on = "'on':'2024-03-08','cause':";
        refused(failed, "termination", on + "'NO_AGREEMENT'", "REMEDIES_UNTOLD")
                .body("legalBasis", equalTo("RT 26"))
                .body("errors.pointer", contains("/remediesTold"));
        allowed(failed, "termination", on + "'NO_AGREEMENT','remediesTold':['LITIGATION']");
        allowed(inMediation(), "termination", on + "'PARTY_ENDS'");
    }

    @Test
    void noExtensionHidesThatTheLimitWasMissed() {
        String it = inMediation();
        String days = ",'days':5,'bothPartiesConsent':true,'reason':'鉴定'";
        // Accepted on 2 March: the thirtieth day is 1 April, five more end in the Qingming days.
        refused(it, "extension", "'on':'2024-04-02'" + days, "EXTENSION_LATE")
                .body("errors.pointer", contains("/on"));
        allowed(it, "extension", "'on':'2024-04-01'" + days)
                .body("mediationDueOn", equalTo("2024-04-07"));
    }

    @Test
    void aNumberKeepsItsYear() {
        String it = office.registered(committee, "2024-01-02");
        refused(it, "correction", "'reason':'更正','registeredOn':'2023-12-30'", "OTHER_YEAR")
                .body("errors.pointer", contains("/registeredOn"));
    }

    @Test
    void aNumberIsGivenOnce() {
        String numbered =
                Office.newCase(committee, "2024-03-01").replaceFirst("\\{", "{\"number\":77,");
        office.created("/cases", numbered);
        office.post("/cases", numbered)
                .then()
                .statusCode(409)
                .body("code", equalTo("NUMBER_TAKEN"))
                .body("errors.pointer", contains("/number"));
    }

    @Test
    void aCorrectionWithoutEffectIsRefused() {
        String it = office.registered(committee, "2024-03-01");
        refused(it, "correction", "'reason':'更正'", "NOTHING_TO_CORRECT");
        for (String field :
                new String[] {
                    "'acceptedOn':'2024-03-02'",
                    "'closedOn':'2024-03-02'",
                    "'endedOn':'2024-03-02'",
                    "'agreementForm':'ORAL'",
                    "'confirmationBar':'NONE'",
                    "'agreementAmountYuan':400"
                }) {
            String pointer = "/" + field.substring(1, field.indexOf('\'', 1));
            refused(it, "correction", "'reason':'更正'," + field, "NOTHING_TO_CORRECT")
                    .body("errors.pointer", contains(pointer));
        }
        refused(it, "correction", "'reason':'更正','referrer':'POLICE'", "REFERRER");
        allowed(it, "withdrawal", "'on':'2024-03-05','reason':'自行和解'");
        allowed(it, "correction", "'reason':'更正','endedOn':'2024-03-04'")
                .body("endedOn", equalTo("2024-03-04"));
        refused(it, "correction", "'reason':'更正','endedOn':'2024-02-29'", "DATE_ORDER")
                .body("errors.pointer", containsInAnyOrder("/endedOn", "/registeredOn"));
    }

    @Test
    void aVariationIsANewAgreement() {
        String it = agreed("WRITTEN");
        refused(it, "agreement-variation", varied("2024-03-07", "WRITTEN"), "DATE_ORDER");
        allowed(it, "judicial-confirmation-application", "'on':'2024-03-20','jointly':true");
        allowed(it, "judicial-confirmation-ruling", "'on':'2024-03-25','ruling':'REJECTED'");
        refused(
                it,
                "agreement-variation",
                varied("2024-04-10", "ORAL") + ",'effectiveOn':'2024-04-11'",
                "ORAL_EFFECT");
        allowed(
                        it,
                        "agreement-variation",
                        varied("2024-04-10", "WRITTEN") + ",'effectiveOn':'2024-04-12'")
                .body("closedOn", equalTo("2024-03-08"))
                .body("said.agreement.amountYuan", equalTo(500))
                .body("said.formerAgreements", hasSize(1))
                .body("said.confirmation", nullValue())
                .body("confirmationWindowEndsOn", equalTo("2024-05-13"));
        refused(
                it,
                "judicial-confirmation-application",
                "'on':'2024-04-11','jointly':true",
                "DATE_ORDER");
        allowed(it, "judicial-confirmation-application", "'on':'2024-04-20','jointly':true");
        allowed(it, "judicial-confirmation-ruling", "'on':'2024-04-25','ruling':'CONFIRMED'");
        refused(it, "agreement-variation", varied("2024-05-01", "WRITTEN"), "CONFIRMED");
    }

    @Test
    void aVariationIsHeldToTheRulesOfAnAgreement() {
        String it = inMediation();
        allowed(it, "correction", "'reason':'更正','disputeType':'07'," + LAND);
        allowed(it, "agreement", agreement("2024-03-08", "WRITTEN") + ",'confirmationBar':'NONE'");
        refused(it, "agreement-variation", varied("2024-04-10", "WRITTEN"), "TITLE_QUESTION");
        refused(it, "agreement-variation", varied("2024-04-10", "ORAL"), "WRITTEN_REQUIRED");
    }

    @Test
    void landContractMediationIsNotConfirmedByACourt() {
        String it = inMediation();
        allowed(it, "correction", "'reason':'更正'," + LAND);
        allowed(it, "agreement", agreement("2024-03-08", "WRITTEN"))
                .body("confirmationWindowEndsOn", nullValue());
        refused(
                        it,
                        "judicial-confirmation-application",
                        "'on':'2024-03-20','jointly':true",
                        "NOT_CONFIRMABLE")
                .body("legalBasis", equalTo("SETTING"));
    }

    @Test
    void theCourtRulesOnceAndAfterItAccepted() {
        String it = agreed("WRITTEN");
        allowed(it, "judicial-confirmation-application", "'on':'2024-03-20','jointly':true");
        String ruling = "'on':'2024-03-25','ruling':'CONFIRMED'";
        refused(
                        it,
                        "judicial-confirmation-ruling",
                        ruling + ",'courtAcceptedOn':'2024-03-19'",
                        "DATE_ORDER")
                .body("errors.pointer", contains("/courtAcceptedOn"));
        refused(
                it,
                "judicial-confirmation-ruling",
                ruling + ",'courtAcceptedOn':'2024-03-26'",
                "DATE_ORDER");
        allowed(it, "judicial-confirmation-ruling", ruling + ",'courtAcceptedOn':'2024-03-21'");
        refused(it, "judicial-confirmation-ruling", ruling, "ALREADY_RULED").statusCode(409);
    }

    @Test
    void aWrongStatusIsToldBeforeAnythingElse() {
        String id = "018cc251-f400-7000-8000-000000000001";
        String it = office.registered(committee, "2024-03-01");
        String[][] steps = {
            {"recusal", "'mediatorId':'" + id + "','replacedById':'" + id + "','reason':'亲属'"},
            {"sessions", "'mediatorIds':['" + id + "']"},
            {"extension", "'days':365,'bothPartiesConsent':true,'reason':'鉴定'"},
            {"agreement", agreement("2024-03-08", "ORAL") + ",'effectiveOn':'2024-03-09'"},
            {"agreement-variation", varied("2024-03-08", "ORAL") + ",'effectiveOn':'2024-03-09'"},
            {"judicial-confirmation-application", "'jointly':true"},
            {"judicial-confirmation-ruling", "'ruling':'CONFIRMED'"},
            {"archive", "'items':['AGREEMENT']"},
        };
        for (String[] step : steps) {
            refused(it, step[0], step[1], "STEP_FORBIDDEN").statusCode(409);
        }
        allowed(it, "refusal", "'on':'2024-03-02','ground':'PARTY_REFUSES'");
        refused(it, "acceptance", "'mediatorIds':['" + id + "']", "STEP_FORBIDDEN");
        refused(
                it,
                "handover",
                "'toCommitteeId':'%s','bothPartiesConsent':true,'reason':'跨村'"
                        .formatted(Office.id(committee)),
                "STEP_FORBIDDEN");
        refused(it, "prevention-acts", "'kind':'CRIME','persons':1", "STEP_FORBIDDEN");
    }

    private String inMediation() {
        String it = office.registered(committee, "2024-03-01");
        allowed(it, "acceptance", "'on':'2024-03-02'");
        allowed(it, "sessions", "'on':'2024-03-03'");
        return it;
    }

    private String agreed(String form) {
        String it = inMediation();
        allowed(it, "agreement", agreement("2024-03-08", form));
        return it;
    }

    private static String agreement(String on, String form) {
        return "'on':'" + on + "','form':'" + form + "','content':'赔偿500元','amountYuan':500";
    }

    private static String varied(String on, String form) {
        return "'on':'" + on + "','form':'" + form + "','content':'分期','reason':'双方同意'";
    }

    private ValidatableResponse allowed(String record, String step, String fields) {
        return taken(record, step, fields).statusCode(200);
    }

    private ValidatableResponse refused(String record, String step, String fields, String code) {
        return taken(record, step, fields).body("code", equalTo(code));
    }

    private ValidatableResponse taken(String record, String step, String fields) {
        return office.step(record, step, ("{" + fields + "}").replace('\'', '"')).then();
    }
}
