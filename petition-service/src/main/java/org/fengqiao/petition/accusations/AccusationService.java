package org.fengqiao.petition.accusations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.accusations.VaultDoor.Slip;

/** The steps on an accusation: each command is one transaction and one act, and nothing else. */
@ApplicationScoped
class AccusationService {

    private final Accusations accusations;
    private final AccusationIntake intake;
    private final VaultDoor door;
    private final VaultKeys keys;
    private final Barring barring;

    AccusationService(
            Accusations accusations,
            AccusationIntake intake,
            VaultDoor door,
            VaultKeys keys,
            Barring barring) {
        this.accusations = accusations;
        this.intake = intake;
        this.door = door;
        this.keys = keys;
        this.barring = barring;
    }

    @Transactional
    Slip enter(AccusationIntake.Arrival arrival, Command command) {
        return door.once(command, () -> new Slip(intake.enter(arrival, command), 1));
    }

    /** The accusation, for one of its handlers; 404 for whoever is none, or is barred. */
    @Transactional
    Accusation open(UUID id, String subject, String division) {
        Accusation it = accusations.get(id);
        if (!opensFor(it, subject, division)) {
            throw Refusal.notFound();
        }
        return it;
    }

    private boolean opensFor(Accusation it, String subject, String division) {
        return it.handledBy(subject, division)
                && !barring.bars(it.matter.accusedDivisions, division);
    }

    /** Whether the caller's organ may name the first handler of a fresh one. */
    private boolean waitsFor(Accusation it, String division) {
        return it.waitingFor != null && keys.marks("division", division).contains(it.waitingFor);
    }

    Identity identity(Accusation it) {
        return accusations.identity(it);
    }

    /** Hands the caller the next one that waits; who takes a fresh one is its first handler. */
    @Transactional
    Slip receive(Command command) {
        return door.once(
                command,
                () -> {
                    UUID named = accusations.namedFor(command.subject(), command.division());
                    UUID id = named == null ? accusations.waitingFor(command.division()) : named;
                    if (id == null) {
                        throw Refusal.notFound();
                    }
                    Accusation it = accusations.lock(id);
                    if (named == null) {
                        name(it, handler(command, command.subject(), command.division()), command);
                    }
                    accusations.markReceived(id, command.subject(), command.at());
                    return new Slip(id, it.version);
                });
    }

    @Transactional
    Slip nameHandler(UUID id, String subject, String division, LocalDate on, Command command) {
        return write(
                id,
                command,
                (it, organ) -> opensFor(it, command.subject(), organ) || waitsFor(it, organ),
                it -> {
                    if (barring.bars(it.matter.accusedDivisions, division)) {
                        throw accused("/division");
                    }
                    name(
                            it,
                            new Accusation.Handler(subject, division, command.subject(), on),
                            command);
                });
    }

    private static Accusation.Handler handler(Command command, String subject, String division) {
        return new Accusation.Handler(subject, division, command.subject(), command.today());
    }

    private void name(Accusation it, Accusation.Handler handler, Command command) {
        it.nameHandler(handler);
        accusations.save(
                it,
                new Accusations.Act(AccusationStep.NAME_HANDLER, handler.namedOn(), null),
                command);
        accusations.saveHandler(it.id, handler);
    }

    /** Nothing goes to a body that is named (XF 30). */
    @Transactional
    Slip transfer(UUID id, Matter.Transfer transfer, Command command) {
        return take(
                id,
                new Accusations.Act(AccusationStep.TRANSFER, transfer.on(), null),
                command,
                it -> {
                    if (barring.bars(it.matter.accusedDivisions, transfer.division())) {
                        throw accused("/division");
                    }
                    it.transfer(transfer);
                });
    }

    private static Refusal accused(String pointer) {
        return Refusal.of(
                        422,
                        "ACCUSED",
                        "不得转给被检举、揭发的人员或者单位，及其下级",
                        "Not to a body that is named, nor below it")
                .citing("XF 30")
                .at(pointer, "被反映的单位", "is named in the matter");
    }

    /**
     * Takes a step of a handler.
     *
     * @param taken does it, on the locked accusation
     */
    @Transactional
    Slip take(UUID id, Accusations.Act act, Command command, Consumer<Accusation> taken) {
        return write(
                id,
                command,
                (it, organ) -> opensFor(it, command.subject(), organ),
                it -> {
                    taken.accept(it);
                    accusations.save(it, act, command);
                });
    }

    private Slip write(
            UUID id,
            Command command,
            BiPredicate<Accusation, String> allowed,
            Consumer<Accusation> act) {
        // First of all, and for a repeated request as well: of an accusation that is not theirs
        // nobody learns anything.
        requireAllowed(accusations.get(id), command, allowed);
        return door.once(
                command,
                () -> {
                    Accusation it = accusations.lock(id);
                    requireAllowed(it, command, allowed);
                    command.requireVersion(it.version);
                    act.accept(it);
                    return new Slip(id, it.version);
                });
    }

    private static void requireAllowed(
            Accusation it, Command command, BiPredicate<Accusation, String> allowed) {
        if (!allowed.test(it, command.division())) {
            throw Refusal.notFound();
        }
    }
}
