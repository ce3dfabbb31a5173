package org.fengqiao.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fengqiao.reporting.Events.Snapshot;
import org.junit.jupiter.api.Test;

/** The events that these tests make up are such as their services could publish. */
class PublishedTest {

    private static final String TOWNSHIP = "410423106000";
    private static final String DAY = "2024-03-05";

    @Test
    void everyEventMadeByHandCouldBePublished() {
        Snapshot petition = PetitionEvents.accepted(TOWNSHIP, "LETTER", DAY);
        Snapshot sent = PetitionEvents.registered(TOWNSHIP, "VISIT", DAY);
        Snapshot proposal = PetitionEvents.proposal(TOWNSHIP, DAY);
        possible(
                Events.agreedCase(TOWNSHIP, "TOWNSHIP", DAY),
                Events.meeting(TOWNSHIP, DAY),
                Events.screening(TOWNSHIP, DAY, 1, 2),
                Events.committee(TOWNSHIP, "TOWNSHIP", DAY),
                Events.mediator(TOWNSHIP, true, DAY),
                PetitionEvents.told(petition, DAY),
                PetitionEvents.concluded(petition, DAY),
                PetitionEvents.refused(sent, DAY),
                PetitionEvents.withdrawn(sent, DAY),
                PetitionEvents.transferred(sent, "410423107000", DAY),
                PetitionEvents.assigned(sent, "410423107000", DAY, "2024-04-05"),
                PetitionEvents.visit(TOWNSHIP, "CITY", 5, DAY),
                PetitionEvents.backlog(TOWNSHIP, DAY),
                PetitionEvents.supervision(TOWNSHIP, DAY),
                proposal,
                PetitionEvents.answered(proposal, "PARTLY", DAY));
    }

    @Test
    void everyEventOfARandomHistoryCouldBePublished() {
        List<Snapshot> all = new RandomHistory("410499999000", 20240305, 600).inAnyOrder();
        possible(all.toArray(Snapshot[]::new));
        assertEquals(
                10 + LegalLives.KINDS,
                all.stream().map(Snapshot::topic).distinct().count(),
                "of every kind one");
    }

    @Test
    void whatNoServicePublishesIsTold() {
        Snapshot proposal =
                PetitionEvents.answered(PetitionEvents.proposal(TOWNSHIP, DAY), "X", DAY);
        assertEquals(
                List.of("petition.proposal.v1 adopted: true"),
                flaws(proposal.with("adopted", true)));
        assertEquals(
                List.of("petition.proposal.v1 adopted: ADOPTED_IN_PART"),
                flaws(proposal.with("adopted", "ADOPTED_IN_PART")));
        Snapshot petition = PetitionEvents.accepted(TOWNSHIP, "LETTER", DAY);
        for (Map.Entry<String, Object> wrong :
                Map.<String, Object>of(
                                "purpose", "ACCUSATION",
                                "acceptedOn", "2024-3-5",
                                "matterId", "1-1-1-1-1",
                                "persons", "1",
                                "division", 410423106000L,
                                "remark", "x")
                        .entrySet()) {
            assertEquals(
                    1,
                    flaws(petition.with(wrong.getKey(), wrong.getValue())).size(),
                    wrong::toString);
        }
    }

    private static void possible(Snapshot... events) {
        assertTrue(events.length > 0);
        assertEquals(
                new TreeSet<>(),
                Stream.of(events)
                        .flatMap(it -> flaws(it).stream())
                        .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
    }

    private static List<String> flaws(Snapshot it) {
        return Published.flaws(it.topic(), it.fields());
    }
}
