package org.fengqiao.legal.consultations;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
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

    /** Several counsel of one dispute that is registered nowhere: it counts once. */
    @Override
    protected void check(
            MediationParticipation given, MediationParticipation.Kept it, Looking looking) {
        UUID dispute = given.disputeId();
        boolean stands = it.said() != null && Objects.equals(dispute, it.said().disputeId());
        if (looking.own() || dispute == null || dispute.equals(it.id()) || stands) {
            return;
        }
        MediationParticipation.Kept first = find(dispute);
        if (first == null
                || first.entry().voided()
                || first.said().source() != ParticipationSource.UNREGISTERED
                || !first.said().disputeId().equals(dispute)
                || !first.division().equals(given.division())) {
            throw looking.refuse(
                    "disputeId",
                    "DISPUTE_UNKNOWN",
                    "本村（居）没有该未登记的纠纷：填首次参与该纠纷的记录编号",
                    "No such unregistered dispute there: give the id of its first participation");
        }
    }

    /** Typed: registered nowhere, and a dispute of its own unless it names one. */
    @Override
    protected MediationParticipation derived(
            MediationParticipation given, MediationParticipation.Kept it, Looking looking) {
        if (looking.own()) {
            return given;
        }
        UUID dispute = given.disputeId() == null ? it.id() : given.disputeId();
        return with(given, "source", ParticipationSource.UNREGISTERED, "disputeId", dispute);
    }

    /**
     * What mediation tells stands in mediation's ledger: typed here again, it would count twice.
     */
    @Override
    protected boolean belongsTo(int year, MediationParticipation.Kept it) {
        return it.said().source() == ParticipationSource.UNREGISTERED && super.belongsTo(year, it);
    }
}
