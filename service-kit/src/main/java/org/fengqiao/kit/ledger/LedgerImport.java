package org.fengqiao.kit.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An import: its order, its progress and its counts.
 *
 * @param total rows of the file, without totals, remarks and repeated rows
 * @param failure code of what stopped it; absent unless FAILED
 * @param conflicts rows that differ from a record which was changed here since its last import, or
 *     was not entered by the ledger: a person decides
 */
@Schema(name = "LedgerImport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerImport(
        UUID id,
        String kind,
        String division,
        int year,
        boolean dryRun,
        Status status,
        String failure,
        int total,
        int accepted,
        int corrected,
        int unchanged,
        int conflicts,
        int rejected,
        OffsetDateTime createdAt,
        OffsetDateTime startedAt,
        OffsetDateTime endedAt) {

    /** How far an import is. */
    @Schema(name = "LedgerImportStatus")
    public enum Status {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }
}
