package org.fengqiao.kit.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.security.Purpose;

/**
 * An application to export more than the quota of a day, and what became of it.
 *
 * @param kind of ledger
 * @param rows asked for; where it was approved, granted
 * @param until the last day of the exports
 * @param ground why it was refused; absent unless REFUSED
 * @param left rows that may still be exported by it; absent unless APPROVED
 * @param appliedBy subject at the identity provider
 */
@Schema(name = "ExportApproval")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExportApproval(
        UUID id,
        int version,
        String division,
        String kind,
        Purpose purpose,
        int rows,
        LocalDate until,
        State state,
        Ground ground,
        Integer left,
        String appliedBy,
        OffsetDateTime appliedAt,
        String decidedBy,
        OffsetDateTime decidedAt) {

    /** Where an application stands. */
    @Schema(name = "ExportApprovalState")
    public enum State {
        APPLIED,
        APPROVED,
        REFUSED
    }

    /** Why an application is refused: a code, so that nobody is named. */
    @Schema(name = "ExportRefusalGround")
    public enum Ground {
        PURPOSE_UNFIT,
        ROWS_TOO_MANY,
        PERIOD_TOO_LONG,
        NOT_NEEDED
    }
}
