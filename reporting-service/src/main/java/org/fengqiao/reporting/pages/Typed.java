package org.fengqiao.reporting.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.reports.ReportDesk.Entry;

/** What was typed into a form. */
record Typed(MultivaluedMap<String, String> fields) {

    static final String REASON = "reason/";
    static final String FIGURE = "figure/";

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** A text without blanks around it, its lines ended as everywhere; null where it is empty. */
    String text(String name) {
        String value = fields.getFirst(name);
        String text = value == null ? "" : value.replace("\r\n", "\n").strip();
        return text.isEmpty() ? null : text;
    }

    private LocalDate date(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.parameter(name, "日期须写作2025-02-20", "A date is written 2025-02-20");
        }
    }

    Integer number(String name) {
        String text = text(name);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw Refusal.parameter(name, name + "须为整数", name + " must be a whole number");
        }
    }

    /** The fields whose names begin so, by the rest of the name; those left empty are not there. */
    Map<String, String> below(String prefix) {
        Map<String, String> found = new TreeMap<>();
        for (String name : fields.keySet()) {
            String text = text(name);
            if (name.startsWith(prefix) && text != null) {
                found.put(name.substring(prefix.length()), text);
            }
        }
        return found;
    }

    /**
     * What a step needs.
     *
     * @throws Refusal 400 for a date or version that is none
     */
    Entry entry() {
        return new Entry(
                text("key"),
                number("version"),
                date("on"),
                text("reason"),
                below(REASON),
                figures("confirm"),
                figures("suppress"));
    }

    private Set<String> figures(String decision) {
        return below(FIGURE).entrySet().stream()
                .filter(it -> it.getValue().equals(decision))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
