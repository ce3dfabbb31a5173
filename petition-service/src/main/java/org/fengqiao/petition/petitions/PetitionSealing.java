package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.events.Recorded;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Dossier;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.journal.Removal;
import org.fengqiao.kit.journal.Snapshots;
import org.fengqiao.petition.accusations.AccusationIntake;
import org.fengqiao.petition.accusations.AccusationIntake.Arrival;
import org.fengqiao.petition.accusations.Informer;
import org.fengqiao.petition.codes.SealingReason;

/**
 * Moves a petition that turns out to be an accusation, or its accusing part, into the vault (XF
 * 30): in one transaction the vault has it, and nothing else has.
 */
@ApplicationScoped
class PetitionSealing {

    /** What the vault knows a moved petition again by. */
    static final String ROW = "ledger-number";

    static final String NATIONAL_NUMBER = "national-number";
    static final String RECORD = "record";
    static final String REQUEST = "registration";

    private static final String TABLE = "petition";

    private final Petitions petitions;
    private final PetitionService service;
    private final PetitionPersons persons;
    private final EntityManager entities;
    private final Dossier dossier;
    private final AccusationIntake vault;
    private final Removal removal;
    private final Event<PetitionSealed> sealed;

    PetitionSealing(
            Petitions petitions,
            PetitionService service,
            PetitionPersons persons,
            EntityManager entities,
            Dossier dossier,
            AccusationIntake vault,
            Removal removal,
            Event<PetitionSealed> sealed) {
        this.petitions = petitions;
        this.service = service;
        this.persons = persons;
        this.entities = entities;
        this.dossier = dossier;
        this.vault = vault;
        this.removal = removal;
        this.sealed = sealed;
    }

    /**
     * The accusing part of a petition.
     *
     * @param text what moves
     * @param summary what takes the place of the summary; {@code null}: none
     * @param request the same of the request
     */
    record Part(String text, String summary, String request) {}

    /**
     * Who is accused, as far as it is said, and why it moves.
     *
     * @param divisions none where nobody has said
     * @param reason {@code null} where a ledger says so
     */
    record Accused(List<String> divisions, SealingReason reason) {}

    /** Moves all of it. Void or ended, too: it holds what it holds. */
    @Transactional
    public void moveWhole(UUID id, Accused accused, Command command) {
        vault.once(
                command,
                () -> {
                    Petition it = petitions.getForUpdate(id, command.scope());
                    PetitionStep.SEAL.taker().require(it, PetitionStep.SEAL, command.division());
                    command.requireVersion(it.version);
                    move(it, accused, command);
                    return null;
                });
    }

    /**
     * Moves the petition that a row of a ledger, now an accusation, is about, where the unit or one
     * below it holds it. In the row's transaction.
     */
    void moveByLedger(UUID id, Command command) {
        Petition it = petitions.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (it != null && command.scope().contains(it.division)) {
            move(it, new Accused(List.of(), null), command);
        }
    }

    private void move(Petition it, Accused accused, Command command) {
        Arrival arrival = arrival(it, textOf(it), accused, new ArrayList<>());
        sealed.fire(new Leaving(it.id, arrival.originals()));
        take(Petition.KIND, TABLE, it, arrival.originals());
        vault.enter(arrival, command);
        if (it.nationalNumber != null) {
            Stream.of(it.division, it.registeredDivision)
                    .forEach(at -> vault.remember(NATIONAL_NUMBER, at + "|" + it.nationalNumber));
        }
    }

    /** Puts a record, opened, among the papers and leaves nothing of it; it is known again. */
    private void take(String kind, String table, Recorded it, List<String> papers) {
        papers.add(dossier.of(table, it.id()));
        entities.remove(it);
        entities.flush();
        Removal.Removed erased = removal.remove(kind, it.id());
        erased.ledgerRows().forEach(row -> vault.remember(ROW, row));
        erased.idempotencyKeys().forEach(key -> vault.remember(REQUEST, key));
        vault.remember(RECORD, it.id().toString());
    }

    private final class Leaving implements PetitionSealed {

        private final UUID petitionId;
        private final List<String> papers;

        Leaving(UUID petitionId, List<String> papers) {
            this.petitionId = petitionId;
            this.papers = papers;
        }

        @Override
        public UUID petitionId() {
            return petitionId;
        }

        @Override
        public void takeAlong(Class<? extends Register.Line> register, String kind, String table) {
            entities.createQuery(
                            "from " + register.getSimpleName() + " where petitionId = :petition",
                            register)
                    .setParameter("petition", petitionId)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList()
                    .forEach(it -> take(kind, table, it, papers));
            // Those that were about it once, and were corrected since.
            removal.unlink(kind, "petitionId", petitionId);
        }
    }

    /**
     * Moves a part: the rest stays, with other texts, and its history tells of a correction.
     *
     * @return its version
     */
    @Transactional
    public int movePart(UUID id, Part part, Accused accused, Command command) {
        return vault.once(command, () -> take(id, part, accused, command).version);
    }

    private Petition take(UUID id, Part part, Accused accused, Command command) {
        Petition it = petitions.getForUpdate(id, command.scope());
        List<String> former =
                Stream.of(
                                persons.open(id, "summary", it.handling.summary),
                                persons.open(id, "request", it.handling.request))
                        .filter(Objects::nonNull)
                        .toList();
        vault.enter(arrival(it, part.text(), accused, former), command);
        Petition stays =
                service.change(
                        id,
                        command.withoutKey(),
                        locked -> {
                            PetitionStep.SEAL
                                    .taker()
                                    .require(locked, PetitionStep.SEAL, command.division());
                            locked.correct("更正 Corrected", () -> replace(locked, part));
                        });
        Map<String, String> texts = new HashMap<>();
        texts.put("summary", stays.handling.summary);
        texts.put("request", stays.handling.request);
        texts.values().removeIf(Objects::isNull);
        removal.replaceTexts(id, "handling", List.of("summary", "request"), Snapshots.write(texts));
        return stays;
    }

    private void replace(Petition it, Part part) {
        it.handling.summary = persons.seal(it.id, "summary", part.summary());
        it.handling.request = persons.seal(it.id, "request", part.request());
    }

    private Arrival arrival(Petition it, String text, Accused accused, List<String> originals) {
        List<Informer> informers =
                it.petitioners.stream()
                        .map(one -> persons.opened(it.id, one))
                        .map(
                                one ->
                                        new Informer(
                                                one.name(),
                                                one.identityNumber(),
                                                one.phone(),
                                                one.address()))
                        .toList();
        return new Arrival(
                it.division,
                it.registeredOn,
                informers,
                null,
                accused.divisions(),
                text,
                originals,
                accused.reason() == null ? null : accused.reason().name());
    }

    private String textOf(Petition it) {
        return Stream.of(
                        persons.open(it.id, "summary", it.handling.summary),
                        persons.open(it.id, "request", it.handling.request))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }
}
