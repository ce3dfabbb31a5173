package org.fengqiao.kit.retention;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Answers;
import org.fengqiao.kit.journal.Reason;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.kit.web.Page;

/** How long records are kept, and which nobody may erase. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "retention", description = "保管与销毁 Retention and erasure")
public class RetentionResource {

    /** A kind of record and how long its persons are kept. */
    @Schema(name = "RetentionPeriod")
    public record Period(String kind, int years, String basis) {}

    private static final UUID FIRST = new UUID(0, 0);

    private final RetainedRecords records;
    private final LegalHolds holds;
    private final Caller caller;

    RetentionResource(RetainedRecords records, LegalHolds holds, Caller caller) {
        this.records = records;
        this.holds = holds;
        this.caller = caller;
    }

    @GET
    @Path("periods")
    @RolesAllowed("records:erase")
    @Operation(
            operationId = "listRetentionPeriods",
            summary = "保管期限表 How long each kind of record is kept")
    public List<Period> periods() {
        return records.rules().stream()
                .map(it -> new Period(it.kind(), it.years(), it.basis()))
                .toList();
    }

    @GET
    @RolesAllowed("records:erase")
    @Operation(
            operationId = "listDueRecords",
            summary = "保管期限届满的记录 Records of a kind whose persons are due to be erased",
            description = "In the order of ids. Those under a legal hold are shown as held.")
    public Page<RetainedRecords.Retained> due(
            @NotNull @QueryParam("kind") String kind,
            @NotNull @QueryParam("dueBefore") LocalDate dueBefore,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int size = Cursor.limit(limit);
        UUID after = cursor == null ? FIRST : Answers.id(cursor);
        List<RetainedRecords.Retained> found =
                records.due(records.rule(kind), caller.scope(), dueBefore, after, size + 1);
        boolean more = found.size() > size;
        List<RetainedRecords.Retained> shown = more ? found.subList(0, size) : found;
        return new Page<>(shown, more ? Cursor.encode(shown.get(size - 1).id().toString()) : null);
    }

    @GET
    @Path("{id}")
    @RolesAllowed("records:erase")
    @Operation(operationId = "getRetainedRecord", summary = "记录的保管情况 How long a record is kept")
    public RetainedRecords.Retained get(@PathParam("id") UUID id) {
        return records.get(id, caller.scope());
    }

    @POST
    @Path("{id}/legal-hold")
    @RolesAllowed("records:erase")
    @HarmlessToRepeat
    @Operation(
            operationId = "holdRecord",
            summary = "暂停销毁 Keep a record, whatever its age",
            description = "For a suit, an audit, an inspection. A record that is held stays so.")
    public RetainedRecords.Retained hold(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        return holds.hold(id, caller.scope(), reason.reason(), caller.subject());
    }

    @POST
    @Path("{id}/legal-hold-release")
    @RolesAllowed("records:erase")
    @HarmlessToRepeat
    @Operation(operationId = "releaseRecord", summary = "恢复销毁 End a legal hold")
    public RetainedRecords.Retained release(
            @PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        return holds.release(id, caller.scope(), reason.reason(), caller.subject());
    }
}
