package org.fengqiao.kit.inbox;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;

/** What came from another service and could not be taken over. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1/inbox-problems")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation", description = "运维 Operation")
public class InboxResource {

    private final InboxProblems problems;
    private final Caller caller;

    InboxResource(InboxProblems problems, Caller caller) {
        this.problems = problems;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"records:read", "admin"})
    @Operation(
            operationId = "listInboxProblems",
            summary = "未能接收的事件 Events of other services that could not be applied",
            description =
                    """
                    只列本辖区的；同一记录的后续事件接收成功后，问题即消失。事件本身无法读取的，只对管理员列出。

                    Those of the caller's area. A problem goes when a later event of the record is applied. Events
                    that could not even be read are listed for administrators.""")
    public Page<InboxProblems.View> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return problems.list(caller.scope(), caller.may("admin"), cursor, Cursor.limit(limit));
    }
}
