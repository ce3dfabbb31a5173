package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.journal.ErasedRecords;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.mediation.codes.FileItem;

/** Shows cases to the present caller; a reading of persons is audited before it is answered. */
@RequestScoped
class CaseViews {

    private final Caller caller;
    private final CasePersons persons;
    private final ReadAudit readAudit;
    private final Commands commands;
    private final ErasedRecords erased;

    CaseViews(
            Caller caller,
            CasePersons persons,
            ReadAudit readAudit,
            Commands commands,
            ErasedRecords erased) {
        this.caller = caller;
        this.persons = persons;
        this.readAudit = readAudit;
        this.commands = commands;
        this.erased = erased;
    }

    CaseView of(MediationCase it) {
        boolean shown = readAudit.showsPersons("getCase", MediationCase.KIND, it.id);
        return new CaseView(
                it.id,
                it.version,
                CaseView.caseNumber(it),
                it.matterId,
                it.status,
                it.status.zh(),
                it.voided,
                it.committeeId,
                it.committeeLevel,
                it.division,
                it.place,
                it.source,
                it.referrer,
                it.referralId,
                it.disputeType,
                it.disputeSubtype,
                it.basis,
                it.difficulty,
                it.personsInvolved,
                it.amountYuan,
                it.registeredOn,
                it.acceptedOn,
                it.closedOn,
                it.endedOn,
                it.mediationDueOn,
                it.confirmationWindowEndsOn,
                it.performedOn,
                it.archivedOn,
                erased.erasedOn(it.id),
                it.handedOverTo,
                it.handedOverFrom,
                shown,
                parties(it, shown),
                said(it),
                overdue(it),
                nextSteps(it));
    }

    /** The file's list of contents: what must be in it, and what is. */
    List<CaseView.FileLine> file(MediationCase it) {
        return Stream.of(FileItem.values())
                .map(
                        item ->
                                new CaseView.FileLine(
                                        item.ordinal() + 1,
                                        item,
                                        item.zh(),
                                        CaseFile.must(it, item),
                                        it.proceedings.fileItems.contains(item)))
                .toList();
    }

    /** Texts name people as often as not: they are read under the same conditions. */
    private String text(MediationCase it, String column, String sealed) {
        return caller.mayReadPersons() ? persons.open(it.id, column, sealed) : null;
    }

    private List<Party> parties(MediationCase it, boolean shown) {
        return it.parties.stream()
                .map(p -> shown ? persons.opened(it.id, p) : persons.masked(it.id, p))
                .toList();
    }

    private List<Proceedings.Instalment> overdue(MediationCase it) {
        List<LocalDate> paidOn = it.proceedings.instalmentsPaidOn();
        return IntStream.range(0, it.voided ? 0 : paidOn.size())
                .filter(i -> paidOn.get(i) == null)
                .mapToObj(it.instalments()::get)
                .filter(owed -> owed.dueOn().isBefore(commands.today()))
                .toList();
    }

    private static List<CaseStep> nextSteps(MediationCase it) {
        return it.voided
                ? List.of()
                : Arrays.stream(CaseStep.values())
                        .filter(step -> step.allowedFrom(it.status))
                        .toList();
    }

    private CaseView.Said said(MediationCase it) {
        Proceedings said = it.proceedings;
        return new CaseView.Said(
                text(it, "summary", said.summary),
                text(it, "requests", said.requests),
                said.mediatorIds,
                List.copyOf(said.counselIds),
                said.recusals.stream().map(r -> opened(it, r)).toList(),
                said.sessions.stream().map(s -> opened(it, s)).toList(),
                said.extensions.stream().map(e -> opened(it, e)).toList(),
                said.refused == null ? null : opened(it, said.refused),
                said.ended,
                said.agreement == null ? null : opened(it, said.agreement),
                said.formerAgreements.stream().map(a -> opened(it, a)).toList(),
                said.performances,
                said.confirmation,
                said.formerConfirmations,
                said.followUpVisits.stream().map(v -> opened(it, v)).toList(),
                said.preventionActs,
                said.riskReports.stream().map(r -> opened(it, r)).toList(),
                List.copyOf(said.fileItems));
    }

    private Proceedings.Recusal opened(MediationCase it, Proceedings.Recusal sealed) {
        return new Proceedings.Recusal(
                sealed.on(),
                sealed.mediatorId(),
                sealed.replacedById(),
                text(it, "recusals", sealed.reason()));
    }

    private Proceedings.Extension opened(MediationCase it, Proceedings.Extension sealed) {
        return new Proceedings.Extension(
                sealed.on(), sealed.days(), text(it, "extensions", sealed.reason()));
    }

    private Proceedings.Refused opened(MediationCase it, Proceedings.Refused sealed) {
        return new Proceedings.Refused(
                sealed.on(), sealed.ground(), text(it, "refused", sealed.explanation()));
    }

    private Proceedings.Session opened(MediationCase it, Proceedings.Session sealed) {
        return new Proceedings.Session(
                sealed.on(),
                sealed.mediatorIds(),
                sealed.counselIds(),
                text(it, "sessions", sealed.record()));
    }

    private Proceedings.Agreement opened(MediationCase it, Proceedings.Agreement sealed) {
        return new Proceedings.Agreement(
                sealed.agreedOn(),
                sealed.effectiveOn(),
                sealed.form(),
                text(it, "content", sealed.content()),
                sealed.amountYuan(),
                sealed.confirmationBar(),
                sealed.instalments());
    }

    private Proceedings.FollowUpVisit opened(MediationCase it, Proceedings.FollowUpVisit sealed) {
        return new Proceedings.FollowUpVisit(
                sealed.on(), text(it, "followUpVisits", sealed.finding()));
    }

    private Proceedings.RiskReport opened(MediationCase it, Proceedings.RiskReport sealed) {
        return new Proceedings.RiskReport(
                sealed.on(), sealed.receiver(), text(it, "risk", sealed.risk()));
    }
}
