package org.fengqiao.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedList;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.model.Endpoint;

/**
 * What a client of the older of two OpenAPI documents would trip over, one sentence each.
 *
 * <p>openapi-diff finds it, with two readings of ours: a new value of an enum is none, for enums
 * are open; a field that is gone is one on either side, for answers have only optional fields, and
 * bodies are read strictly.
 */
final class BrokenPromises {

    private static final OpenApiDiffOptions OPTIONS =
            OpenApiDiffOptions.builder()
                    .configProperty("incompatible.response.enum.increased", "false")
                    .build();

    private final List<String> found = new ArrayList<>();

    private BrokenPromises() {}

    /**
     * @param released the older document, YAML or JSON
     * @param current the newer one
     */
    static List<String> between(String released, String current) {
        ChangedOpenApi all = OpenApiCompare.fromContents(released, current, null, OPTIONS);
        BrokenPromises promises = new BrokenPromises();
        for (Endpoint it : all.getMissingEndpoints()) {
            promises.found.add(
                    it.getOperation().getOperationId()
                            + ": "
                            + it.getMethod()
                            + " "
                            + it.getPathUrl()
                            + " is gone");
        }
        for (ChangedOperation it : all.getChangedOperations()) {
            promises.look(it, it.getOldOperation().getOperationId() + ":");
        }
        return promises.found.stream().distinct().toList();
    }

    private void look(Changed change, String at) {
        if (change instanceof ChangedSchema schema) {
            look(schema, at);
        } else if (change instanceof ChangedList<?> list) {
            if (list.isItemsChanged().isIncompatible()) {
                found.add(
                        "%s %s lacks %s and has %s anew"
                                .formatted(at, name(list), list.getMissing(), list.getIncreased()));
            }
        } else if (change instanceof ComposedChanged composed) {
            if (composed.isCoreChanged().isIncompatible()) {
                found.add(at + " " + told(composed));
            }
            String within = composed instanceof ChangedParameter it ? at + " " + it.getName() : at;
            composed.getChangedElements().stream()
                    .filter(it -> it != null)
                    .forEach(it -> look(it, within));
        } else if (change.isIncompatible()) {
            found.add(at + " another " + name(change));
        }
    }

    private void look(ChangedSchema schema, String at) {
        if (schema.isChangedType() || schema.isCoreChanged().isIncompatible()) {
            found.add(
                    "%s was %s and is %s"
                            .formatted(
                                    at,
                                    schema.getOldSchema().getType(),
                                    schema.getNewSchema().getType()));
        }
        gone(schema.getMissingProperties(), at);
        for (Entry<String, ChangedSchema> it : schema.getChangedProperties().entrySet()) {
            look(it.getValue(), at + "/" + it.getKey());
        }
        schema.getChangedElements().stream()
                .filter(it -> it != null && !schema.getChangedProperties().containsValue(it))
                .forEach(it -> look(it, at));
    }

    private void gone(Map<String, ?> properties, String at) {
        properties.keySet().forEach(it -> found.add(at + "/" + it + " is gone"));
    }

    private static String told(ComposedChanged change) {
        if (change instanceof ChangedParameters parameters) {
            return "parameters gone "
                    + parameters.getMissing().stream().map(it -> it.getName()).toList()
                    + ", required anew "
                    + parameters.getIncreased().stream()
                            .filter(it -> Boolean.TRUE.equals(it.getRequired()))
                            .map(it -> it.getName())
                            .toList();
        }
        return "another " + name(change);
    }

    /** {@code ChangedRequestBody}: request body. */
    private static String name(Changed change) {
        return change.getClass()
                .getSimpleName()
                .replaceFirst("^Changed", "")
                .replaceAll("(?<=.)(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
