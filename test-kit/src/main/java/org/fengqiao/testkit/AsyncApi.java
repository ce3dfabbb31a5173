package org.fengqiao.testkit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.fengqiao.kit.web.Coded;

/** The events of a service as a contract, drawn from the very records that are written. */
public final class AsyncApi {

    private final String title;

    /** What a kind's event says, by the kind; and where it is published. */
    private final Map<String, Map<String, String>> events = new LinkedHashMap<>();

    private final Map<String, String> topics = new LinkedHashMap<>();

    private AsyncApi(String title) {
        this.title = title;
    }

    public static AsyncApi titled(String title) {
        return new AsyncApi(title);
    }

    /** The same with one more topic, whose body is a record of that class. */
    public AsyncApi with(String topic, String body) {
        try {
            events.put(topic, fields(Class.forName(body), it -> true));
            topics.put(topic, topic);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
        return this;
    }

    /**
     * The same with one more kind of a topic that several share: beside what is common to all, the
     * components of a record that are published.
     */
    public AsyncApi with(
            String topic, String kind, Class<?> body, Predicate<RecordComponent> published) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", "{type: string, format: uuid}");
        fields.put("version", "{type: integer}");
        fields.put("voided", "{type: boolean}");
        fields.put("enteredOn", "{type: string, format: date}");
        fields.putAll(fields(body, published));
        events.put(kind, fields);
        topics.put(kind, topic);
        return this;
    }

    /** AsyncAPI 3, in YAML. */
    public String document() {
        StringBuilder page = new StringBuilder(head());
        page.append("channels:\n");
        for (String topic : new LinkedHashSet<>(topics.values())) {
            page.append("  %1$s:\n    address: %1$s\n    messages:\n".formatted(topic));
            for (String kind : events.keySet()) {
                if (topics.get(kind).equals(topic)) {
                    String name = kind.equals(topic) ? "state" : kind;
                    page.append("      %s:\n".formatted(name));
                    page.append("        $ref: '#/components/messages/%s'\n".formatted(kind));
                }
            }
        }
        page.append("operations:\n");
        for (String topic : new LinkedHashSet<>(topics.values())) {
            String name = topic.replace('.', '-');
            page.append("  send-%s:\n    action: send\n    channel:\n".formatted(name));
            page.append("      $ref: '#/channels/%s'\n".formatted(topic));
        }
        page.append("components:\n  messages:\n");
        events.forEach((kind, fields) -> page.append(message(kind, fields)));
        return page.toString();
    }

    /** Fields that sound like a person or a free text: there must be none. */
    public List<String> personalFields() {
        List<String> suspicious = new ArrayList<>();
        for (Map<String, String> fields : events.values()) {
            fields.keySet().stream()
                    .filter(it -> it.matches("(?i).*(name|phone|address|identity|summary|text).*"))
                    .forEach(suspicious::add);
        }
        return suspicious;
    }

    /** Fields that could hold any text: each must be a code, a division or a number. */
    public List<String> textFields() {
        TreeSet<String> texts = new TreeSet<>();
        for (Map<String, String> fields : events.values()) {
            fields.entrySet().stream()
                    .filter(it -> it.getValue().contains("{type: string}"))
                    .forEach(it -> texts.add(it.getKey()));
        }
        return List.copyOf(texts);
    }

    private String head() {
        return """
        asyncapi: 3.0.0
        info:
          title: %s
          version: 1.0.0
          description: >-
            One event per record and transaction: the record as it now stands. CloudEvents 1.0 in
            binary content mode; key = record id; topics are compacted and kept for ever. Fields are
            only ever added, and optional. A message without a body says that the record is gone for
            good. Drawn by AsyncApiTest from the records themselves.
          license:
            name: Apache-2.0
            url: https://www.apache.org/licenses/LICENSE-2.0
        defaultContentType: application/json
        """
                .formatted(title);
    }

    private static String message(String topic, Map<String, String> fields) {
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
                """
                          fengqiao_keyid: {type: string, description: The key that signed}
                          fengqiao_mac:
                            type: string
                            description: >-
                              HMAC-SHA256 in base64 over topic, key, headers and body,
                              as docs/adr/0016 says
                """);
        yaml.append(
                "      payload:\n        type: object\n        required: [id, version, voided]\n");
        yaml.append("        properties:\n");
        fields.forEach((name, schema) -> yaml.append("          %s: %s\n".formatted(name, schema)));
        return yaml.toString();
    }

    private static Map<String, String> fields(Class<?> type, Predicate<RecordComponent> published) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!published.test(component)) {
                continue;
            }
            boolean unwrapped =
                    component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                            || component.isAnnotationPresent(JsonUnwrapped.class);
            if (unwrapped) {
                fields.putAll(fields(component.getType(), published));
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
