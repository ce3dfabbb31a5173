package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.fengqiao.kit.inbox.Received;
import org.fengqiao.kit.inbox.TopicFollower;
import org.fengqiao.kit.web.Refusal;

/**
 * What mediation tells of the petitions referred to it: the case, and how it ended. A petition that
 * is void, sealed or unknown here learns nothing.
 */
@ApplicationScoped
class MediationOutcomes implements TopicFollower {

    private static final Set<String> OPEN = Set.of("REGISTERED", "ACCEPTED", "IN_MEDIATION");
    private static final Set<String> ENDS =
            Set.of("AGREED", "NOT_AGREED", "ENDED_BY_PARTY", "WITHDRAWN", "REFUSED");

    private final PetitionService service;
    private final Petitions petitions;

    MediationOutcomes(PetitionService service, Petitions petitions) {
        this.service = service;
        this.petitions = petitions;
    }

    /**
     * Of a case, what the petition learns.
     *
     * @param referralId absent at a case that was handed over: it has gone on to the successor
     */
    record Mediated(
            boolean voided, UUID referralId, UUID committeeId, String status, LocalDate endedOn) {}

    @Override
    public String topic() {
        return "mediation.case.v1";
    }

    @Override
    public void take(Received event) {
        Mediated it = event.as(Mediated.class);
        UUID id = it.referralId() == null ? null : petitions.referredBy(it.referralId());
        Petition petition =
                id == null ? null : petitions.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (petition == null || petition.voided || it.voided()) {
            return;
        }
        Handling.Referral known = petition.handling.referral(it.referralId());
        Handling.Referral told = told(known, event, it);
        if (known.isNews(told)) {
            service.learnMediation(id, told, event.command());
        }
    }

    private static Handling.Referral told(
            Handling.Referral known, Received event, Mediated mediated) {
        boolean ended = ENDS.contains(mediated.status());
        if (!ended && !OPEN.contains(mediated.status())) {
            throw Refusal.of(422, "STATUS_UNKNOWN", "案件状态未知", "The case has an unknown status");
        }
        return new Handling.Referral(
                known.referralId(),
                known.on(),
                mediated.committeeId(),
                event.division(),
                known.disputeType(),
                event.id(),
                event.version(),
                ended ? mediated.status() : null,
                ended ? mediated.endedOn() : null);
    }
}
