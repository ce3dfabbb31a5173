package org.fengqiao.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fengqiao.local.Place.Trouble;

/**
 * Starts and stops the whole suite on this machine; {@code deploy/up} and {@code deploy/down} call
 * it.
 *
 * <pre>
 * up [--fresh] [--detach] [--identity demo|keycloak]
 *       start, import the demo once, print addresses, tokens and the paragraph
 * down  stop; the data stay
 * train make the services' AOT caches (JDK 25)
 * </pre>
 */
public final class Launcher {
    /** The last line a detached launcher prints before its parent returns. */
    private static final String READY = "ready 已就绪";

    private static final Duration STOP_WAIT = Duration.ofMinutes(2);
    private static final String KEYCLOAK = "--identity keycloak";

    private final Place place;
    private final boolean keycloak;

    private Launcher(Place place, boolean keycloak) {
        this.place = place;
        this.keycloak = keycloak;
    }

    /** Exit code 0 when done, 1 for trouble, 2 for a wrong call. */
    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        Path root = Path.of(System.getProperty("fengqiao.root", "")).toAbsolutePath();
        Launcher launcher =
                new Launcher(
                        Place.of(root, System.getenv()),
                        String.join(" ", words).contains(KEYCLOAK));
        try {
            if (words.equals(List.of("down"))) {
                launcher.down();
            } else if (words.equals(List.of("train"))) {
                AotCache.train(root);
                System.exit(0); // the identity provider leaves threads behind
            } else if (isUp(words)) {
                launcher.up(words.contains("--fresh"), words.contains("--detach"));
            } else {
                System.err.println(
                        "usage 用法: deploy/up [--fresh] [--detach] [--identity demo|keycloak]"
                                + " | deploy/down");
                System.exit(2);
            }
        } catch (Trouble e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static boolean isUp(List<String> words) {
        return String.join(" ", words)
                .matches("up( --fresh| --detach| --identity (demo|keycloak))*");
    }

    private Path pidFile() {
        return place.run().resolve("launcher.pid");
    }

    private void up(boolean fresh, boolean detach) {
        checkOwner();
        if (fresh) {
            down();
            Folders.delete(place.home());
        }
        Optional<ProcessHandle> running = Child.living(pidFile());
        if (running.isPresent()) {
            System.out.println("already running 已在运行 (pid " + running.get().pid() + ")");
            System.out.println(summaryOf(running.get()));
        } else if (detach) {
            detached();
        } else {
            run();
        }
    }

    /** What the running launcher has to say, once it is ready. */
    private String summaryOf(ProcessHandle running) {
        Path summary = Summary.file(place);
        while (!Files.exists(summary)) {
            if (Child.awaitExit(running, Duration.ofMillis(200))) {
                throw new Trouble("it ended before it was ready 启动未完成即退出");
            }
        }
        return Folders.read(summary);
    }

    private void checkOwner() {
        if (Files.exists(place.home()) && !Files.isWritable(place.home())) {
            throw new Trouble(
                    place.home()
                            + " belongs to another user 属于其他用户; set 请设置 FENGQIAO_HOME=<folder 目录>");
        }
    }

    /** Starts all and stays until stopped by a signal. */
    private void run() {
        Folders.create(place.run());
        Child.forget(Summary.file(place));
        Child.remember(ProcessHandle.current(), pidFile());
        Suite suite = new Suite(place, keycloak, AotCache::options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite)));
        suite.start();
        Summary summary = new Summary(place, suite.identity());
        summary.writeEnvironment();
        new DemoImport(place, suite.identity()).importOnce();
        summary.awaitAll();
        new DemoReport(place, suite.identity()).publishOnce();
        System.out.println(summary.write());
        System.out.println(READY + "; Ctrl-C or 或 deploy/down stops 停止, data stay 数据保留");
        watch(suite);
    }

    private void stop(Suite suite) {
        System.out.println("stopping 正在停止 …");
        suite.close();
        Child.forget(pidFile());
    }

    /** Keeps all running until a signal ends this process, or a part ends too often. */
    private static void watch(Suite suite) {
        while (true) {
            for (String part : suite.reviveEnded()) {
                System.out.println(part + " ended and was started again 意外退出，已重新启动");
            }
            Child.pause(Duration.ofSeconds(1));
        }
    }

    /** Starts another launcher outside this terminal and follows its words until it is ready. */
    private void detached() {
        Path log = Folders.create(place.home().resolve("logs")).resolve("launcher.log");
        List<String> command = new ArrayList<>(List.of("setsid", Child.javaCommand()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Launcher.class.getName(), "up"));
        if (keycloak) {
            command.addAll(List.of(KEYCLOAK.split(" ")));
        }
        try {
            Files.deleteIfExists(log);
            Process launcher =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                            .start();
            if (!follow(log, launcher)) {
                throw new Trouble("not started 未能启动; logs 日志: " + log.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints the log as it grows; true when it says ready, false when the launcher ends. */
    private static boolean follow(Path log, Process launcher) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            StringBuilder line = new StringBuilder();
            while (true) {
                boolean alive = launcher.isAlive();
                byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
                file.readFully(bytes);
                String text = new String(bytes, StandardCharsets.UTF_8);
                System.out.print(text);
                System.out.flush();
                line.append(text);
                if (line.indexOf(READY) >= 0) {
                    return true;
                }
                if (!alive) {
                    return false;
                }
                Child.pause(Duration.ofMillis(200));
            }
        }
    }

    private void down() {
        Optional<ProcessHandle> running = Child.living(pidFile());
        if (running.isPresent()) {
            running.get().destroy();
            if (!Child.awaitExit(running.get(), STOP_WAIT)) {
                running.get().destroyForcibly();
            }
        }
        Suite.stopLeftovers(place);
        Child.forget(pidFile());
        System.out.println(running.isPresent() ? "stopped 已停止" : "not running 未在运行");
    }
}
