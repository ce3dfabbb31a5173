package org.fengqiao.petition.privacy;

import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.petition.accusations.Desk;
import org.fengqiao.testkit.CanaryOffice;
import org.fengqiao.testkit.Clerk;
import org.fengqiao.testkit.Tokens;

/** Accusations with a canary wherever the vault takes a text. */
final class CanaryAccusations {

    private static final String PETITION = "/petition";
    private static final String HANDLER = "canary-handler";
    private static final String CHIEF = "canary-chief";

    private final CanaryOffice canaries;
    private final String home;
    private final String county;

    /**
     * @param home township that takes it in and is accused
     * @param county whose discipline organ handles it
     */
    CanaryAccusations(CanaryOffice canaries, String home, String county) {
        this.canaries = canaries;
        this.home = home;
        this.county = county;
    }

    /**
     * @param office registers a petition that is sealed in part
     */
    void enter(Clerk office) {
        String accusation =
                """
                {"on":"2024-03-04","accused":"?","accusedDivisions":["%s"],"text":"?","originals":["?"],
                 "informers":[{"name":"?","identityNumber":"#","phone":"?","address":"?"}]}"""
                        .formatted(home);
        Clerk intake =
                Clerk.at(
                        PETITION,
                        Tokens.of("canary-intake", home, "petitions:write", "accusations:write"));
        String id = canaries.sent("enterAccusation", intake, "", 0, accusation);
        Desk.handler(HANDLER, county).receiving(id).named(id, CHIEF, county);
        Clerk handler = handler(HANDLER);
        canaries.sent("requestInformerIdentity", handler, id, 3, "{\"reason\":\"?\"}");
        canaries.sent(
                "releaseInformerIdentity",
                handler(CHIEF),
                id,
                4,
                "{\"requestedBy\":\"" + HANDLER + "\",\"reason\":\"?\"}");
        canaries.sent(
                "transferAccusation",
                handler,
                id,
                5,
                "{\"organ\":\"?\",\"division\":\"" + county + "\"}");
        canaries.sent("concludeAccusation", handler, id, 6, "{\"result\":\"?\"}");
        String petition =
                Clerk.id(office.created("/petitions", PetitionOffice.newPetition("2024-03-04")));
        canaries.sent(
                "sealPetition",
                intake,
                petition,
                1,
                "{\"reason\":\"ACCUSING_PART\",\"part\":true,\"text\":\"?\",\"summary\":\"?\",\"request\":\"?\"}");
    }

    private Clerk handler(String subject) {
        return Clerk.at(
                PETITION, Tokens.of(subject, county, "accusations:handle", "accusations:release"));
    }
}
