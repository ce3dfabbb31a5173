package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Removal;
import org.fengqiao.kit.journal.Snapshots;
import org.fengqiao.kit.journal.Writes;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Petitions that have left the petition service: nothing of them may stay in the cases made of
 * them, nor in their history (definitions D4). Where it went is nobody's business here.
 */
@ApplicationScoped
class MovedMatters {

    /** All that the history tells. */
    private static final String REASON = "移出 Moved";

    private final MediationCases cases;
    private final CaseDeadlines deadlines;
    private final Removal removal;
    private final Writes writes;

    MovedMatters(MediationCases cases, CaseDeadlines deadlines, Removal removal, Writes writes) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.removal = removal;
        this.writes = writes;
    }

    /**
     * Empties the cases of a petition, in the caller's transaction; they stay one matter, a new
     * one. Looks again until there is none: a handover may have waited for the lock.
     */
    void leave(UUID petitionId, Command command) {
        UUID matter = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        List<MediationCase> found = cases.madeOf(petitionId, command.scope());
        while (!found.isEmpty()) {
            found.forEach(it -> empty(it, matter, command));
            found = cases.madeOf(petitionId, command.scope());
        }
    }

    // No rule of a step is asked: none may keep a person's name here.
    private void empty(MediationCase it, UUID matter, Command command) {
        UnaryOperator<String> emptied =
                snapshot -> {
                    MediationCase then = Snapshots.read(snapshot, MediationCase.class);
                    then.forget(matter);
                    return Snapshots.write(then);
                };
        removal.rewrite(it.id, emptied);
        it.leave(command.today(), REASON, matter);
        deadlines.derive(it);
        writes.also(it, command);
    }
}
