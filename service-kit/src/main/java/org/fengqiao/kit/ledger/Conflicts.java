package org.fengqiao.kit.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.kit.web.Refusal;

/** Rows whose record was changed here too: a person decides which side holds (definitions D5). */
@ApplicationScoped
class Conflicts {

    private final LedgerKinds kinds;
    private final ImportRegister register;
    private final ImportLines lines;

    Conflicts(LedgerKinds kinds, ImportRegister register, ImportLines lines) {
        this.kinds = kinds;
        this.register = register;
        this.lines = lines;
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
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            int version = kind.version(conflict.recordId());
                            if (version != decision.version()) {
                                throw EntityTags.stale(version);
                            }
                            register.settle(of, conflict, recordHolds, decision.version());
                        });
        return conflict;
    }
}
