package org.fengqiao.kit.outbox;

import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fengqiao.kit.events.EventKeys;

/**
 * The relay of a second replica, in a process of its own that can be paused and woken. Its session
 * at the database is called {@value #SESSION}.
 */
public final class SecondRelay implements AutoCloseable {

    public static final String SESSION = "second-relay";

    private final Process process;

    private SecondRelay(Process process) {
        this.process = process;
    }

    public static SecondRelay start(
            String jdbcUrl, String user, String password, String brokers, String eventKeys)
            throws IOException {
        return new SecondRelay(
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SecondRelay.class.getName(),
                                jdbcUrl,
                                user,
                                password,
                                brokers,
                                eventKeys)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD)
                        .start());
    }

    public static void main(String[] arguments) throws InterruptedException {
        String jdbcUrl = arguments[0];
        // A parameter of the address wins over the name that the relay gives itself.
        String named = jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "ApplicationName=" + SESSION;
        OutboxRelay relay =
                new OutboxRelay(
                        "mediation",
                        named,
                        arguments[1],
                        arguments[2],
                        Map.of("bootstrap.servers", arguments[3]),
                        new EventKeys(Path.of(arguments[4]), "mediation"));
        relay.start(new StartupEvent());
        new CountDownLatch(1).await(5, TimeUnit.MINUTES);
        System.exit(1);
    }

    public void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void wake() throws IOException, InterruptedException {
        signal("-CONT");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int ended =
                new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
        if (ended != 0 || !process.isAlive()) {
            throw new IllegalStateException("The second relay does not run");
        }
    }
}
