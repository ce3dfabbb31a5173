package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.fengqiao.local.Topics;
import org.junit.jupiter.api.Test;

class PlatformTest {
    @Test
    void startsOnceForAllTestClasses() {
        assertSame(new Platform().start(), new Platform().start());
    }

    @Test
    void givesDatabaseBrokerTopicsKeysAndTokens() throws Exception {
        try (Connection connection = Platform.postgres().connect();
                Connection other = Platform.postgres("other").connect()) {
            assertEquals("service", connection.getCatalog());
            assertEquals("other", other.getCatalog());
        }
        assertEquals(Topics.declared().keySet(), topics());
        assertTrue(
                Files.readString(Path.of(Platform.config().get("fengqiao.privacy.key-file")))
                        .contains("blindIndex"));
        assertEquals(3, Tokens.village().split("\\.").length);
    }

    @Test
    void theBrokerComesBackAfterKillAndWipe() throws Exception {
        Platform.broker().kill();
        Platform.broker().restart();
        assertEquals(Topics.declared().keySet(), topics());
        Platform.broker().wipe();
        assertEquals(Topics.declared().keySet(), topics());
    }

    private static Set<String> topics() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Platform.broker().bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }
}
