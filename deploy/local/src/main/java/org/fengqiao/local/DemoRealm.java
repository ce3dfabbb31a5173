package org.fengqiao.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The realm of {@code deploy/keycloak} with what a demo needs besides and no operator should have:
 * its users, and a client that takes their passwords from scripts.
 */
final class DemoRealm {
    /** The client that scripts use. */
    static final String SCRIPTS = "fengqiao-scripts";

    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoRealm() {}

    /** As Keycloak imports it; its users' passwords are made and kept in {@code place}. */
    static ObjectNode of(Place place) {
        ObjectNode realm = file();
        ObjectNode scripts = realm.withArray("clients").addObject().put("clientId", SCRIPTS);
        scripts.put("publicClient", true)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", true)
                .put("fullScopeAllowed", false)
                .set("defaultClientScopes", pagesClient(realm).get("defaultClientScopes"));
        scripts.putArray("optionalClientScopes");
        for (DemoUser it : DemoUser.values()) {
            add(it, Folders.secret(Keycloak.password(place, it)), realm.withArray("users"));
        }
        return realm;
    }

    /** The file as the operator gets it. */
    static ObjectNode file() {
        try (InputStream file = DemoRealm.class.getResourceAsStream("/fengqiao-realm.json")) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode pagesClient(ObjectNode realm) {
        for (var it : realm.get("clients")) {
            if (it.path("clientId").asText().equals("fengqiao-pages")) {
                return (ObjectNode) it;
            }
        }
        throw new IllegalStateException("the realm has no client for the pages");
    }

    private static void add(DemoUser it, String password, ArrayNode users) {
        ObjectNode user = users.addObject().put("username", it.subject()).put("enabled", true);
        user.putArray("realmRoles").add(it.role());
        ObjectNode attributes = user.putObject("attributes");
        attributes.putArray("fullName").add(it.title());
        attributes.putArray("division").add(it.division());
        user.putArray("credentials").addObject().put("type", "password").put("value", password);
    }
}
