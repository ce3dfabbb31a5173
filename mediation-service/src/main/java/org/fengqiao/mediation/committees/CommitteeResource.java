package org.fengqiao.mediation.committees;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.journal.Reason;
import org.fengqiao.kit.journal.RegisterDesks;
import org.fengqiao.kit.security.ShowsPersons;
import org.fengqiao.kit.web.Page;
import org.fengqiao.mediation.codes.CommitteeLevel;

/** People's mediation committees. */
@Path("v1/committees")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "committees", description = "人民调解委员会 People's mediation committees")
public class CommitteeResource {

    /**
     * A committee as its village, township or enterprise set it up.
     *
     * @param division 12 digits; of the village, community, township or street
     * @param membersReported members, where they are not listed as mediators
     */
    @Schema(
            name = "NewCommittee",
            examples =
                    """
                    {"division":"410423106201","level":"VILLAGE","name":"瓦屋村人民调解委员会",
                     "establishedOn":"2021-03-01","termEndsOn":"2026-03-01"}""")
    record NewCommittee(
            @NotNull @Pattern(regexp = "\\d{12}") String division,
            @NotNull CommitteeLevel level,
            @NotBlank @Size(max = 100) String name,
            @NotNull LocalDate establishedOn,
            LocalDate termEndsOn,
            LocalDate dissolvedOn,
            @Min(0) @Max(99) Integer membersReported,
            @Min(0) @Max(99) Integer womenReported) {}

    /** The committee as it should read, and why. */
    @Schema(
            name = "CommitteeCorrection",
            examples =
                    """
                    {"reason":"换届","committee":{"division":"410423106201","level":"VILLAGE",
                     "name":"瓦屋村人民调解委员会","establishedOn":"2021-03-01","termEndsOn":"2026-03-01"}}""")
    record Correction(
            @NotBlank @Size(max = 500) String reason, @NotNull @Valid NewCommittee committee) {}

    /**
     * A committee.
     *
     * @param warnings what the law asks of its composition and is not met (RT 8, 9); not in lists
     */
    @Schema(name = "CommitteeView")
    record View(
            UUID id,
            int version,
            String division,
            CommitteeLevel level,
            String name,
            LocalDate establishedOn,
            LocalDate termEndsOn,
            LocalDate dissolvedOn,
            Integer membersReported,
            Integer womenReported,
            boolean voided,
            List<String> warnings) {}

    private final CommitteeRules rules;
    private final Commands commands;
    private final RegisterDesks.Desk<Committee, View> desk;

    CommitteeResource(CommitteeRules rules, Commands commands, RegisterDesks desks) {
        this.rules = rules;
        this.commands = commands;
        this.desk = desks.of(Committee.class, "v1/committees", this::view);
    }

    @POST
    @RolesAllowed("cases:write")
    @Operation(operationId = "createCommittee", summary = "登记调委会 Enter a committee (RT 8, 34)")
    @APIResponse(
            responseCode = "201",
            description = "已登记 Entered",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    public Response enter(@NotNull @Valid NewCommittee given) {
        return desk.enter(given, command -> rules.fresh(given, command));
    }

    @GET
    @RolesAllowed("cases:read")
    @Transactional
    @Operation(operationId = "listCommittees", summary = "调委会列表 List committees, newest first")
    public Page<View> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return desk.list(limit, cursor, it -> view(it, null));
    }

    @GET
    @Path("{id}")
    @RolesAllowed("cases:read")
    @Transactional
    @Operation(operationId = "getCommittee", summary = "调委会 A committee, with its warnings")
    @APIResponse(
            responseCode = "200",
            description = "调委会 The committee",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response get(@PathParam("id") UUID id) {
        Committee it = desk.get(id);
        return desk.answer(it, view(it));
    }

    @POST
    @Path("{id}/correction")
    @RolesAllowed("cases:write")
    @Operation(operationId = "correctCommittee", summary = "更正调委会 Correct a committee")
    @APIResponse(
            responseCode = "200",
            description = "已更正 Corrected",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response correct(@PathParam("id") UUID id, @NotNull @Valid Correction correction) {
        NewCommittee given = correction.committee();
        return desk.correct(
                id,
                correction,
                correction.reason(),
                (it, command) -> rules.describe(it, given, command.today(), "/committee"));
    }

    @POST
    @Path("{id}/voiding")
    @RolesAllowed("cases:write")
    @Operation(operationId = "voidCommittee", summary = "作废调委会 Void a committee")
    @APIResponse(
            responseCode = "200",
            description = "已作废 Voided",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response markVoid(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        return desk.markVoid(id, reason, (it, command) -> rules.requireUnused(it.id));
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed("cases:read")
    @ShowsPersons
    @Operation(operationId = "getCommitteeHistory", summary = "调委会变更历史 History of a committee")
    public List<Journal.Step> history(@PathParam("id") UUID id) {
        return desk.history(id, "getCommitteeHistory");
    }

    private View view(Committee it) {
        return view(it, rules.warnings(it, commands.today()));
    }

    private static View view(Committee it, List<String> warnings) {
        return new View(
                it.id,
                it.version(),
                it.division(),
                it.level,
                it.name,
                it.establishedOn,
                it.termEndsOn,
                it.dissolvedOn,
                it.membersReported,
                it.womenReported,
                it.entry.voided(),
                warnings);
    }
}
