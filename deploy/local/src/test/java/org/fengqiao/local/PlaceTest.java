package org.fengqiao.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.local.Place.Port;
import org.fengqiao.local.Place.Trouble;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final Path ROOT = Path.of("/somewhere");

    @Test
    void theEnvironmentMovesHomeAndPorts() {
        Place standard = Place.of(ROOT, Map.of());
        assertEquals(ROOT.resolve(".fengqiao"), standard.home());
        assertEquals("http://127.0.0.1:8081", standard.url(Port.MEDIATION));

        Place moved =
                Place.of(
                        ROOT, Map.of("FENGQIAO_HOME", "/data", "FENGQIAO_MEDIATION_PORT", "18081"));
        assertEquals(Path.of("/data"), moved.home());
        assertEquals("http://127.0.0.1:18081", moved.url(Port.MEDIATION));
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        for (String none : List.of("ninety", "99999", "0", "-1", "")) {
            Place place = Place.of(ROOT, Map.of("FENGQIAO_KAFKA_PORT", none));
            Trouble trouble = assertThrows(Trouble.class, () -> place.port(Port.KAFKA));
            assertTrue(trouble.getMessage().contains("FENGQIAO_KAFKA_PORT"), none);
        }
    }

    @Test
    void aTakenPortIsNamedWithWhatToSet() throws Exception {
        Map<String, String> environment = new HashMap<>();
        for (Port port : Port.values()) {
            environment.put(port.variable(), Integer.toString(FreePorts.next()));
        }
        Place place = Place.of(ROOT, environment);
        place.checkPorts();
        int taken = place.port(Port.REPORTING);
        try (ServerSocket other = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(taken, other.getLocalPort());
            Trouble trouble = assertThrows(Trouble.class, place::checkPorts);
            assertTrue(trouble.getMessage().contains(taken + " is taken"));
            assertTrue(trouble.getMessage().contains("FENGQIAO_REPORTING_PORT"));
        }
    }
}
