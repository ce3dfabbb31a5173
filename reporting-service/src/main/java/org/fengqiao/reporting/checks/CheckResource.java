package org.fengqiao.reporting.checks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.figures.Questions;

/** Consistency checks before a report goes out. */
@Path("v1/checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "checks", description = "一致性检查 Checks")
class CheckResource {

    /** All checks, passed ones included. */
    @Schema(name = "CheckList")
    record CheckList(List<Check> items) {}

    private final Checks checks;
    private final Caller caller;
    private final Questions questions;

    CheckResource(Checks checks, Caller caller, Questions questions) {
        this.checks = checks;
        this.caller = caller;
        this.questions = questions;
    }

    @GET
    @RolesAllowed("figures:read")
    @Operation(
            operationId = "listChecks",
            summary = "报告数据的一致性检查 Consistency checks of a division and period",
            description =
                    "A BLOCKING check that FAILED or is INCOMPLETE keeps a report from being"
                            + " published; a WARNING is for the reader to judge. INCOMPLETE: a"
                            + " figure it looks at is PARTIAL. Each number has its receipt.")
    public CheckList list(
            @Parameter(description = "12 digits; default the caller's") @QueryParam("division")
                    String division,
            @Parameter(example = "2024") @QueryParam("period") String period)
            throws SQLException {
        String place = caller.division(division == null ? caller.division() : division);
        return new CheckList(checks.of(place, questions.period(period)));
    }
}
