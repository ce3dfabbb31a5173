package org.fengqiao.petition;

import static org.fengqiao.testkit.Visit.listing;
import static org.fengqiao.testkit.Visit.local;

import java.util.stream.Stream;
import org.fengqiao.testkit.Visit;

/** How the operations on visits, supervisions, proposals, backlog and statistics are called. */
final class GuardRowsOfSupervision {

    private static final String REASON = "{\"reason\":\"重复登记\"}";

    private final PetitionOffice office;
    private final PetitionOffice department;
    private final String home;
    private final String above;

    /**
     * @param office of the home township
     * @param department the petition department above it
     * @param home division of the home township
     * @param above division of the petition department
     */
    GuardRowsOfSupervision(
            PetitionOffice office, PetitionOffice department, String home, String above) {
        this.office = office;
        this.department = department;
        this.home = home;
        this.above = above;
    }

    Visit[] visitsAndSupervision() {
        return Stream.of(visits(), supervisions(), proposals(), backlog())
                .flatMap(Stream::of)
                .toArray(Visit[]::new);
    }

    private Visit[] visits() {
        String visit = PetitionOffice.newVisit(home, "2024-04-02", "CITY", 3);
        String it = PetitionOffice.id(office.created("/visits", visit));
        return new Visit[] {
            listing("listVisits", it),
            local("getVisit").at("id", it),
            local("getVisitHistory").at("id", it),
            local("createVisit").body(visit),
            step(
                    "recordDisorder",
                    it,
                    "{\"on\":\"2024-04-02\",\"conduct\":\"OTHER\",\"measure\":\"DISSUADED\"}"),
            step("correctVisit", it, "{\"reason\":\"漏记\",\"visit\":" + visit + "}"),
            step("voidVisit", it, REASON),
            listing("getAnnualPetitionStatistics", home).query("year", "2024"),
        };
    }

    private Visit[] supervisions() {
        String supervision = PetitionOffice.newSupervision(home, "2024-04-10", "2024-04-20");
        String it = PetitionOffice.id(department.created("/supervisions", supervision));
        return new Visit[] {
            listing("listSupervisions", it),
            local("getSupervision").at("id", it),
            local("getSupervisionHistory").at("id", it),
            local("getSupervisionDeadlines").at("id", it),
            local("createSupervision").body(supervision).by(above),
            step("answerSupervision", it, "{\"on\":\"2024-04-18\",\"answer\":\"已办结\"}"),
            step(
                            "correctSupervision",
                            it,
                            "{\"reason\":\"漏记\",\"supervision\":"
                                    + supervision
                                    + ",\"answeredOn\":\"2024-04-17\"}")
                    .by(above),
            step("voidSupervision", it, REASON).by(above),
        };
    }

    private Visit[] proposals() {
        String proposal = PetitionOffice.newProposal(home, "2024-05-08");
        String it = PetitionOffice.id(department.created("/improvement-proposals", proposal));
        return new Visit[] {
            listing("listImprovementProposals", it),
            local("getImprovementProposal").at("id", it),
            local("getImprovementProposalHistory").at("id", it),
            local("createImprovementProposal").body(proposal).by(above),
            step(
                    "giveFeedback",
                    it,
                    "{\"on\":\"2024-05-20\",\"adopted\":\"ADOPTED\",\"feedback\":\"已建立制度\"}"),
            step(
                            "correctImprovementProposal",
                            it,
                            "{\"reason\":\"漏记\",\"proposal\":"
                                    + proposal
                                    + ",\"answeredOn\":\"2024-05-21\",\"adopted\":\"PARTLY\"}")
                    .by(above),
            step("voidImprovementProposal", it, REASON).by(above),
        };
    }

    private Visit[] backlog() {
        String listed = PetitionOffice.newBacklogCase(home, "2024-02-01");
        String it = PetitionOffice.id(office.created("/backlog-cases", listed));
        return new Visit[] {
            listing("listBacklogCases", it),
            local("getBacklogCase").at("id", it),
            local("getBacklogCaseHistory").at("id", it),
            local("createBacklogCase").body(listed),
            step("resolveBacklogCase", it, "{\"on\":\"2024-09-10\",\"how\":\"签订协议\"}"),
            step(
                    "correctBacklogCase",
                    it,
                    "{\"reason\":\"漏记\",\"backlogCase\":"
                            + listed
                            + ",\"resolvedOn\":\"2024-09-11\"}"),
            step("voidBacklogCase", it, REASON),
        };
    }

    private static Visit step(String operationId, String id, String body) {
        return local(operationId).at("id", id).body(body);
    }
}
