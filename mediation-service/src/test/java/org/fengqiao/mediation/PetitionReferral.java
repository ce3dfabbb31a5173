package org.fengqiao.mediation;

import java.util.UUID;
import org.fengqiao.testkit.SourceEvent;

/** A petition that is referred to a committee, as the petition service publishes it. */
public final class PetitionReferral {

    public static final String TOPIC = "petition.petition.v1";

    private PetitionReferral() {}

    /** A referral of a matter of its own. */
    public static SourceEvent to(String committee) {
        return SourceEvent.of(TOPIC)
                .with("matterId", UUID.randomUUID().toString())
                .with("referralId", UUID.randomUUID().toString())
                .with("referralCommitteeId", committee);
    }

    /** A petition of the division, referred to a committee that is not there; its id. */
    public static String lost(String division) {
        SourceEvent it = to(UUID.randomUUID().toString()).with("division", division);
        SourceEvent.deliver(it);
        return it.id();
    }
}
