package org.fengqiao.kit.web;

import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The codes of a service with their labels, for programs and drop-downs. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1/code-lists")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "code-lists", description = "Codes and their labels 代码表")
class CodeListResource {

    private final List<CodeList> lists;

    CodeListResource(@All List<CodeList> single, @All List<CodeLists> together) {
        this.lists =
                Stream.concat(single.stream(), together.stream().flatMap(it -> it.lists().stream()))
                        .sorted(Comparator.comparing(CodeList::name))
                        .toList();
    }

    @GET
    @Operation(operationId = "listCodeLists", summary = "All code lists 全部代码表")
    public Lists all() {
        return new Lists(lists.stream().map(View::of).toList());
    }

    @GET
    @Path("{name}")
    @Operation(operationId = "getCodeList", summary = "One code list 一个代码表")
    public View one(@PathParam("name") String name) {
        return lists.stream()
                .filter(it -> it.name().equals(name))
                .map(View::of)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    @Schema(name = "CodeLists")
    record Lists(List<View> items) {}

    /** New values may appear: read an unknown code as a code without a label. */
    @Schema(name = "CodeList")
    record View(String name, String zh, String en, List<Value> values) {

        static View of(CodeList list) {
            List<Value> values =
                    list.values().stream()
                            .map(it -> new Value(it.code(), it.zh(), it.en()))
                            .toList();
            return new View(list.name(), list.zh(), list.en(), values);
        }
    }

    @Schema(name = "CodeListValue")
    record Value(String code, String zh, String en) {}
}
