package org.fengqiao.mediation.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.fengqiao.kit.web.Coded;
import org.fengqiao.testkit.GoldenFile;
import org.junit.jupiter.api.Test;

/** The events as a contract, drawn from the very records that are written to the topics. */
class AsyncApiTest {

    private static final Map<String, String> EVENTS = new LinkedHashMap<>();

    static {
        EVENTS.put("mediation.case.v1", "org.fengqiao.mediation.cases.CaseEvent");
        EVENTS.put("mediation.committee.v1", "org.fengqiao.mediation.committees.Committee$Event");
        EVENTS.put("mediation.mediator.v1", "org.fengqiao.mediation.committees.Mediator$Event");
        EVENTS.put("mediation.screening.v1", "org.fengqiao.mediation.screenings.Screening$Event");
        EVENTS.put("mediation.meeting.v1", "org.fengqiao.mediation.meetings.Meeting$Event");
    }

    @Test
    void theDocumentIsCurrent() throws ClassNotFoundException {
        StringBuilder page = new StringBuilder(head());
        page.append("channels:\n");
        for (String topic : EVENTS.keySet()) {
            page.append(
                    "  %1$s:\n    address: %1$s\n    messages:\n      state:\n".formatted(topic));
            page.append("        $ref: '#/components/messages/%s'\n".formatted(topic));
        }
        page.append("operations:\n");
        for (String topic : EVENTS.keySet()) {
            String name = topic.replace('.', '-');
            page.append("  send-%s:\n    action: send\n    channel:\n".formatted(name));
            page.append("      $ref: '#/channels/%s'\n".formatted(topic));
        }
        page.append("components:\n  messages:\n");
        for (Map.Entry<String, String> event : EVENTS.entrySet()) {
            page.append(message(event.getKey(), Class.forName(event.getValue())));
        }
        GoldenFile.inRepository("docs/generated/asyncapi/mediation.yaml").matches(page.toString());
    }

    /** No person in an event: the fields are known, and none of them names anybody. */
    @Test
    void noFieldNamesAPerson() throws ClassNotFoundException {
        List<String> suspicious = new ArrayList<>();
        for (String type : EVENTS.values()) {
            fields(Class.forName(type)).keySet().stream()
                    .filter(it -> it.matches("(?i).*(name|phone|address|identity|summary|text).*"))
                    .forEach(suspicious::add);
        }
        assertEquals(List.of(), suspicious);
    }

    /**
     * No free text in an event: a text is a division, a code of the eighteen types, or a number.
     */
    @Test
    void noFieldIsFreeText() throws ClassNotFoundException {
        TreeSet<String> texts = new TreeSet<>();
        for (String type : EVENTS.values()) {
            fields(Class.forName(type)).entrySet().stream()
                    .filter(it -> it.getValue().contains("{type: string}"))
                    .forEach(it -> texts.add(it.getKey()));
        }
        assertEquals(List.of("caseNumber", "disputeType", "division", "place"), List.copyOf(texts));
    }

    private static String head() {
        return """
        asyncapi: 3.0.0
        info:
          title: Fengqiao mediation events 人民调解事件
          version: 1.0.0
          description: >-
            One event per record and transaction: the record as it now stands. CloudEvents 1.0 in
            binary content mode; key = record id; topics are compacted and kept for ever. Fields are
            only ever added, and optional. Drawn by AsyncApiTest from the records themselves.
          license:
            name: Apache-2.0
        defaultContentType: application/json
        """;
    }

    private static String message(String topic, Class<?> type) {
        StringBuilder yaml = new StringBuilder("    %s:\n".formatted(topic));
        yaml.append("      name: ").append(topic).append("\n      contentType: application/json\n");
        yaml.append(
                "      headers:\n        type: object\n        required: [ce_specversion, ce_id, ");
        yaml.append("ce_source, ce_type, ce_subject, ce_time, ce_dataschema, ce_recordversion]\n");
        yaml.append("        properties:\n");
        for (String header :
                List.of(
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_subject",
                        "ce_time",
                        "ce_dataschema",
                        "ce_recordversion")) {
            yaml.append("          %s: {type: string}\n".formatted(header));
        }
        yaml.append(
                "      payload:\n        type: object\n        required: [id, version, voided]\n");
        yaml.append("        properties:\n");
        fields(type)
                .forEach(
                        (name, schema) ->
                                yaml.append("          %s: %s\n".formatted(name, schema)));
        return yaml.toString();
    }

    private static Map<String, String> fields(Class<?> type) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean unwrapped =
                    component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                            || component.isAnnotationPresent(JsonUnwrapped.class);
            if (unwrapped) {
                fields.putAll(fields(component.getType()));
            } else {
                fields.put(component.getName(), schema(component));
            }
        }
        return fields;
    }

    private static String schema(RecordComponent component) {
        Class<?> type = component.getType();
        if (Collection.class.isAssignableFrom(type)) {
            Type item =
                    ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return "{type: array, items: %s}".formatted(schema((Class<?>) item));
        }
        return schema(type);
    }

    private static String schema(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return "{type: integer}";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "{type: boolean}";
        }
        if (type == BigDecimal.class) {
            return "{type: number}";
        }
        if (type == LocalDate.class) {
            return "{type: string, format: date}";
        }
        if (type == UUID.class) {
            return "{type: string, format: uuid}";
        }
        if (type.isEnum()) {
            TreeSet<String> codes = new TreeSet<>();
            for (Object constant : type.getEnumConstants()) {
                codes.add(((Coded) constant).code());
            }
            return "{type: string, description: 'open list: %s'}"
                    .formatted(String.join(" ", codes));
        }
        return "{type: string}";
    }
}
