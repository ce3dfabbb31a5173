package org.fengqiao.kit.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fengqiao.kit.privacy.KeyFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionSettingsTest {

    private static final String SAFE = "https://id.example/realms/fengqiao";
    private static final String PASSWORD = "vQ7-made-up-for-this-test";

    @TempDir Path folder;

    private String keyFile;
    private String checkpointFile;

    @BeforeEach
    void aKeyFile() throws IOException {
        Path file = folder.resolve("keys.json");
        KeyFile.create(file);
        keyFile = file.toString();
        checkpointFile = folder.resolve("checkpoints.jsonl").toString();
    }

    @Test
    void aServiceWithHttpsAndItsOwnSecretsStarts() {
        assertEquals(List.of(), with(SAFE, false, PASSWORD).faults(true));
    }

    @Test
    void plainHttpIsForLoopbackOnly() {
        for (String loopback :
                List.of("http://localhost:8080/f", "http://127.0.0.1:1/f", "http://[::1]:1/f")) {
            assertEquals(List.of(), with(loopback, false, PASSWORD).faults(true), loopback);
        }
        for (String remote :
                List.of(
                        "http://id.example/f",
                        "http://localhost.example/f",
                        "http://localhost@id.example/f",
                        "http://127.0.0.1.example/f",
                        "http://not a host/f")) {
            assertEquals(1, with(remote, false, PASSWORD).faults(true).size(), remote);
        }
    }

    @Test
    void plainHttpBeyondThisMachineIsAllowedOnlyInSoManyWords() {
        ProductionSettings settings = with("http://id.example/f", true, PASSWORD);
        assertEquals(List.of(), settings.faults(true));
        assertTrue(settings.isIssuerInsecure());
        assertFalse(with(SAFE, true, PASSWORD).isIssuerInsecure());
    }

    @Test
    void anIssuerIsNeeded() {
        assertEquals(1, with("", false, PASSWORD).faults(true).size());
        assertEquals(1, with("ldap://id.example", false, PASSWORD).faults(true).size());
    }

    @Test
    void aMissingOrDefaultPasswordIsRefused() {
        for (String password : List.of("", " ", "postgres", "Fengqiao", "changeme")) {
            assertEquals(1, with(SAFE, false, password).faults(true).size(), password);
        }
    }

    @Test
    void aKeyFileIsNeededWherePersonalDataAreKept() {
        ProductionSettings without = with("", keyFile, checkpointFile);
        assertEquals(1, without.faults(true).size());
        assertEquals(List.of(), without.faults(false));
        ProductionSettings absent =
                with(folder.resolve("none").toString(), keyFile, checkpointFile);
        assertEquals(1, absent.faults(true).size());
    }

    @Test
    void aFileOfEventKeysIsNeededByAll() {
        ProductionSettings without = with(keyFile, "", checkpointFile);
        assertEquals(1, without.faults(false).size());
        assertEquals(1, without.faults(true).size());
    }

    @Test
    void aFileOfCheckpointsThatCanBeWrittenIsNeededByAll() throws IOException {
        Files.createFile(Path.of(checkpointFile));
        assertEquals(List.of(), with(keyFile, keyFile, checkpointFile).faults(false));
        for (String file :
                List.of("", folder.resolve("none/checkpoints.jsonl").toString(), "" + folder)) {
            assertEquals(1, with(keyFile, keyFile, file).faults(false).size(), file);
        }
    }

    private ProductionSettings with(String issuer, boolean insecureAllowed, String password) {
        return new ProductionSettings(
                issuer, insecureAllowed, password, keyFile, keyFile, checkpointFile);
    }

    private static ProductionSettings with(String keys, String eventKeys, String checkpoints) {
        return new ProductionSettings(SAFE, false, PASSWORD, keys, eventKeys, checkpoints);
    }
}
