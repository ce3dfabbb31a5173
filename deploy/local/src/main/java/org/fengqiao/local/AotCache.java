package org.fengqiao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.local.Place.Port;
import org.fengqiao.local.Place.Trouble;
import org.fengqiao.local.Suite.Service;

/**
 * What a JVM 25 has learnt of a service in a training run: its classes loaded and linked, and which
 * methods ran. It lies beside the service's jar. Half a cache, or none, is started without. That of
 * another service must never be given: seen with JDK 25.0.3, the jar that starts is alike in all,
 * the JVM takes the cache, and the service comes up with the other one's classes.
 */
public final class AotCache {
    private static final int FIRST_JVM = 25;
    // At its end a JVM writes its record, of more than 100 MB.
    private static final Duration RECORD_WAIT = Duration.ofMinutes(3);

    private AotCache() {}

    /**
     * The options that start a service with its cache; none where there is none, or only that of an
     * older build, whose classes the JVM might take.
     */
    public static List<String> options(Path application) {
        return isSupported() && isCurrent(application)
                ? List.of("-XX:AOTCache=" + file(application))
                : List.of();
    }

    /** Whether this JVM, which is also that of the services, can use such caches. */
    public static boolean isSupported() {
        return Runtime.version().feature() >= FIRST_JVM;
    }

    /** The cache of a service. */
    public static Path file(Path application) {
        return application.resolve("service.aot");
    }

    /** The options of a training run. */
    static List<String> training(Path application) {
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + record(application));
    }

    private static Path record(Path application) {
        return application.resolve("service.aotconf");
    }

    /**
     * Makes the caches that are missing or older than their jar: a suite of its own, in a folder
     * that is gone afterwards, starts, answers and stops.
     */
    public static void train(Path root) {
        if (!isSupported()) {
            throw new Trouble("an AOT cache needs JDK 25 需要 JDK 25");
        }
        if (Arrays.stream(Service.values()).allMatch(it -> isCurrent(it.application(root)))) {
            return;
        }
        System.out.println("training 正在生成 AOT 缓存 …");
        Map<String, String> ports = new HashMap<>();
        for (Port it : Port.values()) {
            ports.put(it.variable(), Integer.toString(FreePorts.next()));
        }
        Path home = root.resolve("target").resolve("aot-training");
        Folders.delete(home);
        Place place = new Place(root, home, ports);
        try (Suite suite = new Suite(place, false, AotCache::training)) {
            suite.start();
            new Summary(place, suite.identity()).awaitAll();
            suite.endServices(RECORD_WAIT);
        }
        for (Service it : Service.values()) {
            create(it.application(root), home.resolve("logs"));
        }
        Folders.delete(home);
    }

    private static boolean isCurrent(Path application) {
        try {
            Path cache = file(application);
            return Files.exists(cache)
                    && Files.getLastModifiedTime(cache)
                                    .compareTo(Files.getLastModifiedTime(jar(application)))
                            > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar(Path application) {
        return application.resolve("quarkus-run.jar");
    }

    /** From the record; no line of the service runs. */
    private static void create(Path application, Path logs) {
        Path draft = application.resolve("service.aot.draft");
        Path log = logs.resolve("aot.log");
        List<String> command = new ArrayList<>(List.of(Child.javaCommand()));
        command.addAll(
                Suite.arguments(
                        application,
                        List.of(
                                "-XX:AOTMode=create",
                                "-XX:AOTConfiguration=" + record(application),
                                "-XX:AOTCache=" + draft)));
        try {
            Process creation =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            if (creation.waitFor() != 0) {
                throw new Trouble("no AOT cache 未能生成 AOT 缓存:\n" + Folders.tail(log, 20));
            }
            Files.move(draft, file(application), StandardCopyOption.ATOMIC_MOVE);
            Files.delete(record(application));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
