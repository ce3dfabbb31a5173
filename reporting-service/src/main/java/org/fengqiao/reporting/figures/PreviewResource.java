package org.fengqiao.reporting.figures;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.reporting.figures.Previews.Comparison;
import org.fengqiao.reporting.figures.Previews.Year;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Definition;
import org.fengqiao.reporting.indicators.Indicator;

/** A proposed definition tried on past years, before anybody decides. */
@Path("v1/indicators/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators", description = "指标目录 Catalogue of indicators")
class PreviewResource {

    /** As many years back as are tried where none are asked for. */
    private static final int YEARS = 3;

    /** What a definition without a code is called meanwhile. */
    private static final String UNNAMED = "X";

    /**
     * A definition to try.
     *
     * @param code of the indicator that it would change; absent for a new one
     * @param division whose figures are compared; default the caller's
     * @param years default the last three before this one
     */
    @Schema(name = "IndicatorProposal")
    record Proposal(
            @Size(max = 30) String code,
            @NotNull @Valid Definition definition,
            @Size(max = 12) String division,
            @Size(max = 10) List<@Min(2000) @Max(2100) Integer> years) {}

    /** The years, in order. */
    @Schema(name = "IndicatorPreview")
    record Preview(String division, List<Year> years) {}

    private final Previews previews;
    private final Catalogue catalogue;
    private final Questions questions;
    private final Caller caller;
    private final Clock clock;

    PreviewResource(
            Previews previews,
            Catalogue catalogue,
            Questions questions,
            Caller caller,
            Clock clock) {
        this.previews = previews;
        this.catalogue = catalogue;
        this.questions = questions;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed("figures:read")
    @HarmlessToRepeat
    @Operation(
            operationId = "previewIndicator",
            summary = "试算拟定的指标定义 Try a proposed definition on past years",
            description =
                    "Per year the value by the present definition, where there is one, by the"
                            + " proposed one, the difference, and the records that come in and go"
                            + " out, at most 50 of each with their numbers; the records only to"
                            + " callers who may list those of the source. Writes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "试算结果 The comparison",
            content = @Content(schema = @Schema(implementation = Preview.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    public Preview preview(@NotNull @Valid Proposal proposal) throws SQLException {
        String asked = proposal.division();
        String division = caller.division(asked == null ? caller.division() : asked);
        String code = proposal.code() == null ? UNNAMED : proposal.code();
        Optional<Indicator> present = catalogue.find(code, division);
        Indicator proposed = catalogue.proposed(code, proposal.definition());
        boolean listed =
                questions.mayList(proposed.chapter())
                        && present.map(it -> questions.mayList(it.chapter())).orElse(true);
        Comparison compared = new Comparison(present, proposed, listed);
        List<Year> years = new ArrayList<>();
        for (int year : years(proposal)) {
            years.add(previews.of(compared, division, Period.of(Integer.toString(year))));
        }
        return new Preview(division, years);
    }

    private List<Integer> years(Proposal proposal) {
        if (proposal.years() != null && !proposal.years().isEmpty()) {
            return proposal.years().stream().distinct().sorted().toList();
        }
        int thisYear = LocalDate.now(clock).getYear();
        return IntStream.range(thisYear - YEARS, thisYear).boxed().toList();
    }
}
