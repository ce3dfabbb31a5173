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
import org.fengqiao.kit.journal.PersonSearches;
import org.fengqiao.kit.privacy.PersonSearch;
import org.fengqiao.kit.security.ShowsPersons;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.kit.web.Page;

/** Finds petitions by a person: by blind index, never in a URL. */
@Path("v1/searches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "petitions", description = "信访件 Petitions")
public class SearchResource {

    private final Petitions petitions;
    private final PersonSearches searches;

    SearchResource(Petitions petitions, PersonSearches searches) {
        this.petitions = petitions;
        this.searches = searches;
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
        return searches.answer(
                "searchPetitionsByPerson",
                petitions,
                Petition.class,
                search,
                PetitionView.Item::of);
    }
}
