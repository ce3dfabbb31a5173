package org.fengqiao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A child JVM with a log file and a pid file.
 *
 * <p>The pid file lets the next start find a child that outlived its parent (kill -9). It holds the
 * process id and the instant the process started, so that a recycled id is never mistaken for it.
 */
final class Child implements AutoCloseable {
    static final Duration STOP_WAIT = Duration.ofSeconds(30);

    private final String name;
    private final Process process;
    private final Path log;
    private final Path pidFile;

    private Child(String name, Process process, Path log, Path pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    /** Starts {@code java} with these arguments; an earlier child of this pid file is stopped. */
    static Child java(
            String name, List<String> arguments, Map<String, String> environment, Path run) {
        Path pidFile = run.resolve(name + ".pid");
        stopLeftover(pidFile);
        Path log = Folders.create(run.resolveSibling("logs")).resolve(name + ".log");
        List<String> command = new ArrayList<>();
        // Its own session: Ctrl-C reaches the launcher alone, which stops all in order.
        command.add("setsid");
        command.add(javaCommand());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            remember(process.toHandle(), pidFile);
            return new Child(name, process, log, pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static void remember(ProcessHandle process, Path pidFile) {
        Folders.write(
                pidFile, process.pid() + " " + process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The living process that wrote {@code pidFile}, if there is one. */
    static Optional<ProcessHandle> living(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String[] parts = Folders.read(pidFile).split(" ");
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(Child::lives)
                .filter(
                        it ->
                                it.info()
                                        .startInstant()
                                        .orElse(Instant.EPOCH)
                                        .equals(Instant.parse(parts[1])));
    }

    static void stopLeftover(Path pidFile) {
        living(pidFile).ifPresent(Child::stop);
        forget(pidFile);
    }

    static void forget(Path pidFile) {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM, and SIGKILL when the process has not ended after {@link #STOP_WAIT}. */
    static void stop(ProcessHandle process) {
        process.destroy();
        if (!awaitExit(process, STOP_WAIT)) {
            process.destroyForcibly();
            awaitExit(process, STOP_WAIT);
        }
    }

    /** Whether the process has ended, at once or within {@code wait}. */
    static boolean awaitExit(ProcessHandle process, Duration wait) {
        Instant end = Instant.now().plus(wait);
        while (lives(process)) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            pause(Duration.ofMillis(20));
        }
        return true;
    }

    /**
     * Java takes a zombie for alive. One that init never reaps, as in some containers, has ended
     * all the same once its last thread has: then its ports and locks are free.
     */
    private static boolean lives(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        if (!process.isAlive()) {
            return false;
        }
        try (Stream<Path> threads = Files.list(proc.resolve("task"))) {
            String stat = Files.readString(proc.resolve("stat"), StandardCharsets.UTF_8);
            boolean zombie = stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
            return !zombie || threads.count() > 1;
        } catch (IOException e) {
            return false; // ended meanwhile
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return lives(process.toHandle());
    }

    /**
     * Waits until {@code ready} answers true.
     *
     * @throws IllegalStateException if the child ends first or {@code wait} passes; the message
     *     carries the end of its log
     */
    void await(Duration wait, Readiness ready) {
        Instant end = Instant.now().plus(wait);
        while (!ready.ready()) {
            if (!alive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        name
                                + (alive() ? " is not ready after " + wait : " ended")
                                + "; the end of "
                                + log
                                + ":\n"
                                + Folders.tail(log, 30));
            }
            pause(Duration.ofMillis(50));
        }
    }

    /** Whether a server answers. */
    @FunctionalInterface
    interface Readiness {
        boolean ready();
    }

    static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    /** SIGTERM. Returns when the process has ended, or after {@code wait}. */
    void end(Duration wait) {
        process.destroy();
        awaitExit(process.toHandle(), wait);
    }

    /** SIGKILL: no shutdown hook runs. Returns when the process is gone. */
    void kill() {
        process.destroyForcibly();
        awaitExit(process.toHandle(), STOP_WAIT);
    }

    @Override
    public void close() {
        stop(process.toHandle());
        stopLeftover(pidFile);
    }
}
