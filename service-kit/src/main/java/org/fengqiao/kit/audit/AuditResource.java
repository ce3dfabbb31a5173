package org.fengqiao.kit.audit;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.Purpose;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;

/** Who read which personal data, who was refused, and how the proof of it stands: for auditors. */
@Path("v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit", description = "审计 Audit")
public class AuditResource {

    private final AuditedRows rows;
    private final ChainStanding standing;
    private final ReadAudit audit;
    private final Caller caller;

    AuditResource(AuditedRows rows, ChainStanding standing, ReadAudit audit, Caller caller) {
        this.rows = rows;
        this.standing = standing;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Path("audit-entries")
    @RolesAllowed("audit:read")
    @Operation(
            operationId = "listAuditEntries",
            summary = "读取与拒绝的审计 Audit of reads and refusals, newest first",
            description =
                    """
                    本辖区各机关人员读取个人信息和被拒绝的记录。查阅本身也记入审计。令牌没有区划的，以及启用此项之前的，不列出。

                    Reads of personal data and refusals by callers of the auditor's area. Reading it is audited, too.
                    Those whose token named no division, and those from before it was kept, are not listed.""")
    public Page<AuditedRows.Read> list(
            @QueryParam("recordId") @Size(min = 1, max = 64) String recordId,
            @QueryParam("subject") @Size(min = 1, max = 200) String subject,
            @QueryParam("operation") @Size(min = 1, max = 100) String operation,
            @QueryParam("result") ReadAudit.Result result,
            @QueryParam("purpose") Purpose purpose,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Map<String, Object> equal = new LinkedHashMap<>();
        equal.put("record_id", recordId);
        equal.put("subject", subject);
        equal.put("operation", operation);
        equal.put("result", result == null ? null : result.name());
        equal.put("purpose", purpose == null ? null : purpose.name());
        AuditedRows.Asked asked = new AuditedRows.Asked(caller.scope(), equal, from, to, cursor);
        Page<AuditedRows.Read> page = rows.reads(asked, Cursor.limit(limit));
        audit.record(
                "listAuditEntries",
                null,
                Objects.requireNonNullElse(recordId, "-"),
                ReadAudit.Result.SHOWN);
        return page;
    }

    @GET
    @Path("audit-chain")
    @RolesAllowed("audit:read")
    @Operation(
            operationId = "getAuditChain",
            summary = "审计链的状态 How the proof of audit and journal stands",
            description =
                    """
                    抄下最后一个检查点的编号和链环，日后可据以证明此前的记录未被截断。

                    Whoever notes down number and link of the last checkpoint can prove later that nothing before it was
                    cut.""")
    public ChainStanding.View chain() {
        return standing.view();
    }
}
