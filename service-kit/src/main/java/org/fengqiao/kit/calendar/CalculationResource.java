package org.fengqiao.kit.calendar;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.web.Page;

/** The clocks of the law, for anybody: no record is read, and nobody is named. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deadlines", description = "期限 Deadlines")
public class CalculationResource {

    private final Instance<RuleTable> tables;
    private final Calendars calendars;
    private final Clock clock;

    CalculationResource(Instance<RuleTable> tables, Calendars calendars, Clock clock) {
        this.tables = tables;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GET
    @Path("rules")
    @PermitAll
    @Operation(
            operationId = "listDeadlineRules",
            summary = "期限规则一览，无须登录 The periods of law that are counted here; open to anybody")
    public Page<RuleView> rules() {
        return new Page<>(all().stream().map(RuleView::of).toList(), null);
    }

    @GET
    @Path("calculation")
    @PermitAll
    @Operation(
            operationId = "calculateDeadline",
            summary = "试算期限，无须登录 Count a period by its rule; open to anybody",
            description =
                    """
                    按规则、起算日、延长和中止试算末日，列出未计入的每一日及理由。不读取任何记录。

                    The last day by rule, start, extension and suspension, with every day that does not count and why.
                    No record is read.""")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = DeadlineView.class)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    @APIResponse(responseCode = "422", ref = "Problem422")
    public DeadlineView calculate(
            @QueryParam("rule") @NotNull String rule,
            @Parameter(example = "2024-03-02") @QueryParam("from") @NotNull LocalDate from,
            @QueryParam("extensionDays") @Min(1) Integer extensionDays,
            @QueryParam("suspendedFrom") LocalDate suspendedFrom,
            @QueryParam("suspendedTo") LocalDate suspendedTo) {
        Rule found = Calculation.rule(all(), rule, from);
        Calculation asked = new Calculation(from, extensionDays, suspendedFrom, suspendedTo);
        Deadline counted = Deadline.of(found, asked.under(found), calendars.current());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Commands.SHANGHAI);
        return DeadlineView.of(counted, today);
    }

    private List<Rule> all() {
        return tables.stream().flatMap(it -> it.rules().stream()).toList();
    }
}
