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
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.journal.Reason;
import org.fengqiao.kit.journal.RegisterDesks;
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

    private final Meetings meetings;
    private final RegisterDesks.Desk<Meeting, View> desk;

    MeetingResource(Meetings meetings, RegisterDesks desks) {
        this.meetings = meetings;
        this.desk = desks.of(Meeting.class, "v1/meetings", View::of);
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
        return desk.enter(given, command -> meetings.fresh(given, command));
    }

    @GET
    @RolesAllowed("cases:read")
    @Transactional
    @Operation(operationId = "listMeetings", summary = "例会列表 List joint meetings, newest first")
    public Page<View> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return desk.list(limit, cursor, View::of);
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
        Meeting it = desk.get(id);
        boolean shown = it.decisions != null && desk.showsPersons(it, "getMeeting");
        return desk.answer(it, View.of(it, shown ? meetings.decisions(it) : null));
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
        NewMeeting given = correction.meeting();
        return desk.correct(
                id,
                correction,
                correction.reason(),
                (it, command) -> meetings.describe(it, given, command, "/meeting"));
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
        return desk.markVoid(id, reason);
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed("cases:read")
    @ShowsPersons
    @Operation(operationId = "getMeetingHistory", summary = "例会变更历史 History of a joint meeting")
    public List<Journal.Step> history(@PathParam("id") UUID id) {
        return desk.history(id, "getMeetingHistory");
    }
}
