package org.fengqiao.kit.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.privacy.PersonalData;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Takes a file in: reads it once to refuse what is no ledger, then queues it, encrypted. */
@ApplicationScoped
class ImportOrders {

    private final LedgerKinds kinds;
    private final LedgerImports imports;
    private final ImportRegister register;
    private final ImportWorker worker;
    private final PersonalData personalData;

    ImportOrders(
            LedgerKinds kinds,
            LedgerImports imports,
            ImportRegister register,
            ImportWorker worker,
            PersonalData personalData) {
        this.kinds = kinds;
        this.imports = imports;
        this.register = register;
        this.worker = worker;
        this.personalData = personalData;
    }

    /**
     * Queues the import, or gives the one ordered before under the same key.
     *
     * @param division the unit that keeps the ledger
     */
    LedgerImport order(ImportForm form, String division, Command command) {
        LedgerImport before = register.orderedBefore(command);
        if (before != null) {
            return before;
        }
        LedgerKind kind =
                kinds.find(form.kind())
                        .orElseThrow(
                                () ->
                                        ImportForm.invalid(
                                                "kind",
                                                "没有这种台账",
                                                "There is no such kind of ledger"));
        int thisYear = command.today().getYear();
        LedgerSheet sheet = imports.read(form.file(), kind, form.year(), thisYear);
        int rows = (int) sheet.lines().stream().filter(it -> !it.skipped()).count();
        if (rows == 0) {
            throw LedgerFile.empty();
        }
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        LedgerImport ordered =
                register.order(
                        new ImportRegister.Order(
                                id,
                                kind.kind(),
                                division,
                                sheet.year(),
                                form.dryRun(),
                                imports.encrypt(form.file(), id),
                                personalData.blindIndex("ledger_file_name", form.fileName()),
                                rows),
                        command);
        worker.wake();
        return ordered;
    }
}
