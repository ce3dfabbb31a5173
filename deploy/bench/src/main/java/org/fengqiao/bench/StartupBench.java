package org.fengqiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.fengqiao.bench.Stage.Start;
import org.fengqiao.local.AotCache;

/** How soon a service is ready, with its AOT cache and without, in turns; and with a spoilt one. */
final class StartupBench {
    private static final List<String> SERVICES =
            List.of("mediation", "petition", "legal", "reporting");
    private static final int ROUNDS = 3;

    private StartupBench() {}

    static void run(Stage stage, Results results) throws Exception {
        if (!AotCache.isSupported()) {
            results.note("startup", "not measured: an AOT cache needs JDK 25");
            return;
        }
        AotCache.train(stage.root());
        for (String service : SERVICES) {
            List<String> cached = AotCache.options(stage.application(service));
            Start[] with = new Start[ROUNDS];
            Start[] without = new Start[ROUNDS];
            stage.startOf(service, List.of()); // makes the schema
            for (int round = 0; round < ROUNDS; round++) {
                without[round] = stage.startOf(service, List.of());
                with[round] = stage.startOf(service, cached);
            }
            report(service, with, without, results);
        }
        spoil(stage, results);
    }

    private static void report(String service, Start[] with, Start[] without, Results results) {
        double cached = median(seconds(with));
        double plain = median(seconds(without));
        results.atMost(
                "startup: %s, seconds with the cache by those without".formatted(service),
                1,
                cached / plain,
                "",
                " = %.2f / %.2f s".formatted(cached, plain));
        results.note(
                "startup: %s, memory with and without the cache".formatted(service),
                "%.0f / %.0f MiB".formatted(median(memory(with)), median(memory(without))));
    }

    /** Half a cache keeps none from starting. */
    private static void spoil(Stage stage, Results results) throws Exception {
        Path cache = AotCache.file(stage.application("mediation"));
        Path half = stage.application("mediation").resolve("half.aot");
        try {
            byte[] whole = Files.readAllBytes(cache);
            Files.write(half, Arrays.copyOf(whole, whole.length / 2));
            note(stage, "half a cache", half, results);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static void note(Stage stage, String what, Path cache, Results results)
            throws Exception {
        Start start = stage.startOf("mediation", List.of("-XX:AOTCache=" + cache));
        results.note(
                "startup: mediation with " + what, "ready in %.2f s".formatted(start.seconds()));
    }

    /** Resident memory of a process, as Linux counts it (proc(5), VmRSS). */
    static double memoryMib(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(it -> it.startsWith("VmRSS:"))
                .mapToDouble(it -> Long.parseLong(it.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElseThrow();
    }

    private static double median(double[] values) {
        return Results.percentile(values, 0.5);
    }

    private static double[] seconds(Start[] starts) {
        return List.of(starts).stream().mapToDouble(Start::seconds).toArray();
    }

    private static double[] memory(Start[] starts) {
        return List.of(starts).stream().mapToDouble(Start::memoryMib).toArray();
    }
}
