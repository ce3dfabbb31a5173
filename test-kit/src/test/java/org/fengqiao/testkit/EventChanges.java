package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;

/**
 * What may not become of events that were released, one sentence each: a topic, a field or its type
 * that is gone, a field that was always there and may be absent. Fields may be added.
 */
final class EventChanges {

    private final List<String> found = new ArrayList<>();

    private EventChanges() {}

    static List<String> between(JsonNode released, JsonNode current) {
        EventChanges changes = new EventChanges();
        for (Entry<String, JsonNode> it : released.at("/channels").properties()) {
            if (!current.at("/channels").has(it.getKey())) {
                changes.found.add("the topic " + it.getKey() + " is gone");
            }
        }
        for (Entry<String, JsonNode> it : released.at("/components/messages").properties()) {
            JsonNode now = current.at("/components/messages").path(it.getKey());
            for (String part : List.of("headers", "payload")) {
                changes.compare(it.getValue().path(part), now.path(part), it.getKey());
            }
        }
        return changes.found;
    }

    private void compare(JsonNode before, JsonNode now, String at) {
        if (now.isMissingNode()) {
            found.add(at + " is gone");
            return;
        }
        for (String word : List.of("type", "format")) {
            if (!before.path(word).equals(now.path(word))) {
                found.add(at + " has another " + word);
            }
        }
        for (JsonNode it : before.path("required")) {
            boolean still = now.path("required").valueStream().anyMatch(it::equals);
            if (!still) {
                found.add(at + "/" + it.asText() + " may be absent now");
            }
        }
        if (before.has("items")) {
            compare(before.path("items"), now.path("items"), at + "[]");
        }
        for (Entry<String, JsonNode> it : before.path("properties").properties()) {
            String field = at + "/" + it.getKey();
            compare(it.getValue(), now.path("properties").path(it.getKey()), field);
        }
    }
}
