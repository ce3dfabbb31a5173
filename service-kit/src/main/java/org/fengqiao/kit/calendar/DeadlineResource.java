package org.fengqiao.kit.calendar;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;

/** What the caller's office still has to do, and by when. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deadlines", description = "期限 Deadlines")
public class DeadlineResource {

    private final OpenLimits limits;
    private final HandlerLoads loads;
    private final Caller caller;
    private final Clock clock;

    DeadlineResource(OpenLimits limits, HandlerLoads loads, Caller caller, Clock clock) {
        this.limits = limits;
        this.loads = loads;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("records:read")
    @Operation(
            operationId = "listDeadlines",
            summary = "本机关未结的期限 Open limits of the caller's own organ, by due date",
            description =
                    """
                    只列机关须在末日前办理而尚未办结的；当事人的权利、法院的期限随记录显示。下辖各单位的用 `below=true`。\
                    没有末日的排在最后，`dueBefore` 不列。

                    Only periods by which an organ must act, and has not. Rights of parties and limits of courts are
                    shown with their record. What the offices below still have to do is listed with `below=true`.
                    Those without a last day come last, and not with `dueBefore`.""")
    public Page<OpenLimits.OpenDeadline> list(
            @Parameter(
                            description = "哪一机关，默认本机关 Whose limits, default the caller's own",
                            example = "410423106000")
                    @QueryParam("division")
                    String division,
            @Parameter(description = "含下辖各单位 With those of the divisions below")
                    @QueryParam("below")
                    Boolean below,
            @Parameter(description = "RUNNING, MISSED, SUSPENDED or UNKNOWN; all if absent")
                    @QueryParam("state")
                    Deadline.State state,
            @Parameter(description = "只列此日之前到期的 Due before this day", example = "2024-10-08")
                    @QueryParam("dueBefore")
                    LocalDate dueBefore,
            @Parameter(description = "只列由此人办理的 Only those that lie with this person")
                    @QueryParam("handler")
                    @Size(min = 1, max = 200)
                    String handler,
            @Parameter(description = "1 to 200, default 50") @QueryParam("limit") Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryParam("cursor")
                    String cursor) {
        return limits.list(
                new OpenLimits.Asked(
                        organ(division), Boolean.TRUE.equals(below), state, dueBefore, handler),
                today(),
                Cursor.limit(limit),
                cursor);
    }

    @GET
    @Path("handlers")
    @RolesAllowed("records:read")
    @Operation(
            operationId = "listHandlers",
            summary = "未结期限按办理人计数 Open limits counted by the person they lie with")
    public Page<HandlerLoads.HandlerLoad> handlers(
            @Parameter(
                            description = "哪一机关，默认本机关 Whose limits, default the caller's own",
                            example = "410423106000")
                    @QueryParam("division")
                    String division,
            @Parameter(description = "含下辖各单位 With those of the divisions below")
                    @QueryParam("below")
                    Boolean below,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return loads.list(
                organ(division), Boolean.TRUE.equals(below), today(), Cursor.limit(limit), cursor);
    }

    private String organ(String division) {
        return division == null ? caller.division() : caller.division(division);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Commands.SHANGHAI);
    }
}
