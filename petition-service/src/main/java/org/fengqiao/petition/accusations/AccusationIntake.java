package org.fengqiao.petition.accusations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.web.Refusal;

/**
 * The slot of the vault: what is put in here does not come out by it. For the vault's own resource,
 * for petitions that turn out to be accusations, and for rows of ledgers.
 */
@ApplicationScoped
public class AccusationIntake {

    /**
     * What arrives.
     *
     * @param division the organ it came to, 12 digits
     * @param on the day it came
     * @param accusedDivisions of the bodies that are named, or whose people are; where nobody has
     *     said, a township or village that it came through counts as named
     * @param originals the papers as they are; they are opened with the identity only
     * @param reason code of why it was moved here; {@code null} where it came by itself
     */
    public record Arrival(
            String division,
            LocalDate on,
            List<Informer> informers,
            String accused,
            List<String> accusedDivisions,
            String text,
            List<String> originals,
            String reason) {}

    private final Accusations accusations;
    private final VaultKeys keys;
    private final VaultDoor door;
    private final Barring barring;

    AccusationIntake(Accusations accusations, VaultKeys keys, VaultDoor door, Barring barring) {
        this.accusations = accusations;
        this.keys = keys;
        this.door = door;
        this.barring = barring;
    }

    /** Takes it in, in the caller's transaction; its id, which is for nobody but the vault. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID enter(Arrival arrival, Command command) {
        // Not UUIDv7: an id must not tell when it was given.
        Accusation it = new Accusation(UUID.randomUUID());
        it.take(AccusationStep.TAKE_IN);
        it.enteredAt = command.at();
        it.receivedOn = arrival.on();
        it.matter = new Matter();
        it.matter.accused = arrival.accused();
        it.matter.accusedDivisions = accusedBy(arrival);
        it.matter.text = arrival.text();
        it.waitingFor = keys.mark("division", competent(it.matter, arrival.division()));
        accusations.insert(
                it,
                new Identity(arrival.informers(), arrival.originals()),
                new Accusations.Act(AccusationStep.TAKE_IN, arrival.on(), arrival.reason()),
                command);
        return it.id;
    }

    private static List<String> accusedBy(Arrival arrival) {
        List<String> given = arrival.accusedDivisions();
        if (given != null && !given.isEmpty()) {
            return List.copyOf(given);
        }
        Level level = new DivisionCode(arrival.division()).level();
        return level.compareTo(Level.COUNTY) > 0 ? List.of(arrival.division()) : List.of();
    }

    private String competent(Matter matter, String division) {
        return barring.competent(matter.accusedDivisions, division)
                .orElseThrow(
                        () ->
                                Refusal.of(
                                                422,
                                                "NOBODY_COMPETENT",
                                                "被反映的机关以上没有可以办理的机关",
                                                "No organ above those named could handle it")
                                        .citing("XF 30")
                                        .at("/accusedDivisions", "应为省以下", "below a province"));
    }

    /**
     * Takes a row of a ledger in, once: a row of the same content is known, by a keyed digest.
     *
     * @param content all cells of the row
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void enterRow(Arrival arrival, String content, Command command) {
        if (!knowsAny(Map.of("row", content))) {
            remember("row", content);
            enter(arrival, command);
        }
    }

    /** Notes, as a keyed digest, what must be known again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(String of, String text) {
        accusations.mark(keys.mark(of, text));
    }

    /** Whether any of these was noted. */
    public boolean knowsAny(Map<String, String> texts) {
        return accusations.marked(
                texts.entrySet().stream()
                        .flatMap(it -> keys.marks(it.getKey(), it.getValue()).stream())
                        .toList());
    }

    /**
     * Runs what moves a petition here, once per key.
     *
     * @param act gives the version of the petition that stays; {@code null} where none does
     * @return the same, on a repeated request as well
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Integer once(Command command, Supplier<Integer> act) {
        return door.once(command, () -> new VaultDoor.Slip(null, act.get())).version();
    }
}
