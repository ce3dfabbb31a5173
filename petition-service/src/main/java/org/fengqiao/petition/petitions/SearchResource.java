package org.fengqiao.petition.petitions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.privacy.PersonIndex;
import org.fengqiao.kit.privacy.PersonSearch;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.kit.security.ShowsPersons;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.kit.web.Page;

/** Finds petitions by a person: by blind index, never in a URL. */
@Path("v1/searches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "petitions", description = "信访件 Petitions")
public class SearchResource {

    private static final int MOST = 200;

    private final Petitions petitions;
    private final PersonIndex personIndex;
    private final Caller caller;
    private final ReadAudit readAudit;

    SearchResource(
            Petitions petitions, PersonIndex personIndex, Caller caller, ReadAudit readAudit) {
        this.petitions = petitions;
        this.personIndex = personIndex;
        this.caller = caller;
        this.readAudit = readAudit;
    }

    @POST
    @RolesAllowed("persons:read")
    @HarmlessToRepeat
    @ShowsPersons
    @Operation(
            operationId = "searchPetitionsByPerson",
            summary = "按信访人查找 Find petitions by a petitioner",
            description = "Needs a purpose in Fengqiao-Purpose. At most 200, newest first.")
    public Page<PetitionView.Item> search(@NotNull @Valid PersonSearch search) {
        caller.requirePersons();
        readAudit.record("searchPetitionsByPerson", Petition.KIND, "-", ReadAudit.Result.SHOWN);
        return new Page<>(
                petitions
                        .searchByPerson(caller.scope(), personIndex.searched(search), MOST)
                        .stream()
                        .map(PetitionView.Item::of)
                        .toList(),
                null);
    }
}
