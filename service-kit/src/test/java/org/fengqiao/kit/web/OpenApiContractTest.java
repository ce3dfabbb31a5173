package org.fengqiao.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.fengqiao.kit.security.ShowsPersons;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class OpenApiContractTest {

    private static final String RECORD = "/things/{id}/acceptance";

    @Authenticated
    static class Things {
        @RolesAllowed("things:write")
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "acceptThing")
        public void accept() {}

        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "listThings")
        public void list() {}

        @HarmlessToRepeat
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "retryThing")
        public void retry() {}

        @ShowsPersons
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "getThing")
        public void get() {}

        @Retiring(since = "2027-03-01", until = "2028-03-01", successor = "/things/v2")
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "countThings")
        public void count() {}

        @PermitAll
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "calculate")
        public void calculate() {}
    }

    @Test
    void aCommandNamesItsScopeItsHeadersAndItsProblems() throws IOException {
        Operation accept = completed("acceptThing", RECORD, HttpMethod.POST);
        assertEquals(List.of("things:write"), accept.getExtensions().get("x-required-scopes"));
        assertEquals(Map.of("bearer", List.of()), accept.getSecurity().get(0).getSchemes());
        assertEquals(
                List.of("Idempotency-Key", "If-Match"),
                accept.getParameters().stream().map(Parameter::getName).toList());
        assertEquals(
                Set.of(
                        "400", "401", "403", "404", "406", "409", "412", "422", "428", "429", "500",
                        "503"),
                accept.getResponses().getAPIResponses().keySet());
    }

    @Test
    void aReadTakesAnyTokenWhereTheClassSaysSo() throws IOException {
        Operation list = completed("listThings", "/things", HttpMethod.GET);
        assertEquals(List.of(), list.getExtensions().get("x-required-scopes"));
        assertNull(list.getParameters());
        assertEquals(
                Set.of("400", "401", "403", "406", "429", "500", "503"),
                list.getResponses().getAPIResponses().keySet());
    }

    @Test
    void anOpenOperationAsksForNoTokenAndNoKey() throws IOException {
        Operation open = completed("calculate", "/calculations", HttpMethod.POST);
        assertEquals(List.of(), open.getSecurity());
        assertNull(open.getParameters());
        // None is needed; a bad one is refused all the same.
        assertTrue(open.getResponses().hasAPIResponse("401"));
        assertFalse(open.getResponses().hasAPIResponse("403"));
    }

    @Test
    void whatIsHarmlessToRepeatTakesNeitherKeyNorVersion() throws IOException {
        Operation retry = completed("retryThing", RECORD, HttpMethod.POST);
        assertNull(retry.getParameters());
        assertEquals(
                Set.of("400", "401", "403", "404", "406", "409", "422", "429", "500", "503"),
                retry.getResponses().getAPIResponses().keySet());
    }

    @Test
    void whatShowsPersonsNamesTheHeaderOfThePurpose() throws IOException {
        OpenAPI document = document("getThing", "/things/{id}", HttpMethod.GET);
        contract().filterOpenAPI(document);
        Operation get = document.getPaths().getPathItem("/things/{id}").getGET();
        Parameter purpose = get.getParameters().get(0);
        assertEquals("Fengqiao-Purpose", purpose.getName());
        assertFalse(purpose.getRequired());
        assertEquals("#/components/schemas/Purpose", purpose.getSchema().getRef());
        Schema purposes = document.getComponents().getSchemas().get("Purpose");
        assertTrue(purposes.getEnumeration().contains("CASE_HANDLING"));
    }

    @Test
    void aRecordThatTakesStepsComesWithItsTag() throws IOException {
        OpenAPI document = document("acceptThing", RECORD, HttpMethod.POST);
        Operation get = operation("getThing");
        Operation post = document.getPaths().getPathItem(RECORD).getPOST();
        get.getResponses().addAPIResponse("200", OASFactory.createAPIResponse());
        post.getResponses().addAPIResponse("200", OASFactory.createAPIResponse());
        document.getPaths().addPathItem("/things/{id}", OASFactory.createPathItem().GET(get));
        contract().filterOpenAPI(document);
        for (Operation it : List.of(get, post)) {
            assertEquals(
                    Set.of("ETag"), it.getResponses().getAPIResponse("200").getHeaders().keySet());
        }
    }

    @Test
    void runningTwiceChangesNothing() throws IOException {
        OpenApiContract contract = contract();
        OpenAPI document = document("acceptThing", RECORD, HttpMethod.POST);
        contract.filterOpenAPI(document);
        String once = document.toString();
        contract.filterOpenAPI(document);
        assertEquals(once, document.toString());
    }

    @Test
    void anOperationThatRetiresIsMarkedAndSaysWhen() throws IOException {
        OpenAPI document = document("countThings", "/things", HttpMethod.GET);
        Operation count = document.getPaths().getPathItem("/things").getGET();
        count.getResponses().addAPIResponse("200", OASFactory.createAPIResponse());
        contract().filterOpenAPI(document);
        assertTrue(count.getDeprecated());
        assertEquals("2028-03-01", count.getExtensions().get("x-sunset"));
        assertTrue(count.getDescription().contains("2028-03-01起停用（410），改用/things/v2"));
        assertEquals(
                Set.of("Deprecation", "Sunset", "Link"),
                count.getResponses().getAPIResponse("200").getHeaders().keySet());
        assertTrue(count.getResponses().hasAPIResponse("410"));
        Operation list = completed("listThings", "/things", HttpMethod.GET);
        assertNull(list.getDeprecated());
        assertFalse(list.getResponses().hasAPIResponse("410"));
    }

    @Test
    void clientsHaveTwelveMonthsToLeave() {
        LocalDate since = LocalDate.parse("2027-03-01");
        assertThrows(
                IllegalArgumentException.class,
                () -> new Retirement(since, since.plusMonths(12).minusDays(1), ""));
    }

    enum Colour {
        RED,
        BLUE
    }

    @org.eclipse.microprofile.openapi.annotations.media.Schema(enumeration = {"01", "02"})
    enum Numbered {
        FIRST,
        SECOND
    }

    @Test
    void aCodeThatIsNoNameHasItsConstant() throws IOException {
        OpenAPI document = document("listThings", "/things", HttpMethod.GET);
        document.setComponents(
                OASFactory.createComponents()
                        .addSchema("Numbered", OASFactory.createSchema())
                        .addSchema("Colour", OASFactory.createSchema()));
        new OpenApiContract(Index.of(Things.class, Numbered.class, Colour.class))
                .filterOpenAPI(document);
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        assertEquals(
                List.of("FIRST", "SECOND"),
                schemas.get("Numbered").getExtensions().get("x-enum-varnames"));
        assertNull(schemas.get("Colour").getExtensions());
    }

    @Test
    void aCorrectionIsNamedByItsRecordAndAPageKeepsTheNameOfARecord() throws IOException {
        OpenAPI document = document("listThings", "/things", HttpMethod.GET);
        document.setComponents(
                OASFactory.createComponents()
                        .addSchema("PlanItem", OASFactory.createSchema())
                        .addSchema("CorrectionPlanItem", OASFactory.createSchema())
                        .addSchema("PagePlanItem", page("PlanItem"))
                        .addSchema("PetitionItem", OASFactory.createSchema())
                        .addSchema("PetitionView", OASFactory.createSchema())
                        .addSchema("PagePetitionItem", page("PetitionItem")));
        contract().filterOpenAPI(document);
        Set<String> names = document.getComponents().getSchemas().keySet();
        assertTrue(
                names.containsAll(Set.of("PlanItemCorrection", "PlanItemPage", "PetitionPage")),
                names::toString);
    }

    @Test
    void noSchemaIsNullable() throws IOException {
        Schema schema = OASFactory.createSchema().type(List.of(SchemaType.STRING, SchemaType.NULL));
        assertEquals(List.of(SchemaType.STRING), contract().filterSchema(schema).getType());
    }

    @Test
    void aPageIsNamedByItsItemsAndANamesakeByItsOwner() throws IOException {
        OpenAPI document = document("listThings", "/things", HttpMethod.GET);
        document.setComponents(
                OASFactory.createComponents()
                        .addSchema("PageView1", page("CommitteeView"))
                        .addSchema("Kind", OASFactory.createSchema())
                        .addSchema("Kind1", OASFactory.createSchema())
                        .addSchema("CommitteeView", object("kind", reference("Kind1")))
                        .addSchema("CalendarDay", object("kind", reference("Kind"))));
        contract().filterOpenAPI(document);
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        assertEquals(
                Set.of(
                        "CalendarDay",
                        "CalendarDayKind",
                        "CommitteeKind",
                        "CommitteePage",
                        "CommitteeView",
                        "Problem",
                        "ProblemPlace",
                        "Purpose"),
                schemas.keySet());
        assertEquals(
                "#/components/schemas/CommitteeKind",
                schemas.get("CommitteeView").getProperties().get("kind").getRef());
    }

    @Test
    void aPropertyHasItsWordUnlessItsAnnotationSaysMore() throws IOException {
        OpenAPI document = document("getThing", "/things/{id}", HttpMethod.GET);
        Schema said = OASFactory.createSchema().description("其号 Its number");
        document.setComponents(
                OASFactory.createComponents()
                        .addSchema("Thing", object("id", said))
                        .addSchema("Other", object("id", reference("UUID")))
                        .addSchema("HistoryStep", object("version", OASFactory.createSchema())));
        contract().filterOpenAPI(document);
        assertEquals("其号 Its number", property(document, "Thing", "id").getDescription());
        Schema plain = property(document, "Other", "id");
        assertEquals("编号（UUIDv7） Id, a UUIDv7", plain.getDescription());
        assertEquals("#/components/schemas/UUID", plain.getRef());
        assertTrue(
                property(document, "HistoryStep", "version")
                        .getDescription()
                        .endsWith("Version of the record after this step"));
    }

    private static Schema property(OpenAPI document, String schema, String name) {
        return document.getComponents().getSchemas().get(schema).getProperties().get(name);
    }

    private static Schema page(String item) {
        return object("items", OASFactory.createSchema().items(reference(item)))
                .addProperty("next", OASFactory.createSchema());
    }

    private static Schema object(String property, Schema schema) {
        return OASFactory.createSchema().addProperty(property, schema);
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(name);
    }

    private static Operation completed(String operationId, String path, HttpMethod method)
            throws IOException {
        OpenAPI document = document(operationId, path, method);
        contract().filterOpenAPI(document);
        return document.getPaths().getPathItem(path).getOperations().get(method);
    }

    private static OpenAPI document(String operationId, String path, HttpMethod method) {
        Operation operation = operation(operationId);
        PathItem item = OASFactory.createPathItem();
        item.setOperation(method, operation);
        return OASFactory.createOpenAPI().paths(OASFactory.createPaths().addPathItem(path, item));
    }

    private static Operation operation(String id) {
        return OASFactory.createOperation()
                .operationId(id)
                .responses(OASFactory.createAPIResponses());
    }

    private static OpenApiContract contract() throws IOException {
        return new OpenApiContract(Index.of(Things.class));
    }
}
