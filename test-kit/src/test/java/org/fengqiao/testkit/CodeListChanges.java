package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may not become of code lists that were released, one sentence each. */
final class CodeListChanges {

    private CodeListChanges() {}

    static List<String> between(JsonNode released, JsonNode current) {
        Map<String, JsonNode> lists = new HashMap<>();
        current.path("items").forEach(it -> lists.put(it.path("name").asText(), it));
        List<String> found = new ArrayList<>();
        for (JsonNode before : released.path("items")) {
            String name = before.path("name").asText();
            JsonNode now = lists.get(name);
            if (now == null) {
                found.add(name + " is gone");
                continue;
            }
            Set<String> codes = new HashSet<>();
            now.path("values").forEach(it -> codes.add(it.path("code").asText()));
            for (JsonNode value : before.path("values")) {
                String code = value.path("code").asText();
                if (!codes.contains(code)) {
                    found.add(
                            name + ": the code " + code + " is gone; withdraw it with validUntil");
                }
            }
            int version = before.path("version").asInt();
            if (!now.equals(before) && now.path("version").asInt() <= version) {
                found.add(name + " changed and is still of version " + version);
            }
        }
        return found;
    }
}
