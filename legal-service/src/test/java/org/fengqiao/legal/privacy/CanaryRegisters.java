package org.fengqiao.legal.privacy;

import org.fengqiao.legal.LegalOffice.OfDocument;
import org.fengqiao.testkit.CanaryOffice;
import org.fengqiao.testkit.Clerk;

/** A record of every register in a township, corrected and voided, and led through its steps. */
final class CanaryRegisters {

    private static final String REASON = "{\"reason\":\"?\"}";

    private final CanaryOffice canaries;
    private final CanaryForms forms;
    private final String home;
    private final Clerk office;
    private String adviser = "";

    /**
     * @param home township that the records are of
     * @param office its own
     */
    CanaryRegisters(CanaryOffice canaries, CanaryForms forms, String home, Clerk office) {
        this.canaries = canaries;
        this.forms = forms;
        this.home = home;
        this.office = office;
    }

    /** Writes them all; the id of the adviser whom they name. */
    String enter() {
        adviser = entered("LegalAdviser");
        forms.registers().forEach(this::enter);
        review("ContractReview");
        review("LegalityReview");
        decision();
        aid();
        search();
        refused();
        return adviser;
    }

    private void enter(OfDocument it) {
        String record = entered(it.name());
        String corrected = "{\"reason\":\"?\",\"record\":" + form(it.name()) + "}";
        canaries.step("correct" + it.name(), office, record, corrected);
        canaries.step("void" + it.name(), office, entered(it.name()), REASON);
    }

    private void review(String name) {
        String it = entered(name);
        step(it, "giveOpinionOn" + name, "{'on':'2024-06-28','risksFound':2,'opinion':'?'}");
        step(it, "answer" + name, "{'on':'2024-06-29','adopted':'ADOPTED'}");
        step(entered(name), "withdraw" + name, "{'on':'2024-06-29'}");
    }

    private void decision() {
        String it = entered("MajorDecision");
        step(it, "sendMajorDecisionForReview", "{'on':'2024-05-10'}");
        step(it, "reviewMajorDecision", "{'on':'2024-05-22','result':'LAWFUL','statedRisk':'?'}");
        step(
                it,
                "giveCounselOpinionOnMajorDecision",
                "{'on':'2024-05-20','adviserId':'" + adviser + "','opinion':'?'}");
        step(
                it,
                "decideMajorDecision",
                "{'on':'2024-05-28','outcome':'ADOPTED','headSpokeLast':true,'dissents':0,"
                        + "'record':'?'}");
        step(it, "archiveMajorDecision", "{'on':'2024-06-05'}");
    }

    private void aid() {
        String it = entered("LegalAidReferral");
        step(it, "receiveApplicationOfLegalAidReferral", "{'on':'2024-04-12'}");
        step(it, "refuseLegalAidReferral", "{'on':'2024-04-18'}");
        step(it, "objectToLegalAidReferral", "{'on':'2024-04-22'}");
        step(it, "upholdObjectionToLegalAidReferral", "{'on':'2024-04-25'}");
    }

    private void search() {
        canaries.searched(
                "searchLegalRecordsByPerson",
                office,
                "{\"name\":\"?\"}",
                "{\"identityNumber\":\"#\"}",
                "{\"phone\":\"?\"}");
        canaries.searched(
                "checkConflictOfInterest",
                office,
                "{\"adviserId\":\"" + adviser + "\",\"name\":\"?\"}");
    }

    /** What is refused once it was read: for its form, and for its sense. */
    private void refused() {
        String right = form("PenaltyCase");
        refused(400, right.replace("\"officers\":2", "\"officers\":0"));
        refused(400, right.replace("\"party\":\"?\"", "\"party\":\"\""));
        refused(400, right.replace("2024-06-03", "2024-02-31"));
        refused(400, right.replace("ENVIRONMENT", "WEATHER"));
        refused(422, right.replace("2024-06-03", "2099-06-03"));
        refused(422, right.replace("2024-06-20", "2024-06-01"));
        refused(422, right.replace(home, home.substring(0, 9) + "999"));
    }

    private void refused(int status, String form) {
        canaries.refused("createPenaltyCase", status, office, form);
    }

    private String entered(String name) {
        return canaries.entered("create" + name, office, form(name));
    }

    private String form(String name) {
        OfDocument register =
                forms.registers().stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return forms.form(register, home, adviser);
    }

    private void step(String id, String operationId, String form) {
        canaries.step(operationId, office, id, form.replace('\'', '"'));
    }
}
