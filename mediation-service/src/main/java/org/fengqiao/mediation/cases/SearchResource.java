package org.fengqiao.mediation.cases;

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

/** Search by a person: by blind index, never in a URL, and audited. */
@Path("v1/searches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases", description = "调解案件 Mediation cases")
public class SearchResource {

    private final MediationCases cases;
    private final PersonSearches searches;

    SearchResource(MediationCases cases, PersonSearches searches) {
        this.cases = cases;
        this.searches = searches;
    }

    @POST
    @RolesAllowed("persons:read")
    @HarmlessToRepeat
    @ShowsPersons
    @Operation(
            operationId = "searchCasesByPerson",
            summary = "按当事人查找 Find cases by a party",
            description = "Needs a purpose in Fengqiao-Purpose. At most 200 cases, newest first.")
    public Page<CaseView.Item> search(@NotNull @Valid PersonSearch search) {
        return searches.answer(
                "searchCasesByPerson", cases, MediationCase.class, search, CaseView.Item::of);
    }
}
