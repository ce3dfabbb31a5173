package org.fengqiao.kit.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * Says which constants stand for codes that are no names, such as {@code 01}: a generated client
 * has {@code DisputeType.MARRIAGE_FAMILY} for it, not {@code _01}.
 */
record CodeConstants(Map<String, List<String>> bySchema) {

    /** The extension that generators of clients take names from, in the order of the codes. */
    static final String NAMES = "x-enum-varnames";

    private static final DotName SCHEMA =
            DotName.createSimple(
                    org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName());

    /** The enums whose annotation lists their codes, one for each constant. */
    static CodeConstants in(IndexView index) {
        Map<String, List<String>> found = new HashMap<>();
        for (AnnotationInstance schema : index.getAnnotations(SCHEMA)) {
            AnnotationValue codes = schema.value("enumeration");
            if (codes != null && schema.target().kind() == AnnotationTarget.Kind.CLASS) {
                ClassInfo type = schema.target().asClass();
                List<String> names = type.enumConstants().stream().map(FieldInfo::name).toList();
                AnnotationValue name = schema.value("name");
                if (names.size() == codes.asStringArray().length) {
                    found.put(name == null ? type.simpleName() : name.asString(), names);
                }
            }
        }
        return new CodeConstants(found);
    }

    void tell(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        bySchema.forEach(
                (name, constants) -> {
                    if (schemas.containsKey(name)) {
                        schemas.get(name).addExtension(NAMES, constants);
                    }
                });
    }
}
