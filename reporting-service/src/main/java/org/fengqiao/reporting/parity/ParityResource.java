package org.fengqiao.reporting.parity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.reporting.parity.ParityComparison.Result;

/** Whether source and facts hold the same records. */
@Path("v1/parity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation", description = "运维 Operation")
class ParityResource {

    /** The last comparison of each kind. */
    @Schema(name = "ParityResults")
    record Results(List<Result> items) {}

    private final ParityComparison comparison;

    ParityResource(ParityComparison comparison) {
        this.comparison = comparison;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(
            operationId = "getFactParity",
            summary = "与来源核对的结果 Last comparison with the source",
            description = "By kind; each difference by division and month of first entry.")
    public Results get() throws SQLException {
        return new Results(comparison.last());
    }

    @POST
    @RolesAllowed("admin")
    @HarmlessToRepeat
    @Operation(
            operationId = "compareFacts",
            summary = "立即与来源核对 Compare with the source now",
            description = "Harmless to repeat. Takes up to ten seconds per kind while they differ.")
    public Results compare() throws SQLException {
        return new Results(comparison.compare());
    }
}
