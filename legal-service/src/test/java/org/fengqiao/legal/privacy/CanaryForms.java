package org.fengqiao.legal.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fengqiao.legal.LegalOffice;
import org.fengqiao.legal.LegalOffice.OfDocument;
import org.fengqiao.testkit.Canary;
import org.fengqiao.testkit.FreeTexts;

/**
 * Right bodies of every register of the document: in each text a canary to come, {@code "?"}; where
 * a text may stand in clear, one that is out already.
 */
final class CanaryForms {

    private final JsonNode document;
    private final List<OfDocument> registers = LegalOffice.registers();
    private final Map<String, String> texts = new TreeMap<>();
    private final Set<String> withCanaries = new TreeSet<>();

    /**
     * @param document OpenAPI, parsed
     * @param inClear gives the texts that stand in clear
     */
    CanaryForms(JsonNode document, Canary inClear) {
        this.document = document;
        InClear.TEXTS.keySet().forEach(it -> texts.put(it, inClear.text()));
    }

    List<OfDocument> registers() {
        return registers;
    }

    /** The texts that stand in clear, by their places. */
    Map<String, String> texts() {
        return texts;
    }

    /**
     * A body.
     *
     * @param township that it is of
     * @param adviser of the township
     */
    String form(OfDocument register, String township, String adviser) {
        ObjectNode form = parsed(register.body(township, adviser));
        FreeTexts.fill(document, register.name(), form, at -> text(register.name(), at));
        return form.toString();
    }

    private String text(String name, String place) {
        String inClear = texts.get(name + " " + place);
        if (inClear == null) {
            withCanaries.add(name);
            return "?";
        }
        return inClear;
    }

    /** Whether a body of the register has a canary in it. */
    boolean namesPersons(OfDocument register) {
        return withCanaries.contains(register.name());
    }

    /** The columns of a ledger that stand in clear, by title. */
    Set<String> titlesInClear(String register) {
        Set<String> titles = new TreeSet<>();
        registers.stream()
                .filter(it -> it.path().equals("/" + register))
                .map(OfDocument::name)
                .forEach(it -> InClear.of(it).keySet().forEach(at -> titles.add(title(it, at))));
        return titles;
    }

    /** The Chinese word of a component, which is the column's name. */
    private String title(String name, String place) {
        String title =
                document.at("/components/schemas/" + name + "/properties" + place + "/title")
                        .asText();
        return title.split(" ", 2)[0];
    }

    private static ObjectNode parsed(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
