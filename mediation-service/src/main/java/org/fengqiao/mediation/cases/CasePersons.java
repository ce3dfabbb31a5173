package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.privacy.IdentityNumber;
import org.fengqiao.kit.privacy.PersonIndex;
import org.fengqiao.kit.privacy.PersonalData;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Seals and opens what a case says of persons: parties field by field, and the free texts, which
 * name people as often as not. Each ciphertext is bound to the case and its column.
 */
@ApplicationScoped
class CasePersons {

    private static final String TABLE = "mediation_case";

    private final PersonalData personalData;
    private final PersonIndex personIndex;

    CasePersons(PersonalData personalData, PersonIndex personIndex) {
        this.personalData = personalData;
        this.personIndex = personIndex;
    }

    /** Writes the parties and texts of a new case. */
    void fill(MediationCase it, NewCase given) {
        it.proceedings.summary = seal(it.id, "summary", given.summary());
        it.proceedings.requests = seal(it.id, "requests", given.requests());
        replaceParties(it, given.parties());
    }

    /** Replaces the parties and the indexes they are found by. */
    void replaceParties(MediationCase it, List<NewCase.NewParty> given) {
        List<Party> parties = new ArrayList<>();
        List<String> index = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            NewCase.NewParty party = given.get(i);
            String number =
                    IdentityNumber.require(
                            party.identityNumber(), "/parties/" + i + "/identityNumber");
            parties.add(sealed(it.id, party, number));
            personIndex.addPerson(index, party.name(), number, party.phone());
        }
        it.parties = parties;
        it.personIndex = index;
    }

    /** Copies a handed-over case, sealing anew: a ciphertext is bound to its own record. */
    void copy(MediationCase from, MediationCase to) {
        to.place = from.place;
        to.source = from.source;
        to.referrer = from.referrer;
        to.disputeType = from.disputeType;
        to.disputeSubtype = from.disputeSubtype;
        to.basis = from.basis;
        to.difficulty = from.difficulty;
        to.personsInvolved = from.personsInvolved;
        to.amountYuan = from.amountYuan;
        Proceedings said = from.proceedings;
        to.proceedings.summary = seal(to.id, "summary", open(from.id, "summary", said.summary));
        to.proceedings.requests = seal(to.id, "requests", open(from.id, "requests", said.requests));
        to.parties =
                from.parties.stream()
                        .map(it -> mapped(it, (c, v) -> seal(to.id, c, open(from.id, c, v))))
                        .toList();
        to.personIndex = new ArrayList<>();
        // Anew: the case that it comes from may have been found by an older key.
        from.parties.stream()
                .map(it -> opened(from.id, it))
                .forEach(
                        it ->
                                personIndex.addPerson(
                                        to.personIndex,
                                        it.name(),
                                        it.identityNumber(),
                                        it.phone()));
        to.proceedings.preventedElsewhere.addAll(said.preventedElsewhere);
        said.preventionActs.forEach(act -> to.proceedings.preventedElsewhere.add(act.kind()));
    }

    /** The party in clear: only for an answer that has been audited. */
    Party opened(UUID caseId, Party party) {
        return mapped(party, (column, value) -> open(caseId, column, value));
    }

    /** The party as everyone in scope may see it. */
    Party masked(UUID caseId, Party party) {
        Party clear = opened(caseId, party);
        return new Party(
                clear.id(),
                clear.role(),
                clear.kind(),
                PersonalData.maskName(clear.name()),
                PersonalData.maskIdentityNumber(clear.identityNumber()),
                PersonalData.maskPhone(clear.phone()),
                PersonalData.maskAddress(clear.address()),
                null,
                null,
                null,
                null);
    }

    /**
     * A sealed text of the case.
     *
     * @param column a name that the text stands under, however it moves: a former agreement is no
     *     longer {@code agreement}. A re-encryption finds it by that
     */
    String seal(UUID caseId, String column, String text) {
        return personalData.encrypt(text, TABLE, caseId, column);
    }

    /** A text of the case in clear. */
    String open(UUID caseId, String column, String text) {
        return personalData.decrypt(text, TABLE, caseId, column);
    }

    Proceedings.Session sealed(UUID id, Proceedings.Session it) {
        return new Proceedings.Session(
                it.on(), it.mediatorIds(), it.counselIds(), seal(id, "sessions", it.record()));
    }

    Proceedings.Recusal sealed(UUID id, Proceedings.Recusal it) {
        return new Proceedings.Recusal(
                it.on(), it.mediatorId(), it.replacedById(), seal(id, "recusals", it.reason()));
    }

    Proceedings.Extension sealed(UUID id, Proceedings.Extension it) {
        return new Proceedings.Extension(it.on(), it.days(), seal(id, "extensions", it.reason()));
    }

    Proceedings.Refused sealed(UUID id, Proceedings.Refused it) {
        return new Proceedings.Refused(it.on(), it.ground(), seal(id, "refused", it.explanation()));
    }

    Proceedings.Agreement sealed(UUID id, Proceedings.Agreement it) {
        return new Proceedings.Agreement(
                it.agreedOn(),
                it.effectiveOn(),
                it.form(),
                seal(id, "content", it.content()),
                it.amountYuan(),
                it.confirmationBar(),
                it.instalments());
    }

    Proceedings.FollowUpVisit sealed(UUID id, Proceedings.FollowUpVisit it) {
        return new Proceedings.FollowUpVisit(it.on(), seal(id, "followUpVisits", it.finding()));
    }

    Proceedings.RiskReport sealed(UUID id, Proceedings.RiskReport it) {
        return new Proceedings.RiskReport(it.on(), it.receiver(), seal(id, "risk", it.risk()));
    }

    private Party sealed(UUID caseId, NewCase.NewParty given, String identityNumber) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        Party clear =
                new Party(
                        id,
                        given.role(),
                        given.kind(),
                        given.name(),
                        identityNumber,
                        given.phone(),
                        given.address(),
                        given.sex(),
                        given.nationality(),
                        given.age(),
                        given.occupation());
        return mapped(clear, (column, value) -> seal(caseId, column, value));
    }

    private static Party mapped(Party it, Sealing sealing) {
        String column = "parties." + it.id() + ".";
        return new Party(
                it.id(),
                it.role(),
                it.kind(),
                sealing.apply(column + "name", it.name()),
                sealing.apply(column + "identityNumber", it.identityNumber()),
                sealing.apply(column + "phone", it.phone()),
                sealing.apply(column + "address", it.address()),
                it.sex(),
                sealing.apply(column + "nationality", it.nationality()),
                it.age(),
                sealing.apply(column + "occupation", it.occupation()));
    }

    private interface Sealing {
        String apply(String column, String value);
    }
}
