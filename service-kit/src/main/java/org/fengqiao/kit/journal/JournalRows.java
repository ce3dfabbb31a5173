package org.fengqiao.kit.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.kit.audit.RowProofs;
import org.fengqiao.kit.events.Recorded;
import org.fengqiao.kit.events.Taken;

/**
 * The rows that one write appends to the journal: one per step taken. The last one holds the record
 * as it now stands, and the request.
 *
 * @param snapshot the record as JSON
 * @param reasons of the steps, sealed; null where a step has none
 */
record JournalRows(
        Recorded record,
        Command command,
        String idempotencyKey,
        String snapshot,
        List<String> reasons) {

    Instant at() {
        return RowProofs.kept(command.at());
    }

    String requestDigest() {
        return idempotencyKey == null ? null : command.requestDigest();
    }

    /** The proof of each row. */
    List<byte[]> proven(RowProofs proofs) {
        List<byte[]> proven = new ArrayList<>();
        for (int i = 0; i < reasons.size(); i++) {
            Taken taken = record.taken().get(i);
            Map<String, Object> columns = new HashMap<>();
            columns.put("kind", record.kind());
            columns.put("record_id", record.id().toString());
            columns.put("version", taken.version());
            columns.put("division", record.division());
            columns.put("step", taken.step());
            columns.put("business_date", taken.on() == null ? null : taken.on().toString());
            columns.put(Journal.REASON, reasons.get(i));
            columns.put("issuer", command.issuer());
            columns.put("subject", command.subject());
            columns.put("client", command.client());
            columns.put("at", at().toString());
            if (taken.version() == record.version()) {
                columns.put("snapshot", RowProofs.json(snapshot));
                columns.put("idempotency_key", idempotencyKey);
                columns.put("request_digest", requestDigest());
            }
            proven.add(proofs.of(Journal.TABLE, columns));
        }
        return proven;
    }
}
