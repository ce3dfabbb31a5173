package org.fengqiao.petition.privacy;

import java.util.UUID;
import org.fengqiao.testkit.CanaryOffice;
import org.fengqiao.testkit.Clerk;

/** A record of every kind in a township, led through every step that takes a text. */
final class CanaryRecords {

    static final String COUNTY = "410423000000";

    /** Of a leader: in clear, since a post is no person. */
    static final String POST = "副镇长" + UUID.randomUUID().toString().substring(0, 8);

    private static final String PETITIONERS =
            "\"petitioners\":[{\"name\":\"?\",\"identityNumber\":\"#\",\"phone\":\"?\",\"address\":\"?\","
                    + "\"representative\":true}]";

    private final CanaryOffice canaries;
    private final String home;
    private final Clerk office;
    private final Clerk county;
    private final Clerk city;

    /**
     * @param home township that the records are of
     * @param office its own
     */
    CanaryRecords(CanaryOffice canaries, String home, Clerk office, Clerk county, Clerk city) {
        this.canaries = canaries;
        this.home = home;
        this.office = office;
        this.county = county;
        this.city = city;
    }

    void enter() {
        accepted();
        concluded();
        goneElsewhere();
        visit();
        supervision();
        proposal();
        backlog();
        canaries.searched(
                "searchPetitionsByPerson",
                office,
                "{\"name\":\"?\"}",
                "{\"identityNumber\":\"#\"}",
                "{\"phone\":\"?\"}");
        refused();
    }

    private static String petition() {
        return """
        {"form":"LETTER","source":"DIRECT","purpose":"SEEK_SETTLEMENT","contentClass":"010200",
         "petitionedOn":"2024-03-01","on":"2024-03-01","persons":2,"queryCode":"?","summary":"?",
         "request":"?",%s}"""
                .formatted(PETITIONERS);
    }

    private String registered(Clerk by, String division) {
        return canaries.entered(
                "registerPetition",
                by,
                petition().replaceFirst("\\{", "{\"division\":\"" + division + "\","));
    }

    private void accepted() {
        String it = registered(office, home);
        String path = "/petitions/" + it;
        office.taken(
                path,
                "dispatch",
                "{\"on\":\"2024-03-02\",\"unit\":\"LAND_OFFICE\",\"handler\":\"clerk-7\"}");
        step(it, "recuseHandler", "{'on':'2024-03-02','handler':'clerk-7','reason':'?'}");
        step(it, "reportUrgentPetition", "{'on':'2024-03-02','receiver':'?','matter':'?'}");
        office.taken(path, "acceptance", "{\"on\":\"2024-03-02\",\"route\":\"HANDLING_OPINION\"}");
        step(
                it,
                "extendPetition",
                "{'on':'2024-03-20','days':10,'approvedBy':'?','toldOn':'2024-03-21','reason':'?'}");
        step(
                it,
                "correctPetition",
                "{'reason':'?','summary':'?','request':'?','persons':3," + PETITIONERS + "}");
        step(it, "withdrawPetition", "{'on':'2024-03-25','reason':'?'}");
        step(it, "voidPetition", "{'reason':'?'}");
    }

    private void concluded() {
        String it = registered(office, home);
        office.taken(
                "/petitions/" + it,
                "acceptance",
                "{\"on\":\"2024-03-02\",\"route\":\"HANDLING_OPINION\"}");
        step(
                it,
                "concludePetition",
                "{'on':'2024-03-20','kind':'HANDLING_OPINION','outcome':'SUPPORTED','facts':'?',"
                        + "'opinion':'?','legalBasis':'?'}");
        office.taken(
                "/petitions/" + it,
                "delivery",
                "{\"on\":\"2024-03-21\",\"receivedOn\":\"2024-03-22\",\"method\":\"MAIL\"}");
        step(it, "resolvePetition", "{'on':'2024-03-26','how':'?'}");
        step(county, it, "requestReexamination", "{'on':'2024-03-27','grounds':'?'}");
        step(
                county,
                it,
                "giveReexaminationOpinion",
                "{'on':'2024-04-02','result':'UPHELD','opinion':'?'}");
        step(city, it, "requestFinalReview", "{'on':'2024-04-10','grounds':'?'}");
        step(
                city,
                it,
                "giveFinalReviewOpinion",
                "{'on':'2024-04-15','result':'UPHELD','opinion':'?'}");
    }

    private void goneElsewhere() {
        step(
                registered(office, home),
                "refusePetition",
                "{'on':'2024-03-02','ground':'JUDICIAL_MATTER','explanation':'?'}");
        step(registered(office, home), "redirectPetitioner", "{'on':'2024-03-02','organ':'?'}");
        String sent = registered(county, COUNTY);
        county.taken(
                "/petitions/" + sent,
                "transfer",
                "{\"on\":\"2024-03-04\",\"toDivision\":\"%s\"}".formatted(home));
        step(sent, "objectToPetition", "{'on':'2024-03-05','reason':'?'}");
        step(
                county,
                sent,
                "decideObjection",
                "{'on':'2024-03-06','consented':false,'decision':'?'}");
    }

    private void visit() {
        String visit =
                """
                {"division":"%s","visitedOn":"2024-04-02","level":"CITY","persons":3,
                 "place":"RECEPTION","petitioners":["?"],"account":"?"}"""
                        .formatted(home);
        String it = canaries.entered("createVisit", office, visit);
        step(it, "correctVisit", "{'reason':'?','visit':" + visit + "}");
        step(canaries.entered("createVisit", office, visit), "voidVisit", "{'reason':'?'}");
    }

    private void supervision() {
        String supervision =
                """
                {"division":"%s","supervisedOn":"2024-04-10","cause":"DELAY","requirement":"?",
                 "dueOn":"2024-04-20"}"""
                        .formatted(home);
        String it = canaries.entered("createSupervision", county, supervision);
        step(it, "answerSupervision", "{'on':'2024-04-18','answer':'?'}");
        step(county, it, "correctSupervision", "{'reason':'?','supervision':" + supervision + "}");
        String voided = canaries.entered("createSupervision", county, supervision);
        step(county, voided, "voidSupervision", "{'reason':'?'}");
    }

    private void proposal() {
        String proposal =
                """
                {"division":"%s","proposedOn":"2024-05-08","kind":"IMPROVEMENT","proposal":"?"}"""
                        .formatted(home);
        String it = canaries.entered("createImprovementProposal", county, proposal);
        step(it, "giveFeedback", "{'on':'2024-05-20','adopted':'ADOPTED','feedback':'?'}");
        step(
                county,
                it,
                "correctImprovementProposal",
                "{'reason':'?','proposal':" + proposal + "}");
        String voided = canaries.entered("createImprovementProposal", county, proposal);
        step(county, voided, "voidImprovementProposal", "{'reason':'?'}");
    }

    private void backlog() {
        String listed =
                """
                {"division":"%s","contentClass":"010200","listedOn":"2024-02-01","description":"?",
                 "leader":"?","leaderPost":"%s"}"""
                        .formatted(home, POST);
        String it = canaries.entered("createBacklogCase", office, listed);
        step(it, "resolveBacklogCase", "{'on':'2024-09-10','how':'?'}");
        step(it, "correctBacklogCase", "{'reason':'?','backlogCase':" + listed + "}");
        String voided = canaries.entered("createBacklogCase", office, listed);
        step(voided, "voidBacklogCase", "{'reason':'?'}");
    }

    /** What is refused once it was read: for its form, and for its sense. */
    private void refused() {
        String right = petition();
        refused(400, right.replace("\"persons\":2", "\"persons\":0"));
        refused(400, right.replace("\"name\":\"?\"", "\"name\":\"\""));
        refused(400, right.replace("2024-03-01", "2024-02-31"));
        refused(400, right.replace("LETTER", "PIGEON"));
        refused(422, right.replace("\"#\"", "\"!\""));
        refused(422, right.replace("SEEK_SETTLEMENT", "ACCUSATION"));
        refused(422, right.replace("2024-03-01", "2099-03-01"));
        refused(422, right.replace("\"source\"", "\"place\":\"410423999999\",\"source\""));
    }

    private void refused(int status, String form) {
        canaries.refused("registerPetition", status, office, form);
    }

    private void step(String id, String operationId, String form) {
        step(office, id, operationId, form);
    }

    private void step(Clerk by, String id, String operationId, String form) {
        canaries.step(operationId, by, id, form.replace('\'', '"'));
    }
}
