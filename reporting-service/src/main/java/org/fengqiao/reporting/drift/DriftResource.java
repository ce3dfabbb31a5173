package org.fengqiao.reporting.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.drift.Rounds.Round;
import org.fengqiao.reporting.drift.Verification.Drift;
import org.fengqiao.reporting.drift.Verification.Outcome;

/** Whether figures and receipts are what the single facts come to. */
@Path("v1/drift")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation", description = "运维 Operation")
class DriftResource {

    private static final int MOST = 1_000;
    private static final int YEAR_DIGITS = 4;

    /**
     * What the walk over all cells has found.
     *
     * @param total cells that differ, of all divisions
     * @param round the one under way, {@code lastRound} the last that came to its end; each absent
     *     where there is none
     * @param items the first 1,000 of them
     */
    @Schema(name = "DriftSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(long total, Round round, Round lastRound, List<Drift> items) {}

    /**
     * What a verification has found.
     *
     * @param cells figures that were compared
     * @param items those that differ
     */
    @Schema(name = "DriftVerification")
    record Verified(long cells, List<Drift> items) {}

    private final DriftWalk walk;
    private final DriftCells cells;
    private final Rounds rounds;
    private final Caller caller;

    DriftResource(DriftWalk walk, DriftCells cells, Rounds rounds, Caller caller) {
        this.walk = walk;
        this.cells = cells;
        this.rounds = rounds;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(
            operationId = "getDrift",
            summary = "指标与单条记录复核的结果 Figures that differ from their facts",
            description =
                    "Every figure and every receipt is counted once more in the background, fact"
                            + " by fact. Of all divisions; no records.")
    public Summary get() throws SQLException {
        return new Summary(
                cells.count(),
                rounds.current().orElse(null),
                rounds.last().orElse(null),
                cells.list(MOST));
    }

    @POST
    @RolesAllowed("admin")
    @HarmlessToRepeat
    @Operation(
            operationId = "verifyFigures",
            summary = "立即复核一个区划的年度 Verify a division's year now",
            description =
                    "The year and its months, all indicators. Harmless to repeat. Takes seconds"
                            + " for a township, and longer for a county.")
    public Verified verify(
            @Parameter(description = "12 digits; default the caller's") @QueryParam("division")
                    String division,
            @Parameter(required = true, example = "2024") @QueryParam("year") String year)
            throws SQLException {
        String place = caller.division(division == null ? caller.division() : division);
        Outcome outcome = walk.verify(place, year(year));
        return new Verified(outcome.cells(), outcome.drift());
    }

    private static int year(String text) {
        Period period = Period.of(text);
        if (period.text().length() != YEAR_DIGITS) {
            throw Refusal.parameter("year", "year 须为四位年份", "year needs four digits");
        }
        return period.first().getYear();
    }
}
