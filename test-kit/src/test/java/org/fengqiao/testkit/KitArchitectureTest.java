package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shared rules on what this module stands on. The kit cannot ask for them in its own tests:
 * they would need this module, which needs the kit.
 */
class KitArchitectureTest {

    @Test
    void theKitKeepsTheRulesAndKnowsNoDomain() {
        ArchitectureRules.checkKit();
    }

    @ParameterizedTest
    @ValueSource(strings = {"service-kit", "deploy/local"})
    void testsOfTheModulesBelowKeepTheRules(String module) {
        ArchitectureRules.checkTests(GoldenFile.root().resolve(module + "/target/test-classes"));
    }

    @Test
    void thisModulesTestsKeepTheRules() {
        ArchitectureRules.checkTests("org.fengqiao.testkit");
    }

    /** A service that does not ask for the rules would be guarded by none. */
    @Test
    void everyServiceAsksForTheRules() throws IOException {
        List<Path> services;
        try (Stream<Path> folders = Files.list(GoldenFile.root())) {
            services = folders.filter(it -> it.toString().endsWith("-service")).toList();
        }
        assertTrue(services.size() >= 2, services::toString);
        for (Path service : services) {
            String name = service.getFileName().toString().replace("-service", "");
            Path test =
                    service.resolve(
                            "src/test/java/org/fengqiao/" + name + "/ArchitectureTest.java");
            assertTrue(Files.exists(test), () -> test + " is missing");
            String asked = Files.readString(test);
            String base = "(\"org.fengqiao." + name + "\")";
            assertTrue(asked.contains("ArchitectureRules.check" + base), asked);
            assertTrue(asked.contains("ArchitectureRules.checkTests" + base), asked);
        }
    }
}
