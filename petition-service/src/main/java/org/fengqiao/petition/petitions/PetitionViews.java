package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.List;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;

/** Shows petitions to the present caller; a reading of persons is audited before it is answered. */
@RequestScoped
class PetitionViews {

    private final Caller caller;
    private final PetitionPersons persons;
    private final ReadAudit readAudit;

    PetitionViews(Caller caller, PetitionPersons persons, ReadAudit readAudit) {
        this.caller = caller;
        this.persons = persons;
        this.readAudit = readAudit;
    }

    PetitionView of(Petition it) {
        boolean shown = readAudit.showsPersons("getPetition", Petition.KIND, it.id);
        return new PetitionView(
                it.id,
                it.version,
                PetitionView.petitionNumber(it),
                it.nationalNumber,
                it.matterId,
                it.status,
                it.status.zh(),
                it.voided,
                it.division,
                it.registeredDivision,
                it.place,
                it.household,
                it.residence,
                it.form,
                it.subChannel,
                it.source,
                it.senderDivision,
                it.purpose,
                it.handlingClass,
                it.route,
                it.contentClass,
                it.repetition,
                it.repeatsId,
                it.persons,
                it.handlingUnit,
                it.handler,
                it.petitionedOn,
                it.registeredOn,
                it.exchangedOn,
                it.receivedOn,
                it.handling.toldOn(),
                it.tellDueOn,
                it.skipsNotice(),
                it.acceptedOn,
                it.dueOn(),
                it.assignedDueOn,
                it.concludedOn,
                it.resolvedOn,
                it.withdrawnOn,
                shown,
                petitioners(it, shown),
                said(it),
                nextSteps(it));
    }

    private List<Petitioner> petitioners(Petition it, boolean shown) {
        return it.petitioners.stream()
                .map(p -> shown ? persons.opened(it.id, p) : persons.masked(it.id, p))
                .toList();
    }

    /**
     * Those that the life cycle allows from here, the law gives to the caller's organ, and nothing
     * on record stands against.
     */
    private List<PetitionStep> nextSteps(Petition it) {
        return it.voided
                ? List.of()
                : Arrays.stream(PetitionStep.values())
                        .filter(step -> step.allowedFrom(it.status))
                        .filter(step -> step.taker().is(it, caller.division()))
                        .filter(step -> PetitionRules.leaves(it, step))
                        .toList();
    }

    /** Texts name people as often as not: they are read under the same conditions. */
    private String text(Petition it, String column, String sealed) {
        return caller.mayReadPersons() ? persons.open(it.id, column, sealed) : null;
    }

    private PetitionView.Said said(Petition it) {
        Handling said = it.handling;
        return new PetitionView.Said(
                text(it, "summary", said.summary),
                text(it, "request", said.request),
                text(it, "queryCode", said.queryCode),
                said.notice,
                said.refused == null ? null : opened(it, said.refused),
                said.redirected == null ? null : opened(it, said.redirected),
                said.sendings,
                said.objections.stream().map(o -> opened(it, o)).toList(),
                said.dispatches,
                said.urgentReports.stream().map(r -> opened(it, r)).toList(),
                said.recusals.stream().map(r -> opened(it, r)).toList(),
                said.referrals,
                said.extensions.stream().map(e -> opened(it, e)).toList(),
                said.conclusion == null ? null : opened(it, said.conclusion),
                said.delivery,
                said.ratings,
                said.resolution == null ? null : opened(it, said.resolution),
                said.reexamination == null ? null : opened(it, "reexamination", said.reexamination),
                said.finalReview == null ? null : opened(it, "finalReview", said.finalReview),
                said.hearings);
    }

    private Handling.Refused opened(Petition it, Handling.Refused sealed) {
        return new Handling.Refused(
                sealed.on(), sealed.ground(), text(it, "refused", sealed.explanation()));
    }

    private Handling.Redirected opened(Petition it, Handling.Redirected sealed) {
        return new Handling.Redirected(sealed.on(), text(it, "redirected", sealed.organ()));
    }

    private Handling.Objection opened(Petition it, Handling.Objection sealed) {
        return new Handling.Objection(
                sealed.on(),
                text(it, "objections", sealed.reason()),
                sealed.decidedOn(),
                sealed.consented(),
                text(it, "objections", sealed.decision()));
    }

    private Handling.UrgentReport opened(Petition it, Handling.UrgentReport sealed) {
        return new Handling.UrgentReport(
                sealed.on(),
                text(it, "urgentReports", sealed.receiver()),
                text(it, "urgentReports", sealed.matter()));
    }

    private Handling.Recusal opened(Petition it, Handling.Recusal sealed) {
        return new Handling.Recusal(
                sealed.on(),
                sealed.handler(),
                sealed.replacedBy(),
                text(it, "recusals", sealed.reason()));
    }

    private Handling.Extension opened(Petition it, Handling.Extension sealed) {
        return new Handling.Extension(
                sealed.on(),
                sealed.days(),
                text(it, "extensions", sealed.approvedBy()),
                sealed.toldOn(),
                text(it, "extensions", sealed.reason()));
    }

    private Handling.Conclusion opened(Petition it, Handling.Conclusion sealed) {
        return new Handling.Conclusion(
                sealed.on(),
                sealed.kind(),
                sealed.outcome(),
                text(it, "conclusion", sealed.facts()),
                text(it, "conclusion", sealed.opinion()),
                text(it, "conclusion", sealed.legalBasis()));
    }

    private Handling.Resolution opened(Petition it, Handling.Resolution sealed) {
        return new Handling.Resolution(sealed.on(), text(it, "resolution", sealed.how()));
    }

    private Handling.Review opened(Petition it, String column, Handling.Review sealed) {
        return new Handling.Review(
                sealed.requestedOn(),
                text(it, column, sealed.grounds()),
                sealed.on(),
                sealed.result(),
                text(it, column, sealed.opinion()),
                sealed.delivery());
    }
}
