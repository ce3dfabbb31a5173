package org.fengqiao.petition.supervision;

import static org.fengqiao.petition.supervision.PetitionStatistics.of;
import static org.fengqiao.petition.supervision.PetitionStatistics.sum;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.codes.Adoption;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.PetitionForm;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.ProposalKind;
import org.fengqiao.petition.codes.SupervisionCause;
import org.fengqiao.petition.supervision.PetitionStatistics.Count;
import org.fengqiao.petition.supervision.PetitionStatistics.Part;

/** The figures of the annual report on petitions (XF 41). */
@Path("v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statistics", description = "信访年度统计 Annual statistics of petitions")
public class StatisticsResource {

    private static final int MOST_UNITS = 10;

    private final PetitionStatistics statistics;
    private final Divisions divisions;
    private final Caller caller;
    private final Commands commands;

    StatisticsResource(
            PetitionStatistics statistics, Divisions divisions, Caller caller, Commands commands) {
        this.statistics = statistics;
        this.divisions = divisions;
        this.caller = caller;
        this.commands = commands;
    }

    @GET
    @RolesAllowed("petitions:read")
    @Operation(
            operationId = "getAnnualPetitionStatistics",
            summary = "信访情况年度统计 Annual statistics of petitions (XF 41)",
            description =
                    """
                    信访事项按内容分类（一级）、按形式和来源，被投诉较多的机关和承办单位，转送、交办、督办，
                    改进工作、完善政策、追究责任的建议及采纳情况。只有数，没有人；检举控告不在其中，作废的不计。
                    年度尚未开始的为 400。

                    Petitions by content class (first level), by form and source, the organs and units most
                    complained of, transfers, assignments, supervisions, proposals and how many were adopted.
                    Counts only, no person; accusations are in none, void records do not count. 400 for a year
                    that has not begun.""")
    @APIResponse(
            responseCode = "200",
            description = "年度统计 The statistics",
            content = @Content(schema = @Schema(implementation = AnnualPetitionStatistics.class)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    public AnnualPetitionStatistics year(
            @Parameter(example = "2024") @QueryParam("year") @NotNull @Min(1949) @Max(9999)
                    Integer year,
            @Parameter(example = "410423106000") @QueryParam("division") String division) {
        if (year > commands.today().getYear()) {
            throw Refusal.parameter("year", "该年度尚未开始", "the year has not begun");
        }
        String asked = division == null ? caller.division() : division;
        Period period = Period.of(year.toString());
        List<Count> counts = statistics.counts(caller.scope(asked), period);
        List<Count> forms = of(Part.FORM, counts);
        List<Count> sendings = of(Part.SENDING, counts);
        return new AnnualPetitionStatistics(
                year,
                asked,
                divisions.fullName(asked),
                period.start(),
                period.end(),
                sum(forms),
                of(Part.CONTENT_CLASS, counts).stream().map(StatisticsResource::ofClass).toList(),
                forms.stream().map(StatisticsResource::ofForm).toList(),
                of(Part.UNIT, counts).stream().limit(MOST_UNITS).map(this::ofUnit).toList(),
                sum(sendings, PetitionSource.TRANSFERRED.name()),
                sum(sendings, PetitionSource.ASSIGNED.name()),
                causes(of(Part.SUPERVISION, counts)),
                kinds(of(Part.PROPOSAL, counts)));
    }

    private static AnnualPetitionStatistics.OfClass ofClass(Count it) {
        ContentClass first = ContentClass.ofCode(it.one()).orElseThrow();
        return new AnnualPetitionStatistics.OfClass(first, first.zh(), it.records());
    }

    private static AnnualPetitionStatistics.OfForm ofForm(Count it) {
        return new AnnualPetitionStatistics.OfForm(
                PetitionForm.valueOf(it.one()), PetitionSource.valueOf(it.other()), it.records());
    }

    private AnnualPetitionStatistics.OfUnit ofUnit(Count it) {
        HandlingUnit unit = it.other() == null ? null : HandlingUnit.valueOf(it.other());
        return new AnnualPetitionStatistics.OfUnit(
                it.one(), divisions.name(it.one()), unit, it.records());
    }

    /** Every cause, 0 included: silence is no report. */
    private static List<AnnualPetitionStatistics.OfCause> causes(List<Count> counts) {
        return Stream.of(SupervisionCause.values())
                .map(
                        it ->
                                new AnnualPetitionStatistics.OfCause(
                                        it,
                                        sum(counts, it.name()),
                                        sum(withOther("ANSWERED", counts), it.name())))
                .toList();
    }

    private static List<AnnualPetitionStatistics.OfKind> kinds(List<Count> counts) {
        return Stream.of(ProposalKind.values())
                .map(
                        it ->
                                new AnnualPetitionStatistics.OfKind(
                                        it,
                                        sum(counts, it.name()),
                                        adopted(Adoption.ADOPTED, it, counts),
                                        adopted(Adoption.PARTLY, it, counts),
                                        adopted(Adoption.NOT_ADOPTED, it, counts)))
                .toList();
    }

    private static long adopted(Adoption how, ProposalKind kind, List<Count> counts) {
        return sum(withOther(how.name(), counts), kind.name());
    }

    private static List<Count> withOther(String other, List<Count> counts) {
        return counts.stream().filter(it -> other.equals(it.other())).toList();
    }
}
