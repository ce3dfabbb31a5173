package org.fengqiao.legal.consultations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.fengqiao.kit.inbox.Received;
import org.fengqiao.kit.inbox.TopicFollower;
import org.fengqiao.legal.consultations.MediationParticipation.ParticipationSource;

/**
 * The mediation cases that counsel took part in, as mediation's own events tell (definitions D5): a
 * participation for each counsel of a case that was accepted; none once the case is void.
 *
 * <p>Mediation tells one day for all counsel of a case: the first on which any of them joined. It
 * is the day of the dispute, by which L-06 counts, and of each counsel no more than a first bound.
 */
@ApplicationScoped
class CounselledCases implements TopicFollower {

    private final MediationParticipations participations;

    CounselledCases(MediationParticipations participations) {
        this.participations = participations;
    }

    /**
     * Of a case, what matters here.
     *
     * @param matterId the same where a case was handed over: it is one dispute
     * @param counselJoinedOn the first day on which any of them joined; absent in events that are
     *     older than the field
     */
    record Counselled(
            boolean voided,
            UUID matterId,
            List<UUID> counselIds,
            LocalDate counselJoinedOn,
            LocalDate acceptedOn,
            LocalDate closedOn) {

        LocalDate joinedOn() {
            return counselJoinedOn == null ? acceptedOn : counselJoinedOn;
        }
    }

    @Override
    public String topic() {
        return "mediation.case.v1";
    }

    @Override
    public void take(Received event) {
        Counselled it = event.as(Counselled.class);
        // A case that was only registered, or refused, was never mediated.
        boolean none = it.voided() || it.counselIds() == null || it.acceptedOn() == null;
        List<MediationParticipation> wanted =
                none
                        ? List.of()
                        : new TreeSet<>(it.counselIds())
                                .stream().map(counsel -> of(event, it, counsel)).toList();
        participations.aligning("caseId", event.id(), wanted, event.command()).run();
    }

    private static MediationParticipation of(Received event, Counselled it, UUID counsel) {
        return new MediationParticipation(
                event.division(),
                counsel,
                it.joinedOn(),
                ParticipationSource.MEDIATION_CASE,
                it.matterId(),
                event.id(),
                it.closedOn(),
                null);
    }
}
