package org.fengqiao.kit.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.fengqiao.kit.ledger.ImportLine.Decided;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.kit.web.Refusal;

/** Rows whose record was changed here too: a person decides which side holds (definitions D5). */
@ApplicationScoped
class Conflicts {

    private final LedgerKinds kinds;
    private final ImportRegister register;
    private final ImportLines lines;
    private final Caller caller;
    private final Clock clock;

    Conflicts(
            LedgerKinds kinds,
            ImportRegister register,
            ImportLines lines,
            Caller caller,
            Clock clock) {
        this.kinds = kinds;
        this.register = register;
        this.lines = lines;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Settles a conflict for the imports to come. Harmless to repeat.
     *
     * @throws Refusal 404 where the line is no conflict; 412 where the record has changed since the
     *     person saw it
     */
    ImportLine decide(LedgerImport of, int line, ImportResource.Decision decision) {
        ImportLine conflict = lines.conflict(of.id(), line);
        if (conflict == null) {
            throw Refusal.notFound();
        }
        LedgerKind kind = kinds.get(of.kind());
        boolean recordHolds = decision.choice() == ImportResource.Choice.KEEP_RECORD;
        // To the microsecond, as the database keeps it: the answer is what a later one will say.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Decided decided =
                new Decided(decision.choice(), caller.subject(), now.atOffset(ZoneOffset.UTC));
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            int version = kind.version(conflict.recordId());
                            if (version != decision.version()) {
                                throw EntityTags.stale(version);
                            }
                            register.settle(of, conflict, recordHolds, decision.version());
                            lines.decide(of.id(), line, decided);
                        });
        return lines.conflict(of.id(), line);
    }
}
