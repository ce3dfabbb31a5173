package org.fengqiao.kit.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * One version of a key, as the key file tells of it; no secret.
 *
 * @param id positive; ciphertexts and indexes name their version by it
 * @param activeFrom it writes from then on, until a later version is active; it reads at once
 * @param retired when its secret was taken out of the file; {@code null} while it is there
 * @param marked whether values name it: blind indexes of a file of the first format do not
 */
public record KeyVersion(
        long id, Instant created, Instant activeFrom, Instant retired, boolean marked) {

    /** What a version does at a moment. */
    public enum State {
        /** Read by all replicas before the first of them writes with it. */
        PENDING,
        PRIMARY,
        /** Reads what it wrote, until that is re-encrypted. */
        OLD,
        RETIRED
    }

    private static final String CREATED = "created";
    private static final String ACTIVE_FROM = "activeFrom";
    private static final String RETIRED = "retired";
    private static final String MARKED = "marked";

    static KeyVersion of(JsonNode json) {
        return new KeyVersion(
                json.required("id").longValue(),
                Instant.parse(json.required(CREATED).textValue()),
                Instant.parse(json.required(ACTIVE_FROM).textValue()),
                json.has(RETIRED) ? Instant.parse(json.get(RETIRED).textValue()) : null,
                json.path(MARKED).asBoolean(true));
    }

    void writeTo(ObjectNode json) {
        json.put("id", id).put(CREATED, created.toString()).put(ACTIVE_FROM, activeFrom.toString());
        if (retired != null) {
            json.put(RETIRED, retired.toString());
        }
        if (!marked) {
            json.put(MARKED, false);
        }
    }

    KeyVersion retiredAt(Instant now) {
        return new KeyVersion(id, created, activeFrom, now, marked);
    }

    boolean isRetired() {
        return retired != null;
    }

    /** The version that writes: of those that may, the one that began last. */
    static KeyVersion primary(List<KeyVersion> versions, Instant now) {
        return versions.stream()
                .filter(it -> !it.isRetired() && !it.activeFrom.isAfter(now))
                .max(Comparator.comparing(KeyVersion::activeFrom))
                .orElseThrow(() -> new IllegalStateException("No key is active at " + now));
    }

    /** Its state among the versions of its kind. */
    State state(List<KeyVersion> versions, Instant now) {
        if (isRetired()) {
            return State.RETIRED;
        }
        if (activeFrom.isAfter(now)) {
            return State.PENDING;
        }
        return id == primary(versions, now).id ? State.PRIMARY : State.OLD;
    }
}
