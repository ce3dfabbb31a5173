package org.fengqiao.reporting.confirmations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.confirmations.Confirmations.Confirmation;
import org.fengqiao.reporting.divisions.OwnUnit;
import org.fengqiao.reporting.indicators.Chapter;

/** Monthly confirmations: a zero that is confirmed is a nil return. */
@Path("v1/confirmations/{division}/{month}/{chapter}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "confirmations", description = "按月确认与零报告 Monthly confirmations")
class ConfirmationResource {

    private final Confirmations confirmations;
    private final Caller caller;
    private final Clock clock;

    ConfirmationResource(Confirmations confirmations, Caller caller, Clock clock) {
        this.confirmations = confirmations;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @RolesAllowed("confirmations:write")
    @Operation(
            operationId = "putConfirmation",
            summary = "确认本月数据（含零报告） Confirm a month",
            description =
                    "Everything of the month has been entered; what is zero is zero. From the last"
                            + " day of the month on. A township confirms for its villages. Repeating"
                            + " changes nothing: the first confirmation stays.")
    public Confirmation put(
            @PathParam("division") String division,
            @Parameter(example = "2024-03") @PathParam("month") String month,
            @Parameter(example = "mediation") @PathParam("chapter") String chapter)
            throws SQLException {
        String place = caller.division(division);
        OwnUnit.require(place, caller);
        YearMonth confirmed = month(month);
        check(chapter);
        if (confirmed.atEndOfMonth().isAfter(LocalDate.now(clock))) {
            throw Refusal.of(
                    422,
                    "MONTH_NOT_OVER",
                    "该月尚未结束，月末当日起方可确认",
                    "The month is not over: confirm from its last day on");
        }
        return confirmations.confirm(place, confirmed, chapter, caller.subject(), clock.instant());
    }

    @GET
    @RolesAllowed("figures:read")
    @Operation(
            operationId = "getConfirmation",
            summary = "查询某月是否已确认 A month's confirmation",
            description = "404 where the unit itself has not confirmed the month.")
    public Confirmation get(
            @PathParam("division") String division,
            @PathParam("month") String month,
            @PathParam("chapter") String chapter)
            throws SQLException {
        String place = caller.division(division);
        check(chapter);
        return confirmations.find(place, month(month), chapter).orElseThrow(Refusal::notFound);
    }

    @DELETE
    @RolesAllowed("confirmations:write")
    @Operation(
            operationId = "withdrawConfirmation",
            summary = "撤回本月确认 Take a month's confirmation back",
            description =
                    "For one made by mistake, by whoever may confirm: a zero of the month is again"
                            + " one that nobody confirmed. Who confirmed and who withdrew, and when,"
                            + " stays on record; the month can be confirmed anew. 404 where the"
                            + " unit itself has not confirmed the month.")
    public Confirmation withdraw(
            @PathParam("division") String division,
            @PathParam("month") String month,
            @PathParam("chapter") String chapter)
            throws SQLException {
        String place = caller.division(division);
        OwnUnit.require(place, caller);
        YearMonth confirmed = month(month);
        check(chapter);
        return confirmations
                .withdraw(place, confirmed, chapter, caller.subject(), clock.instant())
                .orElseThrow(Refusal::notFound);
    }

    private YearMonth month(String text) {
        Period period = Period.of(text);
        if (!period.first().equals(period.last()) || text.length() != 7) {
            throw Refusal.parameter(
                    "month", "month 须为 2024-03 的形式", "month needs the form 2024-03");
        }
        return period.first();
    }

    private static void check(String chapter) {
        if (Chapter.of(chapter).isEmpty()) {
            throw Refusal.parameter("chapter", "没有该章节", "There is no such chapter");
        }
    }
}
