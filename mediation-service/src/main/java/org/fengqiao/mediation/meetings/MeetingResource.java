package org.fengqiao.mediation.meetings;

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
import org.fengqiao.kit.journal.Answers;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.journal.History;
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.journal.Reason;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.kit.security.ShowsPersons;
import org.fengqiao.kit.web.Page;
import org.fengqiao.mediation.codes.MeetingUnit;
import org.hibernate.validator.constraints.UniqueElements;

/** Regular joint meetings. */
@Path("v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "meetings", description = "职能部门例会 Regular joint meetings")
public class MeetingResource {

    /**
     * A joint meeting of the units that settle disputes.
     *
     * @param division 12 digits; of the township or village that held it
     * @param heldOn not in the future
     * @param units two or more, each once
     * @param casesDiscussed how many cases were discussed, listed or not
     * @param caseIds the cases of this suite among them, at most 200
     * @param decisions what was decided; left out in a correction: stays as it was
     */
    @Schema(
            name = "NewMeeting",
            examples =
                    """
                    {"division":"410423106000","heldOn":"2024-05-10",
                     "units":["SOCIAL_GOVERNANCE_CENTER","POLICE_STATION","JUSTICE_OFFICE"],
                     "casesDiscussed":3,"decisions":"由司法所牵头，一周内再次调解"}""")
    record NewMeeting(
            @NotNull @Pattern(regexp = "\\d{12}") String division,
            @NotNull LocalDate heldOn,
            @NotNull @Size(min = 2, max = 20) @UniqueElements List<@NotNull MeetingUnit> units,
            @NotNull @Min(0) @Max(9_999) Integer casesDiscussed,
            @Size(max = 200) @UniqueElements List<@NotNull UUID> caseIds,
            @Size(min = 1, max = 2000) String decisions) {}

    /** The meeting as it should read, and why. */
    @Schema(
            name = "MeetingCorrection",
            examples =
                    """
                    {"reason":"漏记一个单位","meeting":{"division":"410423106000","heldOn":"2024-05-10",
                     "units":["POLICE_STATION","JUSTICE_OFFICE"],"casesDiscussed":3}}""")
    record Correction(
            @NotBlank @Size(max = 500) String reason, @NotNull @Valid NewMeeting meeting) {}

    /**
     * A meeting.
     *
     * @param hasDecisions whether decisions are recorded
     * @param decisions only where the caller may read persons; not in lists
     */
    @Schema(name = "MeetingView")
    record View(
            UUID id,
            int version,
            String division,
            LocalDate heldOn,
            List<MeetingUnit> units,
            int casesDiscussed,
            List<UUID> caseIds,
            boolean hasDecisions,
            String decisions,
            boolean voided) {

        /** Without the text. */
        static View of(Meeting it) {
            return of(it, null);
        }

        static View of(Meeting it, String decisions) {
            return new View(
                    it.id,
                    it.version(),
                    it.division(),
                    it.heldOn,
                    it.units,
                    it.casesDiscussed,
                    it.caseIds,
                    it.decisions != null,
                    decisions,
                    it.entry.voided());
        }
    }

    private final Register register;
    private final Meetings meetings;
    private final Commands commands;
    private final Caller caller;
    private final ReadAudit audit;
    private final History history;
    private final Answers answers;

    MeetingResource(
            Register register,
            Meetings meetings,
            Commands commands,
            Caller caller,
            ReadAudit audit,
            History history,
            Answers answers) {
        this.register = register;
        this.meetings = meetings;
        this.commands = commands;
        this.caller = caller;
        this.audit = audit;
        this.history = history;
        this.answers = answers;
    }

    @POST
    @RolesAllowed("cases:write")
    @Operation(operationId = "createMeeting", summary = "登记例会 Enter a joint meeting")
    @APIResponse(
            responseCode = "201",
            description = "已登记 Entered",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    public Response enter(@NotNull @Valid NewMeeting given) {
        Command command = commands.creating(given);
        Meeting entered =
                register.enter(Meeting.class, command, () -> meetings.fresh(given, command));
        return answers.created("v1/meetings", entered, View.of(entered));
    }

    @GET
    @RolesAllowed("cases:read")
    @Transactional
    @Operation(operationId = "listMeetings", summary = "例会列表 List joint meetings, newest first")
    public Page<View> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return answers.page(
                limit,
                cursor,
                (before, rows) -> register.list(Meeting.class, caller.scope(), before, rows),
                View::of);
    }

    // No transaction: the audit commits before the answer, on its own.
    @GET
    @Path("{id}")
    @RolesAllowed("cases:read")
    @ShowsPersons
    @Operation(
            operationId = "getMeeting",
            summary = "例会 A joint meeting",
            description =
                    "The decisions are shown for `persons:read` with a `Fengqiao-Purpose`; such a"
                            + " read is audited.")
    @APIResponse(
            responseCode = "200",
            description = "例会 The joint meeting",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response get(@PathParam("id") UUID id) {
        Meeting it = register.get(Meeting.class, id, caller.scope());
        if (it.decisions == null || !caller.mayReadPersons()) {
            return answers.of(it, View.of(it));
        }
        audit.record("getMeeting", Meeting.KIND, id, ReadAudit.Result.SHOWN);
        return answers.of(it, View.of(it, meetings.decisions(it)));
    }

    @POST
    @Path("{id}/correction")
    @RolesAllowed("cases:write")
    @Operation(operationId = "correctMeeting", summary = "更正例会 Correct a joint meeting")
    @APIResponse(
            responseCode = "200",
            description = "已更正 Corrected",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response correct(@PathParam("id") UUID id, @NotNull @Valid Correction correction) {
        Command command = commands.changing(correction);
        NewMeeting given = correction.meeting();
        Meeting corrected =
                register.correct(
                        Meeting.class,
                        id,
                        correction.reason(),
                        command,
                        it -> meetings.describe(it, given, command, "/meeting"));
        return answers.of(corrected, View.of(corrected));
    }

    @POST
    @Path("{id}/voiding")
    @RolesAllowed("cases:write")
    @Operation(operationId = "voidMeeting", summary = "作废例会 Void a joint meeting")
    @APIResponse(
            responseCode = "200",
            description = "已作废 Voided",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response markVoid(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        Meeting voided =
                register.markVoid(Meeting.class, id, reason.reason(), commands.changing(reason));
        return answers.of(voided, View.of(voided));
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed("cases:read")
    @ShowsPersons
    @Operation(operationId = "getMeetingHistory", summary = "例会变更历史 History of a joint meeting")
    public List<Journal.Step> history(@PathParam("id") UUID id) {
        return history.of(register.get(Meeting.class, id, caller.scope()), "getMeetingHistory");
    }
}
