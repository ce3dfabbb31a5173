package org.fengqiao.kit.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalDataTest {

    private static final UUID ID = UUID.fromString("0191c2d4-7a10-7c44-9d0f-3f1f8a6b2c11");
    private static final UUID OTHER_ID = UUID.fromString("0191c2d4-7a10-7c44-9d0f-3f1f8a6b2c12");

    @TempDir Path folder;

    private Path file;
    private PersonalData persons;

    @BeforeEach
    void keys() throws IOException {
        file = folder.resolve("keys.json");
        KeyFile.create(file);
        persons = PersonalData.of(file);
    }

    @Test
    void aNameComesBackAsItWas() {
        String cipher = persons.encrypt("欧阳𠮷", "party", ID, "name");
        assertFalse(cipher.contains("欧阳"));
        assertEquals("欧阳𠮷", persons.decrypt(cipher, "party", ID, "name"));
    }

    @Test
    void theSameNameNeverLooksTheSame() {
        assertNotEquals(
                persons.encrypt("李四", "party", ID, "name"),
                persons.encrypt("李四", "party", ID, "name"));
    }

    @Test
    void nullStaysNull() {
        assertNull(persons.encrypt(null, "party", ID, "name"));
        assertNull(persons.decrypt(null, "party", ID, "name"));
        assertNull(persons.blindIndex("name", null));
    }

    @Test
    void aCiphertextMovedElsewhereDoesNotDecrypt() {
        String cipher = persons.encrypt("李四", "party", ID, "name");
        assertThrows(
                IllegalStateException.class,
                () -> persons.decrypt(cipher, "party", OTHER_ID, "name"));
        assertThrows(
                IllegalStateException.class, () -> persons.decrypt(cipher, "party", ID, "phone"));
        assertThrows(
                IllegalStateException.class, () -> persons.decrypt(cipher, "mediator", ID, "name"));
    }

    @Test
    void aTamperedOrForeignCiphertextDoesNotDecrypt() throws IOException {
        byte[] bytes = Base64.getDecoder().decode(persons.encrypt("李四", "party", ID, "name"));
        bytes[bytes.length - 1] ^= 1;
        String tampered = Base64.getEncoder().encodeToString(bytes);
        assertThrows(
                IllegalStateException.class, () -> persons.decrypt(tampered, "party", ID, "name"));
        assertThrows(IllegalStateException.class, () -> persons.decrypt("李四", "party", ID, "name"));
        Path otherFile = folder.resolve("other.json");
        KeyFile.create(otherFile);
        String foreign = PersonalData.of(otherFile).encrypt("李四", "party", ID, "name");
        assertThrows(
                IllegalStateException.class, () -> persons.decrypt(foreign, "party", ID, "name"));
    }

    @Test
    void theBlindIndexFindsTheSameTextInAnyWidthAndKeepsFieldsApart() {
        String index = persons.blindIndex("phone", "13800000001");
        assertTrue(index.matches("\\d+\\.[0-9a-f]{64}"));
        assertEquals(index, persons.blindIndex("phone", " １３８００００００01\u3000"));
        assertNotEquals(index, persons.blindIndex("identityNumber", "13800000001"));
        assertNotEquals(index, persons.blindIndex("phone", "13800000002"));
        assertEquals(
                persons.blindIndex("identityNumber", "11010519491231002X"),
                persons.blindIndex("identityNumber", "11010519491231002x"));
    }

    @Test
    void theBlindIndexSurvivesARestart() {
        assertEquals(
                persons.blindIndex("name", "李四"), PersonalData.of(file).blindIndex("name", "李四"));
    }

    @Test
    void theKeyFileIsForItsOwnerAloneAndIsNeverOverwritten() throws IOException {
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertThrows(FileAlreadyExistsException.class, () -> KeyFile.create(file));
    }

    @Test
    void aBrokenKeyFileIsRefusedWithoutQuotingIt() throws IOException {
        Files.writeString(file, "{\"aead\": \"hidden\", \"blindIndex\": []}");
        IllegalStateException thrown =
                assertThrows(IllegalStateException.class, () -> PersonalData.of(file));
        assertFalse(thrown.getMessage().contains("hidden"));
        Files.delete(file);
        assertThrows(IllegalStateException.class, () -> PersonalData.of(file));
    }

    @Test
    void masksKeepNoMoreThanNeeded() {
        assertEquals("李**", PersonalData.maskName("李小明"));
        assertEquals("𠮷*", PersonalData.maskName("𠮷田"));
        assertEquals("李", PersonalData.maskName("李"));
        assertEquals("", PersonalData.maskName(""));
        assertEquals("999999**********1X", PersonalData.maskIdentityNumber("99999919900101011X"));
        assertEquals("*****", PersonalData.maskIdentityNumber("12345"));
        assertEquals("138****0001", PersonalData.maskPhone("13800000001"));
        assertEquals("*****67", PersonalData.maskPhone("1234567"));
        assertNull(PersonalData.maskPhone(null));
    }
}
