package org.fengqiao.kit.journal;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;

/** The feed of all changes of a service, for other systems. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "changes", description = "变更 Change feed")
public class ChangeResource {

    private final Journal journal;
    private final Caller caller;
    private final String root;

    ChangeResource(
            Journal journal,
            Caller caller,
            @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.journal = journal;
        this.caller = caller;
        this.root = root;
    }

    @GET
    @RolesAllowed("records:read")
    @Operation(
            operationId = "listChanges",
            summary = "变更列表，含作废 List changes, voided records included",
            description =
                    "Changes of the caller's records in commit-safe order: a late commit is never"
                            + " skipped. `next` is always present; ask again with it as `after`.")
    public Page<Journal.Change> list(
            @Parameter(description = "The `next` of the page before") @QueryParam("after")
                    String after,
            @Parameter(description = "1 to 200, default 50") @QueryParam("limit") Integer limit) {
        return journal.changes(caller.scope(), after, Cursor.limit(limit), root + "/");
    }
}
