package org.fengqiao.legal.advisers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.AlsoRequires;
import org.fengqiao.kit.security.ShowsPersons;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.kit.web.Page;
import org.fengqiao.legal.registers.PersonRecords;

/**
 * Whether counsel has dealt with a party before. It tells where; whether that is a conflict of
 * interest, a person decides.
 *
 * <p>Of the registers here it knows those whose records name an adviser. The parties of a mediation
 * case are mediation's: its events name no person, and a case that counsel joined is not found by
 * its parties. That nothing is found is no all-clear.
 */
@Path("v1/conflict-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "conflict-checks", description = "利益冲突检查 Checks for conflicts of interest")
public class ConflictCheckResource {

    private static final String OPERATION = "checkConflictOfInterest";

    /** Counsel, and the party that asks for them or stands against who did. */
    @Schema(
            name = "ConflictCheck",
            examples = "{\"adviserId\":\"018cc251-f400-7000-8000-000000000001\",\"name\":\"张三三\"}")
    record ConflictCheck(
            @Schema(title = "法律顾问编号 Id of the adviser") @NotNull UUID adviserId,
            @Schema(title = "当事人姓名或者名称 Name of the party") @NotBlank @Size(max = 100)
                    String name) {}

    private final PersonRecords records;

    ConflictCheckResource(PersonRecords records) {
        this.records = records;
    }

    @POST
    @RolesAllowed("legal:read")
    @AlsoRequires("persons:read")
    @HarmlessToRepeat
    @ShowsPersons
    @Operation(
            operationId = OPERATION,
            summary = "利益冲突检查 Records that name both an adviser and a party",
            description =
                    "Needs persons:read and a purpose in Fengqiao-Purpose; audited. Of the caller's"
                            + " area and the registers whose records name an adviser, void records"
                            + " left out; at most 200, newest first. Not searched: registers that"
                            + " name no adviser, and the parties of mediation cases, which are"
                            + " mediation's; an empty answer is no all-clear."
                            + " 不含人民调解案件的当事人，无结果不等于无冲突."
                            + " 422 for an adviser that is not known there.")
    public Page<PersonRecords.Found> check(@NotNull @Valid ConflictCheck given) {
        return records.namingBoth(given.adviserId(), given.name(), OPERATION);
    }
}
