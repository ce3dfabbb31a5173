package org.fengqiao.legal.registers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.journal.Reason;
import org.fengqiao.kit.journal.Step;
import org.fengqiao.kit.security.ShowsPersons;
import org.fengqiao.kit.web.Page;

/**
 * What every register answers over HTTP. Words in braces stand for the register's own: {@code
 * {Record}} for what a record says, {@code {Records}} for the path, {@code {zh}} and {@code {en}}
 * for the description of its tag.
 *
 * @param <S> what a record says
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class RegisterResource<S extends Said> {

    /**
     * The record as it should read, and why.
     *
     * @param record texts that are left out stay as they were
     */
    public record Correction<S>(
            @NotBlank @Size(max = 500) String reason, @NotNull @Valid S record) {}

    /** The schema of a record as it is shown. */
    protected static final String SHOWN = "Registered{Record}";

    private final RegisterAnswers<S, ?> answers;

    protected RegisterResource(LegalRegister<S, ?> register) {
        this.answers = register.answers();
    }

    /** Takes a step of the record's own, see {@link RegisterAnswers#take}. */
    protected Response take(
            UUID id, Happened body, Step<?> step, BiFunction<S, LocalDate, S> change) {
        return answers.take(id, body, step, change);
    }

    /**
     * The same, of a step that keeps what its body says.
     *
     * @param day the component that holds the day of the step
     * @param more names of further components, each followed by its value, in clear
     */
    protected Response take(UUID id, Happened body, Step<?> step, String day, Object... more) {
        return take(
                id,
                body,
                step,
                (it, on) -> Parts.of(it).with(Parts.of(it).with(it, day, on), more));
    }

    @POST
    @RolesAllowed("legal:write")
    @Operation(operationId = "create{Record}", summary = "登记{zh} Enter into the register of {en}")
    @APIResponse(
            responseCode = "201",
            description = "已登记 Entered",
            content = @Content(schema = @Schema(ref = SHOWN)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    public Response enter(@NotNull @Valid S given) {
        return answers.enter(given);
    }

    @GET
    @RolesAllowed("legal:read")
    @Transactional
    @Operation(
            operationId = "list{Records}",
            summary = "{zh}列表 List the register of {en}, newest first",
            description = "Without texts that may name persons. 不显示可能涉及个人的文字")
    public Page<Registered<S>> list(
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return answers.list(from, to, limit, cursor);
    }

    // No transaction: the audit commits before the answer, on its own.
    @GET
    @Path("{id}")
    @RolesAllowed("legal:read")
    @ShowsPersons
    @Operation(
            operationId = "get{Record}",
            summary = "{zh} A record of the register of {en}",
            description =
                    "Texts that may name persons are shown for persons:read with a purpose in"
                            + " Fengqiao-Purpose; such a reading is audited.")
    @APIResponse(
            responseCode = "200",
            description = "记录 The record",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response get(@PathParam("id") UUID id) {
        return answers.get(id);
    }

    @POST
    @Path("{id}/correction")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "correct{Record}",
            summary = "更正{zh} Correct a record of {en}",
            description =
                    "Of a record that is not void: it then says what is given; texts that are left"
                            + " out stay. The version before stays in the history.")
    @APIResponse(
            responseCode = "200",
            description = "已更正 Corrected",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response correct(@PathParam("id") UUID id, @NotNull @Valid Correction<S> given) {
        return answers.correct(id, given);
    }

    @POST
    @Path("{id}/voiding")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "void{Record}",
            summary = "作废{zh} Void a record of {en}",
            description = "Of a record that is not void: it stays, and counts nowhere any more.")
    @APIResponse(
            responseCode = "200",
            description = "已作废 Voided",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response markVoid(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        return answers.markVoid(id, reason);
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed("legal:read")
    @ShowsPersons
    @Operation(operationId = "get{Record}History", summary = "{zh}变更历史 History of a record of {en}")
    public List<Journal.Step> history(@PathParam("id") UUID id) {
        return answers.history(id);
    }
}
