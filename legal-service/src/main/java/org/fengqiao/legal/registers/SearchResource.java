package org.fengqiao.legal.registers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.privacy.PersonSearch;
import org.fengqiao.kit.security.AlsoRequires;
import org.fengqiao.kit.security.ShowsPersons;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.kit.web.Page;

/** Finds records of all registers by a person: by blind index, never in a URL. */
@Path("v1/searches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "searches", description = "查找 Searches")
public class SearchResource {

    private static final String OPERATION = "searchLegalRecordsByPerson";

    private final PersonRecords records;

    SearchResource(PersonRecords records) {
        this.records = records;
    }

    @POST
    @RolesAllowed("legal:read")
    @AlsoRequires("persons:read")
    @HarmlessToRepeat
    @ShowsPersons
    @Operation(
            operationId = OPERATION,
            summary = "按人查找各台账的记录 Find records of all registers by a person",
            description =
                    "Needs persons:read and a purpose in Fengqiao-Purpose; audited. Void records"
                            + " included; at most 200, newest first.")
    public Page<PersonRecords.Found> search(@NotNull @Valid PersonSearch search) {
        return records.naming(search, OPERATION);
    }
}
