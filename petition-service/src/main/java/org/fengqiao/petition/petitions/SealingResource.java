package org.fengqiao.petition.petitions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.security.AlsoRequires;
import org.fengqiao.kit.security.AuditedIn;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.accusations.Vault;
import org.fengqiao.petition.codes.SealingReason;

/** The way of a petition out of here: what it answers tells where to as little as a 404 does. */
@Path("v1/petitions/{id}/sealing")
@AuditedIn(Vault.READ_AUDIT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "petitions", description = "信访件 Petitions")
public class SealingResource {

    /**
     * A petition, or its accusing part, is an accusation.
     *
     * @param accusedDivisions of the bodies that are named; the organ that holds it unless given
     * @param part whether the rest of the petition stays
     * @param text what moves; with {@code part}, and only then
     * @param summary what takes the place of the summary; only with {@code part}
     * @param request what takes the place of the request; only with {@code part}
     */
    @Schema(
            name = "PetitionSealing",
            examples =
                    "{\"reason\":\"ACCUSATION_RECOGNISED\",\"accusedDivisions\":[\"410423106201\"]}")
    record Sealing(
            @NotNull SealingReason reason,
            @Size(max = 20) List<@NotNull @Pattern(regexp = "\\d{12}") String> accusedDivisions,
            Boolean part,
            @Size(min = 1, max = 20_000) String text,
            @Size(max = 4000) String summary,
            @Size(max = 2000) String request) {

        boolean whole() {
            return !Boolean.TRUE.equals(part);
        }

        void requireFitting() {
            if (whole() && Stream.of(text, summary, request).anyMatch(it -> it != null)) {
                throw Refusal.of(422, "PART_ONLY", "仅移交部分内容时填写", "Only with part")
                        .at("/part", "应为 true，或者不填其他内容", "true, or none of the texts");
            }
            if (!whole() && text == null) {
                throw Refusal.of(422, "TEXT_REQUIRED", "须填写移交的内容", "The text is required")
                        .at("/text", "必填", "required with part");
            }
        }
    }

    /** The one answer. */
    @Schema(name = "PetitionMoved")
    record Moved(String status, String statusLabel) {}

    private static final Moved MOVED = new Moved("MOVED", "移交");

    private final PetitionSealing sealing;
    private final Commands commands;
    private final Divisions divisions;

    SealingResource(PetitionSealing sealing, Commands commands, Divisions divisions) {
        this.sealing = sealing;
        this.commands = commands;
        this.divisions = divisions;
    }

    @POST
    @RolesAllowed("accusations:write")
    @AlsoRequires("petitions:write")
    @Operation(
            operationId = "sealPetition",
            summary = "移交检举控告 Move a petition that is an accusation (XF 30)")
    @APIResponse(
            responseCode = "200",
            description = "已移交 Moved",
            content = @Content(schema = @Schema(implementation = Moved.class)))
    public Response seal(@PathParam("id") UUID id, @NotNull @Valid Sealing body) {
        body.requireFitting();
        Command command = commands.changing(body);
        PetitionSealing.Accused accused = accused(body);
        if (body.whole()) {
            sealing.moveWhole(id, accused, command);
            return Response.ok(MOVED).build();
        }
        int version =
                sealing.movePart(
                        id,
                        new PetitionSealing.Part(body.text(), body.summary(), body.request()),
                        accused,
                        command);
        return Response.ok(MOVED).header(HttpHeaders.ETAG, EntityTags.of(version)).build();
    }

    private PetitionSealing.Accused accused(Sealing body) {
        List<String> given = body.accusedDivisions() == null ? List.of() : body.accusedDivisions();
        for (int i = 0; i < given.size(); i++) {
            divisions.require(given.get(i), "/accusedDivisions/" + i);
        }
        return new PetitionSealing.Accused(given, body.reason());
    }
}
