package org.fengqiao.kit.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.fengqiao.kit.ledger.ImportLine.Outcome;
import org.fengqiao.kit.web.Refusal;
import org.jboss.logging.Logger;

/**
 * Carries out one import: 100 rows and the progress per transaction, row by row where the database
 * refuses a chunk. After a crash it goes on behind the last row whose transaction committed.
 */
@ApplicationScoped
class ImportRun {

    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final int CHUNK_ROWS = 100;
    private static final int TRANSACTION_SECONDS = 300;

    private final LedgerImports imports;
    private final LedgerKinds kinds;
    private final RowImporter rows;

    ImportRun(LedgerImports imports, LedgerKinds kinds, RowImporter rows) {
        this.imports = imports;
        this.kinds = kinds;
        this.rows = rows;
    }

    /** An import with its kind, its file read and its context. */
    private record Work(UUID id, LedgerKind kind, ImportContext context) {}

    /**
     * Runs the import to its end.
     *
     * @throws RuntimeException where the database is the trouble: the import stays RUNNING and is
     *     taken up again
     */
    @ActivateRequestContext
    void run(LedgerImports.Claimed claimed) {
        try {
            LedgerKind kind = kinds.get(claimed.kind());
            LedgerSheet sheet = imports.read(claimed, kind);
            List<LedgerSheet.Line> lines =
                    sheet.lines().stream().filter(it -> it.line() >= claimed.nextLine()).toList();
            Work work = new Work(claimed.context().importId(), kind, claimed.context());
            int next = claimed.nextLine();
            for (int i = 0; i < lines.size(); i += CHUNK_ROWS) {
                List<LedgerSheet.Line> chunk =
                        lines.subList(i, Math.min(i + CHUNK_ROWS, lines.size()));
                next = take(work, chunk, next);
            }
            imports.end(work.id(), null);
        } catch (Refusal refusal) {
            imports.end(claimed.context().importId(), refusal.code());
        } catch (LostRace e) {
            LOG.infof("Import %s is being run by another instance", claimed.context().importId());
        } catch (RuntimeException e) {
            if (LedgerFailed.isOutage(e)) {
                throw e;
            }
            LOG.errorf(e, "Import %s failed", claimed.context().importId());
            imports.end(claimed.context().importId(), "INTERNAL_ERROR");
        }
    }

    private int take(Work work, List<LedgerSheet.Line> chunk, int next) {
        try {
            return takeTogether(work, chunk, next);
        } catch (Refusal | LostRace e) {
            throw e;
        } catch (RuntimeException e) {
            if (LedgerFailed.isOutage(e)) {
                throw e;
            }
            LOG.debugf(
                    "Import %s: chunk at line %d is redone row by row",
                    work.id(), chunk.get(0).line());
            return takeOneByOne(work, chunk, next);
        }
    }

    private int takeOneByOne(Work work, List<LedgerSheet.Line> chunk, int next) {
        int at = next;
        for (LedgerSheet.Line line : chunk) {
            try {
                at = takeTogether(work, List.of(line), at);
            } catch (Refusal | LostRace e) {
                throw e;
            } catch (RuntimeException e) {
                if (LedgerFailed.isOutage(e)) {
                    throw e;
                }
                at = rejectFailed(work, line, at, e);
            }
        }
        return at;
    }

    private int rejectFailed(Work work, LedgerSheet.Line line, int next, RuntimeException failure) {
        // The exception's text could quote the row: only its kind is logged.
        LOG.errorf("Import %s, line %d: %s", work.id(), line.line(), failure.getClass().getName());
        LedgerNote note =
                new LedgerNote(
                        null,
                        "ROW_FAILED",
                        "保存时出错，请联系管理员（导入编号与行号可供查找）",
                        "Saving failed: tell the administrator the import's id and the line");
        List<ImportLine> lines = List.of(ImportLine.of(line.line(), Outcome.REJECTED, note));
        return inTransaction(() -> imports.advance(work.id(), next, line.line() + 1, 1, lines));
    }

    private int takeTogether(Work work, List<LedgerSheet.Line> chunk, int next) {
        int after = chunk.get(chunk.size() - 1).line() + 1;
        if (!work.context().dryRun()) {
            return inTransaction(
                    () -> {
                        imports.lock(work.id(), next);
                        return imports.advance(
                                work.id(), next, after, chunk.size(), linesOf(work, chunk));
                    });
        }
        List<ImportLine> preview = preview(work, chunk);
        return inTransaction(() -> imports.advance(work.id(), next, after, chunk.size(), preview));
    }

    private List<ImportLine> preview(Work work, List<LedgerSheet.Line> chunk) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(TRANSACTION_SECONDS));
        try {
            return linesOf(work, chunk);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private List<ImportLine> linesOf(Work work, List<LedgerSheet.Line> chunk) {
        List<ImportLine> lines = new ArrayList<>();
        chunk.forEach(it -> lines.addAll(rows.take(it, work.kind(), work.context())));
        return lines;
    }

    private static int inTransaction(Supplier<Integer> work) {
        return QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(work::get);
    }

    /** Another instance has advanced this import. */
    static final class LostRace extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
