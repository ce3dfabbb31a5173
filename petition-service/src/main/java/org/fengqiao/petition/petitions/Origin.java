package org.fengqiao.petition.petitions;

import java.time.LocalDate;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.codes.PetitionForm;
import org.fengqiao.petition.codes.PetitionSource;

/**
 * How a petition came to the organ that registered it: directly, or from an organ that sent it, and
 * when (XF 22, 23).
 *
 * @param senderDivision the division above unless given
 * @param exchangedOn the day it came over; the day of registration unless given
 * @param receivedOn unless given the day it was exchanged; of a visit or a call the day itself;
 *     else of registration
 */
record Origin(
        PetitionSource source,
        String senderDivision,
        LocalDate exchangedOn,
        LocalDate receivedOn,
        LocalDate assignedDueOn) {

    void writeTo(Petition it) {
        boolean sent = source != PetitionSource.DIRECT;
        if (!sent && (senderDivision != null || exchangedOn != null)) {
            throw Refusal.of(422, "SENDER", "直接提出的不填转送机关、交换日期", "Not sent by an organ")
                    .at("/source", "应为转送或者交办", "TRANSFERRED or ASSIGNED");
        }
        if ((source == PetitionSource.ASSIGNED) != (assignedDueOn != null)) {
            throw Refusal.of(422, "ASSIGNED_LIMIT", "交办期限与来源不符", "Limit and source differ")
                    .citing("XF 22")
                    .at("/assignedDueOn", "交办的须填，且仅交办填", "required with ASSIGNED, only then");
        }
        Origin whole = completed(it.division, it.form, it.petitionedOn, it.registeredOn);
        it.source = source;
        it.assignedDueOn = assignedDueOn;
        it.senderDivision = whole.senderDivision;
        it.exchangedOn = whole.exchangedOn;
        Days.requireNotBefore(assignedDueOn, it.exchangedOn, "/assignedDueOn");
        it.receivedOn = whole.receivedOn;
    }

    /** With what registration makes of what is not given. */
    Origin completed(
            String division, PetitionForm form, LocalDate petitionedOn, LocalDate registeredOn) {
        boolean sent = source != PetitionSource.DIRECT;
        String above = Taker.above(division, 1).orElse(null);
        LocalDate exchanged = sent && exchangedOn == null ? registeredOn : exchangedOn;
        // Who comes or calls is heard on that day, whenever it is written down (XF 23).
        boolean heard = form == PetitionForm.VISIT || form == PetitionForm.PHONE;
        LocalDate known = sent ? exchanged : heard ? petitionedOn : registeredOn;
        return new Origin(
                source,
                sent && senderDivision == null ? above : senderDivision,
                exchanged,
                receivedOn == null ? known : receivedOn,
                assignedDueOn);
    }
}
