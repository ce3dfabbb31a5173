package org.fengqiao.legal.privacy;

import java.util.Map;
import java.util.TreeMap;

/** Texts of registers that stand in clear: none of them is about a person. */
final class InClear {

    private static final String NUMBER = "a number that an organ gave";
    private static final String POST = "a post: who holds it is not said";
    private static final String ORGAN = "a name of an organ, or of a firm";
    private static final String PLACE = "a public place";
    private static final String PUBLISHED = "the title of what is published";
    private static final String SUBJECT = "what is taught or told in public: a law, a subject";
    private static final String WORK = "a piece of the organ's own work, as its lists name it";

    /** Why, by what a record says and the place in it: {@code Institution /title}. */
    static final Map<String, String> TEXTS = new TreeMap<>();

    static {
        // @formatter:off
        TEXTS.put("AdministrativeCase /caseNumber",      NUMBER);
        TEXTS.put("Appointment /contractNumber",         NUMBER);
        TEXTS.put("DisclosureBoard /place",              PLACE);
        TEXTS.put("DisclosureItem /title",               PUBLISHED);
        TEXTS.put("DutyReport /post",                    POST);
        TEXTS.put("EnforcementOfficer /unit",            ORGAN);
        TEXTS.put("EnforcementTraining /topic",          SUBJECT);
        TEXTS.put("Institution /documentNumber",         NUMBER);
        TEXTS.put("Institution /title",                  PUBLISHED);
        TEXTS.put("IssueItem /ownerPost",                POST);
        TEXTS.put("IssueItem /title",                    WORK);
        TEXTS.put("LawExam /title",                      SUBJECT);
        TEXTS.put("LeaderReception /leaderPost",         POST);
        TEXTS.put("LeadingGroup /deputyPosts",           POST);
        TEXTS.put("LeadingGroup /documentNumber",        NUMBER);
        TEXTS.put("LeadingGroup /leaderPost",            POST);
        TEXTS.put("LeadingGroup /title",                 WORK);
        TEXTS.put("LegalAdviser /firm",                  ORGAN);
        TEXTS.put("NormativeDocument /documentNumber",   NUMBER);
        TEXTS.put("NormativeDocument /title",            PUBLISHED);
        TEXTS.put("PlanItem /ownerPost",                 POST);
        TEXTS.put("PlanItem /title",                     WORK);
        TEXTS.put("PublicityActivity /place",            PLACE);
        TEXTS.put("PublicityActivity /title",            SUBJECT);
        TEXTS.put("PublicityResponsibility /duty",       SUBJECT);
        TEXTS.put("PublicityResponsibility /law",        SUBJECT);
        TEXTS.put("PublicityResponsibility /organ",      ORGAN);
        TEXTS.put("ServiceLogEntry /lectureTitle",       SUBJECT);
        TEXTS.put("StudySession /laws",                  SUBJECT);
        TEXTS.put("StudySession /topic",                 SUBJECT);
        // @formatter:on
    }

    private InClear() {}

    /** Why, by the place in what a record says. */
    static Map<String, String> of(String name) {
        Map<String, String> places = new TreeMap<>();
        TEXTS.forEach(
                (place, why) -> {
                    if (place.startsWith(name + " ")) {
                        places.put(place.substring(name.length() + 1), why);
                    }
                });
        return places;
    }
}
