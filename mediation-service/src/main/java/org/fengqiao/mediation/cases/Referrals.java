package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.inbox.Received;
import org.fengqiao.kit.inbox.TopicFollower;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.CaseSource;
import org.fengqiao.mediation.codes.DisputeType;
import org.fengqiao.mediation.codes.Referrer;

/**
 * What the petition offices refer to mediation: each referral becomes one case of the committee
 * named, registered and without parties. A person's data are in no event: the mediator fetches
 * them. What becomes of the petition afterwards changes nothing in the case, unless it is removed:
 * then nothing of it stays here.
 */
@ApplicationScoped
class Referrals implements TopicFollower {

    private final CaseService cases;
    private final MediationCases records;
    private final MovedMatters moved;
    private final Divisions divisions;

    Referrals(CaseService cases, MediationCases records, MovedMatters moved, Divisions divisions) {
        this.cases = cases;
        this.records = records;
        this.moved = moved;
        this.divisions = divisions;
    }

    /**
     * Of a petition, what makes a referral.
     *
     * @param withdrawnOn set once the petitioner took the petition back: nothing is left to mediate
     * @param mediationOutcome set once the referral has ended: it was mediated before
     */
    record Referred(
            boolean voided,
            UUID matterId,
            String place,
            int persons,
            UUID referralId,
            UUID referralCommitteeId,
            String referralDisputeType,
            LocalDate referredToMediationOn,
            LocalDate withdrawnOn,
            String mediationOutcome) {

        /** Whether there is something to mediate that no committee has ended. */
        boolean open() {
            return referralId != null && mediationOutcome == null && withdrawnOn == null && !voided;
        }
    }

    @Override
    public String topic() {
        return "petition.petition.v1";
    }

    @Override
    public void take(Received event) {
        Referred it = event.as(Referred.class);
        if (it.open() && !records.hasReferral(it.referralId())) {
            Command command = event.command();
            cases.enter(
                    newCase(it, command),
                    fresh -> {
                        fresh.referralId = it.referralId();
                        fresh.petitionId = event.id();
                    },
                    command);
        }
    }

    @Override
    public void removed(UUID petitionId, Command command) {
        moved.leave(petitionId, command);
    }

    private NewCase newCase(Referred it, Command command) {
        return new NewCase(
                it.referralCommitteeId(),
                registeredOn(it, command),
                null,
                CaseSource.REFERRED,
                Referrer.PETITION_OFFICE,
                disputeType(it),
                null,
                null,
                null,
                divisions.mayBe(it.place()) ? it.place() : null,
                it.matterId(),
                Math.max(1, Math.min(it.persons(), NewCase.MAX_PERSONS)),
                null,
                null,
                null,
                null,
                List.of());
    }

    private static DisputeType disputeType(Referred it) {
        return DisputeType.ofCode(it.referralDisputeType())
                .orElseThrow(
                        () ->
                                Refusal.of(
                                        422,
                                        "DISPUTE_TYPE_UNKNOWN",
                                        "引导调解的纠纷类型代码未知",
                                        "The referral has an unknown type of dispute"));
    }

    /**
     * The day of the referral, not of its receipt: a case must not change with how long a service
     * was away, and the mediator may have begun meanwhile. Clocks that differ make no future day.
     */
    private static LocalDate registeredOn(Referred it, Command command) {
        LocalDate on = it.referredToMediationOn();
        return on.isAfter(command.today()) ? command.today() : on;
    }
}
