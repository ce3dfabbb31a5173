package org.fengqiao.kit.web;

import io.quarkus.security.Authenticated;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.fengqiao.kit.security.AlsoRequires;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.Purpose;
import org.fengqiao.kit.security.ShowsPersons;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Says in the OpenAPI document what the kit does for every operation: its problems, its scopes
 * ({@code x-required-scopes}), its idempotency key; and keeps the document free of null.
 */
@OpenApiFilter(
        stages = OpenApiFilter.RunStage.BUILD,
        documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class OpenApiContract implements OASFilter {

    /**
     * Extension with the scopes that the caller's token needs one of; empty where any token will
     * do.
     */
    static final String REQUIRED_SCOPES = "x-required-scopes";

    /** Extension with the scopes that it needs beside those, each of them. */
    static final String ALSO_REQUIRED_SCOPES = "x-also-required-scopes";

    private static final String BEARER = "bearer";
    private static final String PURPOSE_SCHEMA = "Purpose";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String IF_MATCH = "If-Match";
    private static final DotName OPERATION =
            DotName.createSimple(
                    org.eclipse.microprofile.openapi.annotations.Operation.class.getName());
    private static final DotName ROLES_ALLOWED = DotName.createSimple(RolesAllowed.class);
    private static final DotName RETIRING = DotName.createSimple(Retiring.class);
    private static final DotName AUTHENTICATED = DotName.createSimple(Authenticated.class);

    private final Map<String, List<String>> scopes = new HashMap<>();
    private final Map<String, String> also = new HashMap<>();
    private final Set<String> repeatable = new HashSet<>();
    private final Set<String> showing = new HashSet<>();
    private final Map<String, Retirement> retiring = new HashMap<>();
    private final CodeConstants constants;

    /**
     * @param index the application's classes; Quarkus passes it at build time
     */
    public OpenApiContract(IndexView index) {
        constants = CodeConstants.in(index);
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            AnnotationValue id = operation.value("operationId");
            if (id != null && operation.target().kind() == AnnotationTarget.Kind.METHOD) {
                learn(id.asString(), operation.target().asMethod());
            }
        }
    }

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getType() != null && schema.getType().contains(SchemaType.NULL)) {
            schema.setType(schema.getType().stream().filter(it -> it != SchemaType.NULL).toList());
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Set<Integer> statuses = new TreeSet<>();
        Map<String, PathItem> paths = document.getPaths().getPathItems();
        for (Map.Entry<String, PathItem> path : paths.entrySet()) {
            path.getValue()
                    .getOperations()
                    .forEach((method, it) -> statuses.addAll(complete(path.getKey(), method, it)));
        }
        paths.forEach((path, item) -> tagVersions(paths, path, item));
        // Paths begin with the service; where it is served is the operator's.
        document.setServers(List.of(OASFactory.createServer().url("/")));
        Components components = document.getComponents();
        components.addSecurityScheme(BEARER, bearer());
        if (!showing.isEmpty()) {
            components.addSchema(PURPOSE_SCHEMA, purposes());
        }
        components.addSchema("Problem", problem());
        components.addSchema("ProblemPlace", place());
        statuses.forEach(it -> components.addResponse("Problem" + it, response(it)));
        SharedOperations.tell(document);
        constants.tell(document);
        SchemaNames.tell(document);
        ApiTexts.add(document);
    }

    private static SecurityScheme bearer() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(BEARER)
                .bearerFormat("JWT")
                .description(
                        "Access token of the operator's OIDC provider, validated as RFC8725 asks"
                                + " 访问令牌");
    }

    private Set<Integer> complete(String path, PathItem.HttpMethod method, Operation operation) {
        boolean secured = secure(operation);
        boolean command =
                secured
                        && method == PathItem.HttpMethod.POST
                        && !repeatable.contains(operation.getOperationId());
        if (command) {
            require(
                    operation,
                    IDEMPOTENCY_KEY,
                    "Client's unique key of this request, 8 to 200 visible ASCII characters 幂等键",
                    "0191c2d4-7a10-7c44-9d0f-3f1f8a6b2c11");
        }
        if (command && path.contains("{")) {
            require(operation, IF_MATCH, "The ETag that was read 读取时的 ETag", "\"7\"");
        }
        if (showing.contains(operation.getOperationId())) {
            require(
                    operation,
                    Caller.PURPOSE,
                    "Why personal data are read, a code of the list purposes; without it they are"
                            + " masked or left out. Such a read is audited. 查阅个人信息的用途",
                    Purpose.values()[0].code());
            find(operation, Caller.PURPOSE)
                    .required(false)
                    .schema(OASFactory.createSchema().ref(PURPOSE_SCHEMA));
        }
        tellFiles(operation);
        Set<Integer> statuses = statuses(path, method, operation, secured);
        Retirement retirement = retiring.get(operation.getOperationId());
        if (retirement != null) {
            retirement.tell(operation);
            statuses.add(Retirement.GONE);
        }
        for (int status : statuses) {
            APIResponse declared = operation.getResponses().getAPIResponse(String.valueOf(status));
            if (declared == null) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                String.valueOf(status),
                                OASFactory.createAPIResponse().ref("Problem" + status));
            }
        }
        return statuses;
    }

    /** A record that takes steps comes with the ETag that the next step has to state. */
    private static void tagVersions(Map<String, PathItem> paths, String path, PathItem item) {
        Operation get = item.getGET();
        boolean record =
                get != null && paths.keySet().stream().anyMatch(it -> isStepOf(paths, path, it));
        if (record) {
            head(get, "200", "ETag", "Version of the record, for If-Match 记录版本");
        }
        Operation post = item.getPOST();
        if (post != null && find(post, IDEMPOTENCY_KEY) != null) {
            String status = find(post, IF_MATCH) != null ? "200" : "201";
            head(post, status, "ETag", "Version of the record, for If-Match 记录版本");
        }
        if (post != null) {
            head(post, "201", "Location", "Address of the new record 新记录的地址");
            head(post, "202", "Location", "Address to ask for progress 查询进度的地址");
        }
    }

    private static boolean isStepOf(Map<String, PathItem> paths, String record, String path) {
        Operation post = paths.get(path).getPOST();
        return path.startsWith(record + "/") && post != null && find(post, IF_MATCH) != null;
    }

    private static void head(Operation operation, String status, String name, String description) {
        APIResponse answer = operation.getResponses().getAPIResponse(status);
        if (answer != null) {
            answer.addHeader(
                    name, OASFactory.createHeader().description(description).schema(text()));
        }
    }

    private static Set<Integer> statuses(
            String path, PathItem.HttpMethod method, Operation operation, boolean secured) {
        // 401 for a bad token, also where none is asked for.
        Set<Integer> statuses = new TreeSet<>(List.of(400, 401, 406, 429, 500, 503));
        if (secured) {
            statuses.add(403);
        }
        if (path.contains("{") || find(operation, "division") != null) {
            statuses.add(404);
        }
        if (method != PathItem.HttpMethod.GET) {
            statuses.addAll(List.of(409, 422));
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(408, 413, 415));
        }
        if (find(operation, IF_MATCH) != null) {
            statuses.addAll(List.of(412, 428));
        }
        return statuses;
    }

    /** A workbook or table: bytes. */
    private static void tellFiles(Operation operation) {
        for (APIResponse answer : operation.getResponses().getAPIResponses().values()) {
            if (answer.getContent() != null) {
                answer.getContent().getMediaTypes().values().stream()
                        .filter(it -> it.getSchema() == null)
                        .forEach(it -> it.setSchema(text().format("binary")));
            }
        }
    }

    private boolean secure(Operation operation) {
        List<String> required = scopes.get(operation.getOperationId());
        if (required == null) {
            // Said, so that nobody takes it for forgotten.
            operation.setSecurity(List.of());
            return false;
        }
        // An HTTP scheme may not list scopes in the requirement itself.
        operation.setSecurity(
                List.of(OASFactory.createSecurityRequirement().addScheme(BEARER, List.of())));
        operation.addExtension(REQUIRED_SCOPES, required);
        if (also.containsKey(operation.getOperationId())) {
            operation.addExtension(
                    ALSO_REQUIRED_SCOPES, List.of(also.get(operation.getOperationId())));
        }
        return true;
    }

    private void learn(String operationId, MethodInfo method) {
        List<String> required = scopesOf(method.declaredAnnotations());
        if (required == null && !method.hasDeclaredAnnotation(PermitAll.class)) {
            required = scopesOf(method.declaringClass().declaredAnnotations());
        }
        scopes.put(operationId, required);
        if (method.hasDeclaredAnnotation(AlsoRequires.class)) {
            also.put(
                    operationId,
                    AlsoRequired.scope(
                            method.declaredAnnotation(DotName.createSimple(AlsoRequires.class))
                                    .value()
                                    .asString()));
        }
        if (method.hasDeclaredAnnotation(HarmlessToRepeat.class)) {
            repeatable.add(operationId);
        }
        if (method.hasDeclaredAnnotation(ShowsPersons.class)) {
            showing.add(operationId);
        }
        AnnotationInstance retirement = method.declaredAnnotation(RETIRING);
        if (retirement != null) {
            retiring.put(operationId, Retirement.of(retirement));
        }
    }

    /** The scopes; none where any token will do; {@code null} where the annotations do not say. */
    private static List<String> scopesOf(Collection<AnnotationInstance> annotations) {
        for (AnnotationInstance annotation : annotations) {
            if (annotation.name().equals(ROLES_ALLOWED)) {
                return List.of(annotation.value().asStringArray());
            }
            if (annotation.name().equals(AUTHENTICATED)) {
                return List.of();
            }
        }
        return null;
    }

    private static Parameter find(Operation operation, String name) {
        return operation.getParameters() == null
                ? null
                : operation.getParameters().stream()
                        .filter(it -> name.equals(it.getName()))
                        .findFirst()
                        .orElse(null);
    }

    private static void require(
            Operation operation, String name, String description, String example) {
        Parameter parameter = find(operation, name);
        if (parameter == null) {
            parameter = OASFactory.createParameter().name(name).in(Parameter.In.HEADER);
            operation.addParameter(parameter);
        }
        parameter.required(true).description(description).schema(text()).example(example);
    }

    private static APIResponse response(int status) {
        Schema schema = OASFactory.createSchema().ref("Problem");
        APIResponse response =
                OASFactory.createAPIResponse()
                        .description(
                                Problem.title(status, true) + " " + Problem.title(status, false))
                        .content(
                                OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType().schema(schema)));
        if (status == 429 || status == 503) {
            response.addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                            .description("Seconds until it may be tried again 多少秒后可再试")
                            .schema(
                                    OASFactory.createSchema()
                                            .type(List.of(SchemaType.INTEGER))
                                            .format("int32")));
        }
        return response;
    }

    private static Schema purposes() {
        return text().enumeration(
                        Arrays.stream(Purpose.values()).<Object>map(Purpose::code).toList());
    }

    private static Schema problem() {
        return object("Why a request was refused (RFC 9457) 拒绝的原因")
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty(
                        "status",
                        OASFactory.createSchema().type(List.of(SchemaType.INTEGER)).format("int32"))
                .addProperty("detail", text())
                .addProperty("instance", text())
                .addProperty("code", text())
                .addProperty("legalBasis", text())
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.ARRAY))
                                .items(OASFactory.createSchema().ref("ProblemPlace")))
                .required(List.of("type", "title", "status", "detail", "instance", "code"));
    }

    private static Schema place() {
        return object("A faulty place of the request 有误之处")
                .addProperty("pointer", text())
                .addProperty("parameter", text())
                .addProperty("code", text())
                .addProperty("detail", text())
                .required(List.of("code", "detail"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().type(List.of(SchemaType.OBJECT)).description(description);
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }
}
