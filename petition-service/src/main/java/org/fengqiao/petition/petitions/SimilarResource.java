package org.fengqiao.petition.petitions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;

/** What may be a repeat or a duplicate: proposed, never decided. */
@Path("v1/petitions/{id}/similar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "petitions", description = "信访件 Petitions")
public class SimilarResource {

    private final Petitions petitions;
    private final SimilarPetitions similar;
    private final Caller caller;
    private final ReadAudit readAudit;

    SimilarResource(
            Petitions petitions, SimilarPetitions similar, Caller caller, ReadAudit readAudit) {
        this.petitions = petitions;
        this.similar = similar;
        this.caller = caller;
        this.readAudit = readAudit;
    }

    @GET
    @RolesAllowed("petitions:read")
    @Operation(
            operationId = "listSimilarPetitions",
            summary = "疑似重复的信访件 Petitions that may be about the same matter",
            description =
                    "Found by the petitioners' blind indexes, of the same first level of content class;"
                            + " the reading is audited. It proposes and decides nothing: a person"
                            + " records the repeat in a correction, or refuses (XF 19, 36).")
    public List<SimilarPetitions.Similar> list(@PathParam("id") UUID id) {
        Petition it = petitions.get(id, caller.scope());
        readAudit.record("listSimilarPetitions", Petition.KIND, id, ReadAudit.Result.SHOWN);
        return similar.of(it, caller.scope());
    }
}
