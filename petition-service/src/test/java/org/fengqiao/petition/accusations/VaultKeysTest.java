package org.fengqiao.petition.accusations;

import static org.fengqiao.petition.accusations.Desk.COUNTY;
import static org.fengqiao.petition.accusations.Desk.TOWNSHIP;
import static org.fengqiao.petition.accusations.Desk.accusing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Retention;
import org.junit.jupiter.api.Test;

/** The vault's own keys rotate as the others do, and nobody learns how much is in it. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class VaultKeysTest {

    private final String name = "金丝雀" + UUID.randomUUID().toString().substring(0, 8);
    private final Retention operator = Retention.at("/petition", COUNTY);

    @Test
    void whatIsInTheVaultIsSealedAnewAndNotCounted() throws SQLException {
        String id = Desk.intake(TOWNSHIP).entered(accusing(name, TOWNSHIP));
        Desk handler = Desk.handler("discipline-1", COUNTY).receiving(id);
        long before = operator.reencrypted().getLong("records");
        Set<String> old = prefixes();
        operator.rotate(Path.of(Platform.config().get("fengqiao.accusations.key-file")), "sealing");
        Desk.intake(TOWNSHIP).entered(accusing(name, TOWNSHIP));
        JsonPath done = operator.reencrypted();
        assertEquals(before, done.getLong("records"));
        assertEquals(0, done.getLong("rewritten"));
        Set<String> now = prefixes();
        assertEquals(1, now.size());
        assertTrue(old.stream().noneMatch(now::contains), () -> old + " " + now);
        assertEquals("反映" + name, handler.read(id).getString("text"));
        assertFalse(done.prettify().contains("vault"));
    }

    /** What the vault's ciphertexts begin with: the version of their key. */
    private static Set<String> prefixes() throws SQLException {
        String sql =
                """
                select substr(matter, 1, 6) from accusations.accusation
                union
                select substr(identity, 1, 6) from accusations.accusation
                union
                select substr(said, 1, 6) from accusations.act
                """;
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            Set<String> prefixes = new TreeSet<>();
            while (row.next()) {
                prefixes.add(row.getString(1));
            }
            return prefixes;
        }
    }
}
