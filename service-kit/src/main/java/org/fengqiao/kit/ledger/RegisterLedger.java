package org.fengqiao.kit.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;

/**
 * The ledger of a register: a row is a record, which is entered and corrected, and no more. A bean
 * of it is a singleton: a client proxy would ask for a constructor without arguments.
 */
public abstract class RegisterLedger<R extends Register.Line> implements LedgerKind {

    private final Register register;
    private final Class<R> type;

    protected RegisterLedger(Register register, Class<R> type) {
        this.register = register;
        this.type = type;
    }

    /** A new record as the row says. */
    protected abstract R fresh(LedgerRow row, ImportContext context);

    /** Brings the record in line with its row; what the ledger has no column for stays. */
    protected abstract void describe(R it, LedgerRow row, ImportContext context);

    /** The record in the ledger's columns, but for the number. */
    protected abstract Map<String, Object> said(R it);

    /** Whether the record belongs into the ledger of the year. */
    protected abstract boolean belongsTo(int year, R it);

    /** Whether the record says all that the row says. */
    protected boolean isAsSaid(R it, LedgerRow row, ImportContext context) {
        return row.saysAll(said(it));
    }

    /** What the office should look at again in the record as it now stands. */
    protected List<LedgerNote> remarks(R it, ImportContext context) {
        return List.of();
    }

    @Override
    public Applied apply(LedgerRow row, ImportContext context) {
        R it = register.enter(type, context.command(), () -> fresh(row, context));
        return new Applied(it.id(), it.version(), remarks(it, context));
    }

    @Override
    public Applied correct(UUID recordId, LedgerRow row, ImportContext context) {
        R standing = register.get(type, recordId, context.scope());
        Entry entry = standing.entry();
        if (!entry.voided() && isAsSaid(standing, row, context)) {
            return Applied.of(recordId, entry.version());
        }
        R it =
                register.correct(
                        type,
                        recordId,
                        "台账更正 Corrected in the ledger",
                        context.command(),
                        locked -> describe(locked, row, context));
        return new Applied(it.id(), it.version(), remarks(it, context));
    }

    @Override
    public int version(UUID recordId) {
        return register.version(type, recordId);
    }

    @Override
    public void export(ExportQuery query, Consumer<Exported> sink) {
        register.each(
                type,
                query.scope(),
                it -> {
                    if (!it.entry().voided() && belongsTo(query.year(), it)) {
                        sink.accept(new Exported(it.id(), it.version(), said(it)));
                    }
                });
    }
}
