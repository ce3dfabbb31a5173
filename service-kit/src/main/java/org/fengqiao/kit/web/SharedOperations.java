package org.fengqiao.kit.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Tells of operations that several resources inherit from one class. Their words hold the
 * resource's own in braces: {@code {Record}} for the body that is posted to the resource, {@code
 * {Records}} for its path, {@code {zh}} and {@code {en}} for the description of its tag.
 */
final class SharedOperations {

    private static final Pattern LETTER = Pattern.compile("(?:^|-)([a-z])");

    private SharedOperations() {}

    static void tell(OpenAPI document) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (document.getTags() != null) {
            document.getTags().forEach(it -> tags.put(it.getName(), it.getDescription()));
        }
        document.getPaths()
                .getPathItems()
                .forEach(
                        (path, item) ->
                                item.getOperations()
                                        .values()
                                        .forEach(it -> tell(document, path, it, tags)));
    }

    private static void tell(
            OpenAPI document, String path, Operation operation, Map<String, String> tags) {
        if (operation.getOperationId() == null || !operation.getOperationId().contains("{")) {
            return;
        }
        String resource = path.replaceFirst("/\\{.*", "");
        String[] tag = tags.get(operation.getTags().get(0)).split(" ", 2);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("{Record}", posted(document, resource));
        words.put("{Records}", capitalized(resource.substring(resource.lastIndexOf('/') + 1)));
        words.put("{zh}", tag[0]);
        words.put("{en}", tag[1].substring(0, 1).toLowerCase(Locale.ROOT) + tag[1].substring(1));
        operation.setOperationId(filled(operation.getOperationId(), words));
        operation.setSummary(filled(operation.getSummary(), words));
        if (operation.getDescription() != null) {
            operation.setDescription(filled(operation.getDescription(), words));
        }
        operation.getResponses().getAPIResponses().values().forEach(it -> fill(it, words));
    }

    private static void fill(APIResponse response, Map<String, String> words) {
        if (response.getContent() == null) {
            return;
        }
        for (MediaType media : response.getContent().getMediaTypes().values()) {
            Schema schema = media.getSchema();
            if (schema != null && schema.getRef() != null) {
                schema.setRef(filled(schema.getRef(), words));
            }
        }
    }

    private static String posted(OpenAPI document, String resource) {
        Operation post = document.getPaths().getPathItem(resource).getPOST();
        String ref =
                post.getRequestBody()
                        .getContent()
                        .getMediaTypes()
                        .values()
                        .iterator()
                        .next()
                        .getSchema()
                        .getRef();
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    private static String capitalized(String kebab) {
        return LETTER.matcher(kebab).replaceAll(it -> it.group(1).toUpperCase(Locale.ROOT));
    }

    private static String filled(String text, Map<String, String> words) {
        String filled = text;
        for (Entry<String, String> it : words.entrySet()) {
            filled = filled.replace(it.getKey(), it.getValue());
        }
        return filled;
    }
}
