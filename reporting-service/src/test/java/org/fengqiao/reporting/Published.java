package org.fengqiao.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fengqiao.testkit.GoldenFile;

/** What the services may publish: their AsyncAPI documents, which their own tests keep current. */
public final class Published {

    private static final String EVENTS = "docs/generated/asyncapi/%s.yaml";
    private static final Pattern FIELD = Pattern.compile("(?m)^ {10}(\\w+): \\{(.*)}$");
    private static final Pattern CODES = Pattern.compile("'open list: ([^']+)'");
    // Its list has it for the vault: such a petition is moved there, and never published.
    private static final String NEVER_PUBLISHED = "ACCUSATION";

    private Published() {}

    /**
     * What a field of an event may hold.
     *
     * @param type as the document has it: {@code string}, {@code boolean}, …
     * @param format {@code date}, {@code uuid}, or empty
     * @param codes of an enum; empty for anything else
     */
    public record Field(String type, String format, Set<String> codes) {

        static Field of(String schema) {
            Matcher list = CODES.matcher(schema);
            Set<String> codes = list.find() ? Set.of(list.group(1).split(" ")) : Set.of();
            return new Field(
                    after("type: ", schema),
                    after("format: ", schema),
                    codes.stream()
                            .filter(it -> !it.equals(NEVER_PUBLISHED))
                            .collect(Collectors.toUnmodifiableSet()));
        }

        private static String after(String key, String schema) {
            Matcher value = Pattern.compile(key + "(\\w+)").matcher(schema);
            return value.find() ? value.group(1) : "";
        }

        boolean holds(Object value) {
            return switch (type) {
                case "boolean" -> value instanceof Boolean;
                case "integer" -> value instanceof Integer;
                case "number" -> value instanceof Number;
                case "array" -> value instanceof List;
                default -> value instanceof String text && holdsText(text);
            };
        }

        private boolean holdsText(String text) {
            try {
                return switch (format) {
                    case "date" -> LocalDate.parse(text).toString().equals(text);
                    case "uuid" -> UUID.fromString(text).toString().equals(text);
                    default -> codes.isEmpty() || codes.contains(text);
                };
            } catch (DateTimeException | IllegalArgumentException e) {
                return false;
            }
        }
    }

    /** The fields of a topic's event, by name. */
    public static Map<String, Field> fields(String topic) {
        String service = topic.substring(0, topic.indexOf('.'));
        String document = read(EVENTS.formatted(service));
        int from = document.indexOf("\n    " + topic + ":\n", document.indexOf("\ncomponents:"));
        if (from < 0) {
            throw new IllegalArgumentException(topic + " is not in the document of its service");
        }
        int payload = document.indexOf("\n      payload:", from);
        int to = document.indexOf("\n    " + service + ".", from + 1);
        String message = document.substring(payload, to < 0 ? document.length() : to);
        return FIELD.matcher(message)
                .results()
                .collect(Collectors.toMap(it -> it.group(1), it -> Field.of(it.group(2))));
    }

    /** What of an event its service could not have published; empty where it could. */
    public static List<String> flaws(String topic, Map<String, Object> event) {
        Map<String, Field> fields = fields(topic);
        return event.entrySet().stream()
                .filter(
                        it ->
                                Optional.ofNullable(fields.get(it.getKey()))
                                        .filter(field -> field.holds(it.getValue()))
                                        .isEmpty())
                .map(it -> topic + " " + it.getKey() + ": " + it.getValue())
                .sorted()
                .toList();
    }

    private static String read(String document) {
        try {
            return Files.readString(GoldenFile.inRepository(document).toFile().toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
