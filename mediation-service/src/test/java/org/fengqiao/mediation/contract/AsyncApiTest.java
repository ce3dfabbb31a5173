package org.fengqiao.mediation.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fengqiao.testkit.AsyncApi;
import org.fengqiao.testkit.GoldenFile;
import org.junit.jupiter.api.Test;

/** The events as a contract, drawn from the very records that are written to the topics. */
class AsyncApiTest {

    private static final AsyncApi EVENTS =
            AsyncApi.titled("Fengqiao mediation events 人民调解事件")
                    .with("mediation.case.v1", "org.fengqiao.mediation.cases.CaseEvent")
                    .with(
                            "mediation.committee.v1",
                            "org.fengqiao.mediation.committees.Committee$Event")
                    .with(
                            "mediation.mediator.v1",
                            "org.fengqiao.mediation.committees.Mediator$Event")
                    .with(
                            "mediation.screening.v1",
                            "org.fengqiao.mediation.screenings.Screening$Event")
                    .with("mediation.meeting.v1", "org.fengqiao.mediation.meetings.Meeting$Event");

    @Test
    void theDocumentIsCurrent() {
        GoldenFile.inRepository("docs/generated/asyncapi/mediation.yaml")
                .matches(EVENTS.document());
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
                List.of("caseNumber", "disputeType", "division", "place"), EVENTS.textFields());
    }
}
