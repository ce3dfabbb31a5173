package org.fengqiao.kit.web;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The codes of a service with their labels, for programs and drop-downs. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1/code-lists")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "code-lists", description = "Codes and their labels 代码表")
class CodeListResource {

    private static final String TAG = "Version of what is answered, for If-None-Match 版本";
    private static final String UNCHANGED = "与 If-None-Match 相同，未变 Unchanged";

    private final List<View> lists;

    CodeListResource(
            @All List<CodeList> single, @All List<CodeLists> together, CodeListVersions versions) {
        this.lists =
                Stream.concat(single.stream(), together.stream().flatMap(it -> it.lists().stream()))
                        .sorted(Comparator.comparing(CodeList::name))
                        .map(it -> View.of(it, versions.of(it)))
                        .toList();
    }

    @GET
    @Operation(operationId = "listCodeLists", summary = "All code lists 全部代码表")
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            schema = @Schema(type = STRING))
    @APIResponse(
            responseCode = "200",
            description = "全部代码表 All code lists",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = TAG,
                            schema = @Schema(type = STRING)),
            content = @Content(schema = @Schema(implementation = Lists.class)))
    @APIResponse(responseCode = "304", description = UNCHANGED)
    public Response all(@Context HttpHeaders request) {
        return unlessKnown(request, digest(), new Lists(lists));
    }

    @GET
    @Path("{name}")
    @Operation(operationId = "getCodeList", summary = "One code list 一个代码表")
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            schema = @Schema(type = STRING))
    @APIResponse(
            responseCode = "200",
            description = "代码表 The list",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = TAG,
                            schema = @Schema(type = STRING)),
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "304", description = UNCHANGED)
    public Response one(@PathParam("name") String name, @Context HttpHeaders request) {
        View list =
                lists.stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        return unlessKnown(request, String.valueOf(list.version()), list);
    }

    // Not by the framework: it would answer an If-Match, too, with a 412 that has no body.
    private static Response unlessKnown(HttpHeaders request, String tag, Object entity) {
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        boolean same = known != null && (known.equals("*") || known.contains('"' + tag + '"'));
        return (same ? Response.notModified() : Response.ok(entity))
                .tag(new EntityTag(tag))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** Of all lists together: another one as soon as one of them has another version. */
    private String digest() {
        String versions =
                lists.stream()
                        .map(it -> it.name() + ":" + it.version())
                        .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(versions.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Schema(name = "CodeLists")
    record Lists(List<View> items) {}

    /** New values may appear: read an unknown code as a code without a label. */
    @Schema(name = "CodeList")
    record View(String name, int version, String zh, String en, List<Value> values) {

        static View of(CodeList list, int version) {
            List<Value> values =
                    list.values().stream()
                            .map(it -> new Value(it.code(), it.zh(), it.en(), it.validUntil()))
                            .toList();
            return new View(list.name(), version, list.zh(), list.en(), values);
        }
    }

    @Schema(name = "CodeListValue")
    record Value(String code, String zh, String en, LocalDate validUntil) {}
}
