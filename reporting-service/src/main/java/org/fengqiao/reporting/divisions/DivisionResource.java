package org.fengqiao.reporting.divisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.divisions.Division;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;
import org.fengqiao.kit.web.Refusal;

/**
 * The divisions of the caller's area, today or on a day, and what became of those that are no more.
 */
@Path("v1/divisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "divisions", description = "行政区划 Administrative divisions")
class DivisionResource {

    /**
     * A division.
     *
     * @param name as it is shown, and {@code officialName} with the body's name
     * @param fullName with those of its ancestors
     * @param validFrom its first day under this name; absent for always
     * @param validTo its last; absent where it still exists or nobody knows
     * @param successors what became of it, by the register: one of a merger, several of a split
     * @param predecessors whose successor it is
     * @param today where its records count at today's boundaries: its own code while it exists
     */
    @Schema(name = "Division")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String code,
            String name,
            String officialName,
            String fullName,
            Level level,
            LocalDate validFrom,
            LocalDate validTo,
            List<String> successors,
            List<String> predecessors,
            String today) {

        private static View of(Division it, Divisions register) {
            String code = it.code().value();
            return new View(
                    code,
                    it.name(),
                    it.officialName(),
                    it.code().parent().map(above -> register.fullName(above.value())).orElse("")
                            + it.name(),
                    it.code().level(),
                    it.validFrom().orElse(null),
                    it.validTo().orElse(null),
                    it.successors().stream().map(DivisionCode::value).toList(),
                    register.origins(code).stream().map(from -> from.code().value()).toList(),
                    register.current(code));
        }
    }

    private final Divisions divisions;
    private final Caller caller;
    private final Clock clock;

    DivisionResource(Divisions divisions, Caller caller, Clock clock) {
        this.divisions = divisions;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("{code}")
    @RolesAllowed("figures:read")
    @Operation(
            operationId = "getDivision",
            summary = "查询区划 A division",
            description =
                    "As it is today, and one that is no more as it was last: of the caller's area,"
                            + " today or when it existed. 404 where the register does not know it.")
    public View get(
            @Parameter(description = "12 digits", example = "410423106000") @PathParam("code")
                    String code) {
        return divisions
                .find(caller.reportedDivision(code))
                .map(it -> View.of(it, divisions))
                .orElseThrow(Refusal::notFound);
    }

    @GET
    @RolesAllowed("figures:read")
    @Operation(
            operationId = "listDivisions",
            summary = "查询下级区划 The divisions right below one",
            description = "Those that exist on the day, in the order of their codes.")
    @APIResponse(responseCode = "200", description = "下级区划 The divisions")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    public Page<View> list(
            @Parameter(description = "12 digits; default the caller's", example = "410423106000")
                    @QueryParam("parent")
                    String parent,
            @Parameter(description = "A day, as 2024-12-31; default today", example = "2024-12-31")
                    @QueryParam("on")
                    String on,
            @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 200, default 50") @QueryParam("limit") Integer limit) {
        String above = caller.reportedDivision(parent == null ? caller.division() : parent);
        int size = Cursor.limit(limit);
        String after = Cursor.decode(cursor).stream().findFirst().orElse("");
        List<View> found =
                divisions.children(above, day(on)).stream()
                        .filter(it -> it.code().value().compareTo(after) > 0)
                        .limit(size + 1L)
                        .map(it -> View.of(it, divisions))
                        .toList();
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        return new Page<>(found.subList(0, size), Cursor.encode(found.get(size - 1).code()));
    }

    private LocalDate day(String on) {
        try {
            return on == null ? LocalDate.now(clock) : LocalDate.parse(on);
        } catch (DateTimeParseException e) {
            throw Refusal.parameter("on", "on 须为日期，如 2024-12-31", "on needs a day, as 2024-12-31");
        }
    }
}
