package org.fengqiao.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The realm file's roles and scopes are those of roles.yaml: this draws them ({@code
 * -Dgolden.update=true} writes the file), and fails where the file says otherwise.
 */
class RealmTest {

    private static final Path FILE = Path.of("..", "keycloak", "fengqiao-realm.json");
    private static final Set<String> OWN = Set.of("basic", "fengqiao", "person");

    @Test
    void rolesAndScopesAreThoseOfTheRolesFile() throws IOException {
        String drawn = text(drawn(DemoRealm.file()));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FILE, drawn);
        }
        assertEquals(Files.readString(FILE), drawn, "run with -Dgolden.update=true");
    }

    @Test
    void aDriftIsSeen() {
        assertDrift(it -> ((ArrayNode) role(it, "auditor").at("/composites/realm")).remove(0));
        assertDrift(it -> ((ArrayNode) role(it, "auditor").at("/composites/realm")).add("admin"));
        assertDrift(it -> it.withArray("scopeMappings").remove(0));
        assertDrift(it -> ((ArrayNode) it.at("/clients/0/defaultClientScopes")).remove(5));
        assertDrift(it -> ((ObjectNode) it.at("/roles")).withArray("realm").addObject());
    }

    private static void assertDrift(Consumer<ObjectNode> fault) {
        ObjectNode realm = drawn(DemoRealm.file());
        assertEquals(realm, drawn(realm));
        ObjectNode faulty = realm.deepCopy();
        fault.accept(faulty);
        assertNotEquals(faulty, drawn(faulty));
    }

    /** A name in a token says that a person signed in. */
    @Test
    void noMachineGetsAName() {
        int machines = 0;
        for (JsonNode it : DemoRealm.file().get("clients")) {
            if (it.path("serviceAccountsEnabled").asBoolean()) {
                machines++;
                assertFalse(it.get("standardFlowEnabled").asBoolean(), it::toString);
                assertFalse(texts(it.get("defaultClientScopes")).contains("person"), it::toString);
            }
            assertFalse(it.get("directAccessGrantsEnabled").asBoolean(), it::toString);
            assertTrue(it.get("secret").asText().matches("\\$\\{FENGQIAO_[A-Z_]+_SECRET}"));
        }
        assertEquals(3, machines);
    }

    @Test
    void rightsThatEndAreGoneWithinAMinute() {
        JsonNode realm = DemoRealm.file();
        assertEquals(60, realm.get("accessTokenLifespan").asInt());
        assertFalse(realm.get("rememberMe").asBoolean());
        assertTrue(realm.get("bruteForceProtected").asBoolean());
        assertFalse(realm.toString().contains("offline_access"));
    }

    @Test
    void onlyAnAdministratorSetsDivisionAndName() throws IOException {
        String profile =
                DemoRealm.file()
                        .at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                        .get("kc.user.profile.config")
                        .get(0)
                        .asText();
        JsonNode declared = new ObjectMapper().readTree(profile);
        assertFalse(declared.has("unmanagedAttributePolicy"), "no attribute beside the declared");
        int attributes = 0;
        for (JsonNode it : declared.get("attributes")) {
            attributes++;
            assertEquals(List.of("admin"), texts(it.at("/permissions/edit")), it::toString);
        }
        assertEquals(4, attributes);
    }

    @Test
    void aDemoUserHasTheScopesOfItsRole() {
        assertEquals(
                "admin audit:read calendars:write exports:approve figures:read",
                DemoUser.ADMIN.scopes());
        for (DemoUser it : DemoUser.values()) {
            assertFalse(Roles.all().get(it.role()).machine(), it::subject);
        }
    }

    private static ObjectNode drawn(ObjectNode file) {
        ObjectNode realm = file.deepCopy();
        Set<String> scopes = new TreeSet<>();
        Roles.all().values().forEach(it -> scopes.addAll(it.scopes()));
        drawRoles(((ObjectNode) realm.get("roles")).putArray("realm"), scopes);
        ArrayNode all = realm.putArray("clientScopes");
        for (JsonNode it : file.get("clientScopes")) {
            if (OWN.contains(it.path("name").asText())) {
                all.add(it);
            }
        }
        ArrayNode mappings = realm.putArray("scopeMappings");
        for (String it : scopes) {
            all.addObject()
                    .put("name", it)
                    .put("protocol", "openid-connect")
                    .putObject("attributes")
                    .put("include.in.token.scope", "true")
                    .put("display.on.consent.screen", "false");
            mappings.addObject().put("clientScope", it).putArray("roles").add(it);
        }
        for (JsonNode it : realm.get("clients")) {
            List<String> given = new ArrayList<>(List.of("basic", "fengqiao"));
            if (it.path("standardFlowEnabled").asBoolean()) {
                given.add("person");
            }
            given.addAll(scopes);
            ArrayNode list = ((ObjectNode) it).putArray("defaultClientScopes");
            given.forEach(list::add);
        }
        return realm;
    }

    /** A role for each scope, and one for each bundle, which is composed of them. */
    private static void drawRoles(ArrayNode roles, Set<String> scopes) {
        scopes.forEach(it -> roles.addObject().put("name", it).put("description", "scope"));
        for (Map.Entry<String, Roles.Role> it : Roles.all().entrySet()) {
            Roles.Role role = it.getValue();
            ArrayNode composed =
                    roles.addObject()
                            .put("name", it.getKey())
                            .put("description", role.zh() + " " + role.en())
                            .put("composite", true)
                            .putObject("composites")
                            .putArray("realm");
            role.scopes().forEach(composed::add);
        }
    }

    private static JsonNode role(ObjectNode realm, String name) {
        for (JsonNode it : realm.at("/roles/realm")) {
            if (it.path("name").asText().equals(name)) {
                return it;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(it -> texts.add(it.asText()));
        return texts;
    }

    private static String text(ObjectNode realm) throws IOException {
        DefaultPrettyPrinter lines =
                new DefaultPrettyPrinter()
                        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                        .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return new ObjectMapper().writer(lines).writeValueAsString(realm) + "\n";
    }
}
