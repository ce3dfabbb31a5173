package org.fengqiao.mediation.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.kit.security.ShowsPersons;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.kit.web.Page;
import org.fengqiao.kit.web.Refusal;

/** Search by a person: by blind index, never in a URL, and audited. */
@Path("v1/searches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases", description = "调解案件 Mediation cases")
public class SearchResource {

    private static final int MOST = 200;

    /** Exactly one of the three; the whole value, since an index knows no parts. */
    @Schema(name = "PersonSearch", examples = "{\"name\":\"张三\"}")
    record PersonSearch(
            @Size(min = 1, max = 100) String name,
            @Size(min = 1, max = 18) String identityNumber,
            @Size(min = 1, max = 40) String phone) {}

    private final MediationCases cases;
    private final CasePersons persons;
    private final Caller caller;
    private final ReadAudit readAudit;

    SearchResource(MediationCases cases, CasePersons persons, Caller caller, ReadAudit readAudit) {
        this.cases = cases;
        this.persons = persons;
        this.caller = caller;
        this.readAudit = readAudit;
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
        if (!caller.mayReadPersons()) {
            throw Refusal.of(
                    403,
                    "PURPOSE_REQUIRED",
                    "请在请求头 Fengqiao-Purpose 注明用途",
                    "State a purpose in the header Fengqiao-Purpose");
        }
        readAudit.record("searchCasesByPerson", MediationCase.KIND, "-", ReadAudit.Result.SHOWN);
        return new Page<>(
                cases.searchByPerson(caller.scope(), indexes(search), MOST).stream()
                        .map(CaseView.Item::of)
                        .toList(),
                null);
    }

    private List<String> indexes(PersonSearch search) {
        List<String> given =
                Stream.of(search.name(), search.identityNumber(), search.phone())
                        .filter(it -> it != null)
                        .toList();
        if (given.size() != 1) {
            throw Refusal.of(
                    400,
                    "ONE_CRITERION",
                    "姓名、身份证号、电话须且只须填一项",
                    "Give exactly one of name, identityNumber and phone");
        }
        if (search.name() != null) {
            return persons.indexes("name", search.name());
        }
        return search.phone() == null
                ? persons.indexes("identityNumber", search.identityNumber())
                : persons.indexes("phone", search.phone());
    }
}
