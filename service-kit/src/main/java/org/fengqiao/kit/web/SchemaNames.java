package org.fengqiao.kit.web;

import io.smallrye.openapi.api.util.FilterUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Names the schemas of a document by what they are. Several types of one simple name are numbered
 * when they are found, {@code Kind} and {@code Kind1}: a client would get classes that say nothing,
 * and other ones once a resource is added.
 */
final class SchemaNames {

    private static final String PLACE = "#/components/schemas/";
    private static final String CORRECTION = "Correction";
    private static final Pattern NUMBERED = Pattern.compile("(\\D+)\\d+");

    private final Map<String, Schema> schemas;

    private SchemaNames(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /**
     * A page is named by its items, a correction by its record, a nested type that has a namesake
     * by its owner.
     */
    static void tell(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        Map<String, String> names = new SchemaNames(schemas).better();
        FilterUtil.applyFilter(new Renaming(names), document);
        Map<String, Schema> renamed = new TreeMap<>();
        document.getComponents()
                .getSchemas()
                .forEach((name, it) -> renamed.put(names.getOrDefault(name, name), it));
        document.getComponents().setSchemas(renamed);
    }

    private Map<String, String> better() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String name : schemas.keySet()) {
            String better =
                    isPage(name)
                            ? pageOf(name)
                            : hasNamesake(name) ? owned(name) : correctionOf(name);
            // A name that is taken is left numbered: the contract's test refuses it.
            if (!schemas.containsKey(better) && !names.containsValue(better)) {
                names.put(name, better);
            }
        }
        return names;
    }

    private boolean isPage(String name) {
        Map<String, Schema> properties = schemas.get(name).getProperties();
        return name.startsWith("Page")
                && properties != null
                && properties.keySet().equals(new TreeSet<>(List.of("items", "next")))
                && properties.get("items").getItems().getRef() != null;
    }

    private String pageOf(String name) {
        String item = named(schemas.get(name).getProperties().get("items").getItems());
        String record = item.replaceFirst("(View|Item)$", "");
        // An item is what a list shows of a view; else it is what the record is called.
        boolean shown = item.endsWith("View") || schemas.containsKey(record + "View");
        return (shown ? record : item) + "Page";
    }

    /** Of the one type that all registers share, a type for each: {@code CorrectionInstitution}. */
    private String correctionOf(String name) {
        String record = name.startsWith(CORRECTION) ? name.substring(CORRECTION.length()) : "";
        return schemas.containsKey(record) ? record + CORRECTION : name;
    }

    private boolean hasNamesake(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches()
                ? schemas.containsKey(numbered.group(1))
                : schemas.containsKey(name + "1");
    }

    /** With the name of the one schema that has it; else as it is. */
    private String owned(String name) {
        List<String> owners =
                schemas.entrySet().stream()
                        .filter(it -> hasPropertyOf(it.getValue(), name))
                        .map(Entry::getKey)
                        .toList();
        return owners.size() == 1
                ? owners.get(0).replaceFirst("View$", "") + name.replaceFirst("\\d+$", "")
                : name;
    }

    private static boolean hasPropertyOf(Schema owner, String name) {
        return owner.getProperties() != null
                && owner.getProperties().values().stream()
                        .anyMatch(
                                it -> name.equals(named(it)) || name.equals(named(it.getItems())));
    }

    private static String named(Schema schema) {
        return schema == null || schema.getRef() == null
                ? null
                : schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
    }

    private record Renaming(Map<String, String> names) implements OASFilter {

        @Override
        public Schema filterSchema(Schema schema) {
            String better = names.get(named(schema));
            if (better != null) {
                schema.setRef(PLACE + better);
            }
            return schema;
        }
    }
}
