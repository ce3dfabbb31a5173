package org.fengqiao.kit.journal;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.audit.AuditedRows;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;

/** Who wrote what, over all records: for auditors. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1/write-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit", description = "审计 Audit")
public class WriteEntryResource {

    private final AuditedRows rows;
    private final ReadAudit audit;
    private final Caller caller;

    WriteEntryResource(AuditedRows rows, ReadAudit audit, Caller caller) {
        this.rows = rows;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("audit:read")
    @Operation(
            operationId = "listWriteEntries",
            summary = "写入的审计 Audit of writes, newest first",
            description =
                    """
                    本辖区各项记录的每一步，何人何时所为；理由和内容不列。查阅本身也记入审计。

                    Each step of the records of the auditor's area, who took it and when, without reasons and content.
                    Reading it is audited, too.""")
    public Page<AuditedRows.Written> list(
            @QueryParam("kind") @Size(min = 1, max = 100) String kind,
            @QueryParam("recordId") UUID recordId,
            @QueryParam("subject") @Size(min = 1, max = 200) String subject,
            @QueryParam("step") @Size(min = 1, max = 100) String step,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Map<String, Object> equal = new LinkedHashMap<>();
        equal.put("kind", kind);
        equal.put("record_id", recordId);
        equal.put("subject", subject);
        equal.put("step", step);
        AuditedRows.Asked asked = new AuditedRows.Asked(caller.scope(), equal, from, to, cursor);
        Page<AuditedRows.Written> page = rows.writes(asked, Cursor.limit(limit));
        audit.record(
                "listWriteEntries",
                kind,
                Objects.requireNonNullElse(recordId, "-"),
                ReadAudit.Result.SHOWN);
        return page;
    }
}
