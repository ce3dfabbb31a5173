package org.fengqiao.petition;

import static org.fengqiao.testkit.Visit.common;
import static org.fengqiao.testkit.Visit.local;

import java.util.List;
import org.fengqiao.petition.accusations.Desk;
import org.fengqiao.testkit.Visit;

/** Rows of the guard walk: the vault, where the walker of the home township is a handler. */
final class GuardRowsOfAccusations {

    private static final String REASON = "{\"reason\":\"须当面核实\"}";
    private static final String WALKER = "walker";
    private static final String ASKER = "asker";

    private final String home;
    private final String county;
    private final String accused;
    private final Desk walker;
    private final Desk asker;

    /**
     * @param home division of the walker's township; a village of it is named in the accusations
     */
    GuardRowsOfAccusations(String home) {
        this.home = home;
        this.county = home.substring(0, 6) + "000000";
        this.accused = home.substring(0, 9) + "201";
        this.walker = Desk.handler(WALKER, home);
        this.asker = Desk.handler(ASKER, home);
    }

    /**
     * @param petition id of one of the home township's; it is sealed
     */
    Visit[] vault(String petition) {
        String id = handled();
        asker.step(id, "identity-release-requests", REASON).then().statusCode(200);
        String released = handled();
        walker.step(released, "identity-release-requests", REASON).then().statusCode(200);
        asker.step(released, "identity-releases", release(WALKER)).then().statusCode(200);
        return new Visit[] {
            common("enterAccusation").body(Desk.accusing("某人", accused)),
            local("receiveAccusation"),
            step("getAccusation", id),
            step("nameAccusationHandler", id)
                    .body("{\"subject\":\"helper\",\"division\":\"" + home + "\"}"),
            step("requestInformerIdentity", id).body(REASON),
            step("releaseInformerIdentity", id).body(release(ASKER)),
            step("readInformerIdentity", released),
            step("transferAccusation", id)
                    .body("{\"organ\":\"县纪委监委\",\"division\":\"" + county + "\"}"),
            step("concludeAccusation", id).body("{\"result\":\"已核查\"}"),
            local("sealPetition")
                    .at("id", petition)
                    .body(
                            "{\"reason\":\"ACCUSATION_RECOGNISED\",\"accusedDivisions\":[\"%s\"]}"
                                    .formatted(accused)),
        };
    }

    private String handled() {
        String id = Desk.intake(home).entered(Desk.accusing("某人", accused));
        Desk chief = Desk.handler("county-handler", county).receiving(id);
        List.of(WALKER, ASKER).forEach(it -> chief.named(id, it, home));
        return id;
    }

    private static String release(String requestedBy) {
        return "{\"requestedBy\":\"" + requestedBy + "\",\"reason\":\"确有必要\"}";
    }

    private static Visit step(String operationId, String id) {
        return local(operationId).at("id", id).header("Fengqiao-Purpose", "CASE_HANDLING");
    }
}
