package org.fengqiao.legal.registers;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Examples of corrections and of records as they are shown, made of what a record says. */
@OpenApiFilter(
        stages = OpenApiFilter.RunStage.BUILD,
        documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class RegisterExamples implements OASFilter {

    private static final String RECORD = "record";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        schemas.forEach(
                (name, schema) -> {
                    Object said = said(schema, schemas);
                    if (said != null && isCorrection(name)) {
                        schema.setExamples(List.of(correction(said)));
                    } else if (said != null && name.startsWith("Registered")) {
                        schema.setExamples(List.of(registered(said)));
                    }
                });
    }

    /** Whether the kit's filter, which names it by its record, has been there yet or not. */
    private static boolean isCorrection(String name) {
        return name.startsWith("Correction") || name.endsWith("Correction");
    }

    private static Object said(Schema schema, Map<String, Schema> schemas) {
        Schema record = schema.getProperties() == null ? null : schema.getProperties().get(RECORD);
        if (record == null || record.getRef() == null) {
            return null;
        }
        Schema told = schemas.get(record.getRef().substring(record.getRef().lastIndexOf('/') + 1));
        return told == null || told.getExamples() == null ? null : told.getExamples().get(0);
    }

    private static Map<String, Object> correction(Object said) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("reason", "录入有误");
        example.put(RECORD, said);
        return example;
    }

    private static Map<String, Object> registered(Object said) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("id", "0191f0a2-5b10-7c44-9d0f-3f1f8a6b2c11");
        example.put("version", 1);
        example.put("voided", false);
        example.put("enteredOn", "2024-05-12");
        example.put("personsShown", false);
        example.put(RECORD, said);
        return example;
    }
}
