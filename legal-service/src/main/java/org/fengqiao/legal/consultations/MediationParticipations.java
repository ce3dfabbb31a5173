package org.fengqiao.legal.consultations;

import jakarta.inject.Singleton;
import org.fengqiao.legal.consultations.MediationParticipation.ParticipationSource;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Participations of counsel: typed where the dispute is registered nowhere, else followed. */
@Singleton
class MediationParticipations
        extends LegalRegister<MediationParticipation, MediationParticipation.Kept> {

    MediationParticipations(RegisterDoor door) {
        super(
                door,
                MediationParticipation.Kept::new,
                MediationParticipation.class,
                new Names(
                        "mediation-participations",
                        "joinedOn",
                        "参与纠纷调处台账（未登记的纠纷）",
                        "Ledger of disputes joined that are registered nowhere"));
    }

    /** Typed: a dispute of its own, registered nowhere. */
    @Override
    protected MediationParticipation derived(
            MediationParticipation given, MediationParticipation.Kept it, Looking looking) {
        if (looking.own()) {
            return given;
        }
        return with(given, "source", ParticipationSource.UNREGISTERED, "disputeId", it.id());
    }
}
