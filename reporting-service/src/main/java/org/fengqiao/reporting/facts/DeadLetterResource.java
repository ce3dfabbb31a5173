package org.fengqiao.reporting.facts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.kit.web.Page;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.facts.DeadLetters.DeadLetter;

/** Events that could not become facts. */
@Path("v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation", description = "运维 Operation")
class DeadLetterResource {

    private final DeadLetters letters;

    DeadLetterResource(DeadLetters letters) {
        this.letters = letters;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(
            operationId = "listDeadLetters",
            summary = "无法入库的事件 List events that could not become facts",
            description = "Oldest first, each with its reason; no content of the event.")
    public Page<DeadLetter> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit)
            throws SQLException {
        int size = Cursor.limit(limit);
        List<DeadLetter> found = letters.list(Cursor.number(cursor, 0), size + 1);
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        List<DeadLetter> page = found.subList(0, size);
        return new Page<>(page, Cursor.encode(Long.toString(page.get(size - 1).id())));
    }

    @POST
    @Path("{id}/retry")
    @RolesAllowed("admin")
    @HarmlessToRepeat
    @Operation(
            operationId = "retryDeadLetter",
            summary = "重新入库 Read an event again",
            description =
                    "204: it is a fact now, unless the record has a newer version. 422: still not"
                            + " readable, and why. Harmless to repeat.")
    @APIResponse(responseCode = "204", description = "已入库 It is a fact now")
    public void retry(@PathParam("id") long id) throws SQLException {
        Optional<String> reason;
        try {
            reason = letters.retry(id);
        } catch (NoSuchElementException e) {
            throw Refusal.notFound();
        }
        if (reason.isPresent()) {
            throw Refusal.of(
                    422,
                    "DEAD_LETTER_UNREADABLE",
                    "仍不能入库：" + reason.get(),
                    "Still not readable: " + reason.get());
        }
    }
}
