package org.fengqiao.kit.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.privacy.KeyVersion.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key file while it grows, and what replicas make of it. */
class KeyRotationTest {

    private static final UUID ID = UUID.fromString("0191c2d4-7a10-7c44-9d0f-3f1f8a6b2c11");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    private final Hands clock = new Hands();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path file;

    /** A clock that stands until it is moved. */
    private static final class Hands extends Clock {

        private Instant now = Instant.now().plusSeconds(60);

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void create() throws IOException {
        file = folder.resolve("keys.json");
        KeyFile.create(file);
    }

    private PersonalData replica() {
        return new PersonalData(new KeyRing(file, clock));
    }

    private void command(String... words) throws Exception {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertTrue(new KeyCommand(out, clock.instant()).run(words));
    }

    private KeyFile keys() throws IOException {
        return KeyFormat.parse(Files.readAllBytes(file), file);
    }

    private static long version(String cipher) {
        return PersonalData.version(cipher);
    }

    @Test
    void aNewVersionReadsAtOnceAndWritesWhenItsTimeHasCome() throws Exception {
        PersonalData first = replica();
        PersonalData second = replica();
        String before = first.encrypt("李四", "party", ID, "name");
        command("rotate", file.toString(), "sealing", "PT10M");
        first.keys().look();
        assertEquals(version(before), version(first.encrypt("李四", "party", ID, "name")));
        clock.move(Duration.ofMinutes(10));
        String after = first.encrypt("王五", "party", ID, "name");
        assertNotEquals(version(before), version(after));
        assertEquals("李四", first.decrypt(before, "party", ID, "name"));
        // Not seen the file yet: it reads it for the version that it does not know.
        assertEquals("王五", second.decrypt(after, "party", ID, "name"));
        assertEquals(version(after), version(second.encrypt("王五", "party", ID, "name")));
    }

    @Test
    void bothKeysOfIndexesAreSearchedAndTheSealingKeyStaysAsItIs() throws Exception {
        PersonalData replica = replica();
        String cipher = replica.encrypt("李四", "party", ID, "name");
        String before = replica.blindIndex("name", "李四");
        command("rotate", file.toString(), "index", "PT10M");
        replica.keys().look();
        assertEquals(before, replica.blindIndex("name", "李四"));
        List<String> meanwhile = replica.blindIndexes("name", "李四");
        assertEquals(2, meanwhile.size());
        clock.move(Duration.ofMinutes(10));
        String after = replica.blindIndex("name", "李四");
        assertNotEquals(before, after);
        assertEquals(List.of(after, before), replica.blindIndexes("name", "李四"));
        assertTrue(meanwhile.contains(after));
        assertEquals(version(cipher), version(replica.encrypt("李四", "party", ID, "name")));
    }

    @Test
    void aBrokenFileOrOneOfOtherKeysChangesNothingAndIsTold() throws Exception {
        PersonalData replica = replica();
        String cipher = replica.encrypt("李四", "party", ID, "name");
        byte[] whole = Files.readAllBytes(file);
        Files.writeString(file, "{\"format\": 2, \"sealing\": \"hidden\"");
        replica.keys().look();
        assertNotNull(replica.keys().fault());
        assertFalse(replica.keys().fault().contains("hidden"));
        assertEquals("李四", replica.decrypt(cipher, "party", ID, "name"));
        Path other = folder.resolve("other.json");
        KeyFile.create(other);
        Files.write(file, Files.readAllBytes(other));
        replica.keys().look();
        assertNotNull(replica.keys().fault());
        assertEquals("李四", replica.decrypt(cipher, "party", ID, "name"));
        Files.delete(file);
        replica.keys().look();
        assertNotNull(replica.keys().fault());
        Files.write(file, whole);
        replica.keys().look();
        assertNull(replica.keys().fault());
    }

    @Test
    void aFileOfTheFirstFormatIsReadAndGrowsIntoTheSecond() throws Exception {
        PersonalData before = replica();
        String cipher = before.encrypt("李四", "party", ID, "name");
        Files.write(file, firstFormat());
        PersonalData replica = replica();
        assertEquals("李四", replica.decrypt(cipher, "party", ID, "name"));
        String index = replica.blindIndex("name", "李四");
        assertTrue(index.matches("[0-9a-f]{64}"));
        command("rotate", file.toString(), "sealing", "PT10M");
        command("rotate", file.toString(), "index", "PT10M");
        replica.keys().look();
        assertNull(replica.keys().fault());
        assertEquals(index, replica.blindIndex("name", "李四"));
        clock.move(Duration.ofMinutes(10));
        assertEquals("李四", replica.decrypt(cipher, "party", ID, "name"));
        assertTrue(replica.blindIndex("name", "李四").matches("\\d+\\.[0-9a-f]{64}"));
        assertTrue(replica.blindIndexes("name", "李四").contains(index));
        assertEquals("rw-------", modeOf(file));
    }

    private byte[] firstFormat() throws IOException {
        JsonNode second = JSON.readTree(file.toFile());
        ObjectNode first = JSON.createObjectNode();
        first.set("aead", second.at("/sealing/keyset"));
        first.putArray("blindIndex")
                .add(second.at("/blindIndex/keys").properties().iterator().next().getValue());
        return JSON.writeValueAsBytes(first);
    }

    private static String modeOf(Path it) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(it));
    }

    @Test
    void theCommandShowsStatesAndNoSecret() throws Exception {
        command("rotate", file.toString(), "sealing", "PT10M");
        clock.move(Duration.ofMinutes(10));
        command("rotate", file.toString(), "sealing", "PT10M");
        String shown = said.toString(StandardCharsets.UTF_8);
        assertTrue(shown.contains("OLD") && shown.contains("PRIMARY") && shown.contains("PENDING"));
        JsonNode json = JSON.readTree(file.toFile());
        json.at("/blindIndex/keys").forEach(it -> assertFalse(shown.contains(it.textValue())));
        for (JsonNode it : json.at("/sealing/keyset/key")) {
            assertFalse(shown.contains(it.at("/keyData/value").textValue()));
        }
        assertEquals("rw-------", modeOf(file));
        assertThrows(
                KeyCommand.Refused.class,
                () -> command("rotate", file.toString(), "sealing", "PT10M"));
    }

    @Test
    void aRetiredVersionIsToldAndOpensNothing() throws Exception {
        PersonalData replica = replica();
        String cipher = replica.encrypt("李四", "party", ID, "name");
        command("rotate", file.toString(), "sealing", "PT1S");
        clock.move(Duration.ofMinutes(10));
        keys().without(version(cipher), clock.instant()).replace(file);
        replica.keys().look();
        assertNull(replica.keys().fault());
        assertThrows(
                IllegalStateException.class, () -> replica.decrypt(cipher, "party", ID, "name"));
        KeyFile left = keys();
        assertEquals(State.RETIRED, left.sealing().get(0).state(left.sealing(), clock.instant()));
        String after = replica.encrypt("李四", "party", ID, "name");
        assertEquals("李四", replica.decrypt(after, "party", ID, "name"));
    }
}
