package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.fengqiao.testkit.OddServer.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fuzz finds nothing in a sound service, and each planted fault in one that has it. */
class FuzzTest {

    private static final String ONE = "410423203000";
    private static final String OTHER = "410423204000";

    @Test
    void nothingIsFoundInASoundService() throws IOException {
        assertEquals(List.of(), fuzzed(Fault.NONE).found());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void eachFaultIsFound(Fault fault) throws IOException {
        List<String> found = fuzzed(fault).found();
        assertTrue(
                found.stream().anyMatch(it -> it.startsWith(fault.finding)),
                () -> fault.finding + " in " + found);
    }

    @Test
    void theResultCountsThem() throws IOException {
        String result = fuzzed(Fault.FOREIGN_LIST).result();
        assertTrue(
                result.matches(
                        "fuzz of odd: \\d+ requests, 0 × 5xx, 0 undocumented, [1-9]\\d* leaks.*"),
                result);
    }

    private static Fuzz fuzzed(Fault fault) throws IOException {
        try (OddServer server = new OddServer(fault)) {
            return Fuzz.at(
                            server.address(),
                            LeakyServer.PASSES,
                            server.walk(ONE),
                            server.walk(OTHER))
                    .run();
        }
    }
}
