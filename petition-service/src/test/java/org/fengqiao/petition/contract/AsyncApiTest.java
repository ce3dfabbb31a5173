package org.fengqiao.petition.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fengqiao.testkit.AsyncApi;
import org.fengqiao.testkit.GoldenFile;
import org.junit.jupiter.api.Test;

/** The events as a contract, drawn from the very records that are written to the topics. */
class AsyncApiTest {

    private static final AsyncApi EVENTS =
            AsyncApi.titled("Fengqiao petition events 信访事件")
                    .with("petition.petition.v1", "org.fengqiao.petition.petitions.PetitionEvent")
                    .with("petition.visit.v1", "org.fengqiao.petition.visits.Visit$Event")
                    .with(
                            "petition.supervision.v1",
                            "org.fengqiao.petition.supervision.Supervision$Event")
                    .with(
                            "petition.proposal.v1",
                            "org.fengqiao.petition.supervision.ImprovementProposal$Event")
                    .with(
                            "petition.backlog.v1",
                            "org.fengqiao.petition.supervision.BacklogCase$Event");

    @Test
    void theDocumentIsCurrent() {
        GoldenFile.inRepository("docs/generated/asyncapi/petition.yaml").matches(EVENTS.document());
    }

    /** No person in an event: the fields are known, and none of them names anybody. */
    @Test
    void noFieldNamesAPerson() {
        assertEquals(List.of(), EVENTS.personalFields());
    }

    /** No free text in an event: a text is a division, a code or a number. */
    @Test
    void noFieldIsFreeText() {
        assertEquals(
                List.of(
                        "contentClass",
                        "division",
                        "mediationOutcome",
                        "nationalNumber",
                        "petitionNumber",
                        "place",
                        "referralDisputeType",
                        "registeredDivision",
                        "senderDivision"),
                EVENTS.textFields());
    }
}
