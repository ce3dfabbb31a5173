package org.fengqiao.kit.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Refusal;

/**
 * What became of one row, or one remark on it. Holds no cell of the file.
 *
 * @param line the row's number in the file, from 1
 * @param column title of the column at fault; absent where the whole row is meant
 * @param legalBasis the article that refused, e.g. {@code RT 17}
 * @param recordId the record that the row became or belongs to
 * @param decided of a conflict: what was decided last; absent while it waits for a person
 */
@Schema(name = "LedgerImportLine")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportLine(
        int line,
        Outcome outcome,
        String column,
        String code,
        String reasonZh,
        String reasonEn,
        String legalBasis,
        UUID recordId,
        Decided decided,
        @JsonIgnore @Schema(hidden = true) RowKey key) {

    /** What became of a row; WARNING is a remark beside its outcome. */
    @Schema(name = "LedgerImportOutcome")
    public enum Outcome {
        ACCEPTED,
        CORRECTED,
        UNCHANGED,
        CONFLICT,
        REJECTED,
        SKIPPED,
        WARNING
    }

    /** Which side of a conflict holds, who said so and when. */
    @Schema(name = "LedgerConflictDecided")
    public record Decided(ImportResource.Choice choice, String by, OffsetDateTime at) {}

    /** The row's key and content, for whoever decides a conflict. */
    record RowKey(int year, String number, String digest) {

        static RowKey of(LedgerRow row, String digest) {
            return new RowKey(row.year(), row.key(), digest);
        }
    }

    static ImportLine of(int line, Outcome outcome, UUID recordId, RowKey key) {
        return new ImportLine(line, outcome, null, null, null, null, null, recordId, null, key);
    }

    static ImportLine of(int line, Outcome outcome, LedgerNote note) {
        return new ImportLine(
                line,
                outcome,
                note.column(),
                note.code(),
                note.zh(),
                note.en(),
                null,
                null,
                null,
                null);
    }

    /** One line per fault of a refusal. */
    static List<ImportLine> rejected(int line, Refusal refusal) {
        Stream<LedgerNote> notes =
                refusal.faults().isEmpty()
                        ? Stream.of(
                                new LedgerNote(null, refusal.code(), refusal.zh(), refusal.en()))
                        : refusal.faults().stream()
                                .map(
                                        it ->
                                                new LedgerNote(
                                                        it.pointer(), it.code(), it.zh(), it.en()));
        return notes.map(it -> of(line, Outcome.REJECTED, it).citing(refusal.legalBasis()))
                .toList();
    }

    private ImportLine citing(String basis) {
        return new ImportLine(
                line, outcome, column, code, reasonZh, reasonEn, basis, recordId, decided, key);
    }
}
