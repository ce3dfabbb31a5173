package org.fengqiao.legal.advisers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.security.Caller;

/** Whether every village has counsel (一村一法律顾问). */
@Path("v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coverage", description = "法律顾问覆盖 Coverage by counsel")
public class CoverageResource {

    private final Villages villages;
    private final VillageCounsel counsel;
    private final Caller caller;
    private final Commands commands;

    CoverageResource(Villages villages, VillageCounsel counsel, Caller caller, Commands commands) {
        this.villages = villages;
        this.counsel = counsel;
        this.caller = caller;
        this.commands = commands;
    }

    @GET
    @RolesAllowed("legal:read")
    @Operation(
            operationId = "getCoverage",
            summary = "村（居）法律顾问覆盖情况 Which villages have counsel on a day",
            description =
                    """
                    本机关辖区内今日存在的各村（居），当日是否有在聘期内的村（居）法律顾问，及其编号。

                    The villages that there are today in the caller's area; each whether an appointment as its
                    counsel is in force on the day, of an adviser then engaged, and whose.""")
    public Coverage on(
            @Parameter(description = "哪一日，默认今天 The day, today by default", example = "2024-12-31")
                    @QueryParam("on")
                    LocalDate on) {
        LocalDate day = on == null ? commands.today() : on;
        return Coverage.of(day, villages.of(caller.division()), counsel.on(day, caller.scope()));
    }
}
