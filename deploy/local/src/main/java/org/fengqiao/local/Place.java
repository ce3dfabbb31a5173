package org.fengqiao.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the embedded default lives.
 *
 * @param root the repository
 * @param home the data folder: databases, broker, secrets, logs and pid files
 * @param environment what the operator set
 */
record Place(Path root, Path home, Map<String, String> environment) {
    private static final int LAST_PORT = 65_535;

    /** The ports, each with the variable that moves it. */
    enum Port {
        POSTGRES(5542),
        KAFKA(9192),
        IDENTITY(8090),
        MEDIATION(8081),
        MEDIATION_MANAGEMENT(9081),
        PETITION(8082),
        PETITION_MANAGEMENT(9082),
        LEGAL(8083),
        LEGAL_MANAGEMENT(9083),
        REPORTING(8084),
        REPORTING_MANAGEMENT(9084);

        private final int standard;

        Port(int standard) {
            this.standard = standard;
        }

        String variable() {
            return "FENGQIAO_" + name() + "_PORT";
        }
    }

    /** {@code FENGQIAO_HOME}, or {@code .fengqiao} in the repository. */
    static Place of(Path root, Map<String, String> environment) {
        String home =
                environment.getOrDefault("FENGQIAO_HOME", root.resolve(".fengqiao").toString());
        return new Place(root, Path.of(home).toAbsolutePath().normalize(), environment);
    }

    int port(Port port) {
        String value = environment.get(port.variable());
        if (value == null) {
            return port.standard;
        }
        if (!value.matches("[0-9]{1,5}")
                || Integer.parseInt(value) < 1
                || Integer.parseInt(value) > LAST_PORT) {
            throw new Trouble(
                    port.variable()
                            + " has to be a port from 1 to "
                            + LAST_PORT
                            + " 端口须为1至"
                            + LAST_PORT
                            + ": "
                            + value);
        }
        return Integer.parseInt(value);
    }

    String url(Port port) {
        return "http://127.0.0.1:" + port(port);
    }

    Path run() {
        return home.resolve("run");
    }

    Path secrets() {
        return home.resolve("secrets");
    }

    /**
     * Refuses to start on a port where somebody else listens.
     *
     * @throws Trouble naming each such port and the variable to set
     */
    void checkPorts() {
        String taken =
                Arrays.stream(Port.values())
                        .filter(it -> FreePorts.taken(port(it)))
                        .map(
                                it ->
                                        "  port %d is taken 端口被占用: set 请设置 %s=<another 其他端口>"
                                                .formatted(port(it), it.variable()))
                        .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new Trouble("cannot start 无法启动:\n" + taken);
        }
    }

    /** Something the operator can put right; printed without a stack trace. */
    static final class Trouble extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Trouble(String message) {
            super(message);
        }
    }

    /** Whether the machine has a command. */
    static boolean hasCommand(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(it -> Files.isExecutable(Path.of(it).resolve(name)));
    }
}
