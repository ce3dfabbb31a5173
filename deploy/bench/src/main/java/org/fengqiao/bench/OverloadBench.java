package org.fengqiao.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Twenty times the callers, none of whom waits when told to come again later: what is answered
 * meanwhile, and how soon afterwards all is as before.
 */
final class OverloadBench {
    private static final int CALM_CLIENTS = 8;
    private static final int TIMES = 20;
    private static final int CALM_SECONDS = 10;
    private static final int RECOVERY_SECONDS = 30;
    private static final int WARM_UP_CALLS = 20_000;
    private static final double AS_BEFORE = 1.5;

    private OverloadBench() {}

    /**
     * One answer.
     *
     * @param status 0 where the connection was cut
     * @param second since the load began
     */
    private record Answer(int status, double millis, int second) {}

    static void run(Stage stage, Results results, int seconds) throws Exception {
        List<String> committees;
        try (Http http = stage.clerk()) {
            committees = Clerk.committees(http);
        }
        warmUp(stage, committees);
        double before = p95(load(stage, committees, CALM_CLIENTS, CALM_SECONDS));
        results.note("overload: p95 before, 8 clients", Results.text(before) + " ms");
        List<Answer> during = overload(stage, results, committees, seconds);
        List<Answer> after = load(stage, committees, CALM_CLIENTS, RECOVERY_SECONDS);
        report(results, during);
        int recovered = 0;
        while (recovered < RECOVERY_SECONDS
                && p95(ofSecond(after, recovered)) > before * AS_BEFORE) {
            recovered++;
        }
        results.atMost(
                "overload: seconds until p95 is at most 1.5 times that before",
                RECOVERY_SECONDS - 1,
                recovered,
                " s",
                "");
    }

    private static void warmUp(Stage stage, List<String> committees) throws Exception {
        List<Load.Client> clients = new ArrayList<>();
        List<Http> all = new ArrayList<>();
        for (int i = 0; i < CALM_CLIENTS; i++) {
            Http http = stage.clerk();
            all.add(http);
            int number = i;
            clients.add(() -> call(http, committees, number));
        }
        Load.warmUp(clients, WARM_UP_CALLS);
        for (Http it : all) {
            it.close();
        }
    }

    /** The load, and beside it somebody who asks for the service's health. */
    private static List<Answer> overload(
            Stage stage, Results results, List<String> committees, int seconds) throws Exception {
        ExecutorService doctor = Executors.newSingleThreadExecutor();
        try {
            Future<double[]> health = doctor.submit(() -> health(stage, seconds));
            List<Answer> during = load(stage, committees, CALM_CLIENTS * TIMES, seconds);
            double[] millis = health.get();
            results.note(
                    "overload: health meanwhile, %d times 200, p95".formatted(millis.length),
                    Results.text(Results.percentile(millis, 0.95)) + " ms");
            return during;
        } finally {
            doctor.shutdownNow();
        }
    }

    private static double[] health(Stage stage, int seconds) throws Exception {
        try (Http http = stage.clerk()) {
            double[] millis = new double[seconds * 4];
            for (int i = 0; i < millis.length; i++) {
                long began = System.nanoTime();
                http.get("/q/health/live").expect(200);
                millis[i] = (System.nanoTime() - began) / 1e6;
                Load.pause(Duration.ofMillis(250));
            }
            return millis;
        }
    }

    private static void report(Results results, List<Answer> during) {
        results.note("overload: answers, 160 clients", "%,d".formatted(during.size()));
        for (int status : new int[] {200, 201, 429, 503}) {
            results.note(
                    "overload: share of " + status,
                    "%.1f %%".formatted(100.0 * of(during, status) / during.size()));
        }
        long known = of(during, 200) + of(during, 201) + of(during, 429) + of(during, 503);
        results.atMost("overload: any other answer, or none", 0, during.size() - known, "", "");
        results.note("overload: p95 of what was accepted", Results.text(p95(during)) + " ms");
    }

    private static long of(List<Answer> answers, int status) {
        return answers.stream().filter(it -> it.status == status).count();
    }

    private static List<Answer> ofSecond(List<Answer> answers, int second) {
        return answers.stream().filter(it -> it.second == second).toList();
    }

    /** Of what was accepted; without end where nothing was. */
    private static double p95(List<Answer> answers) {
        double[] millis =
                answers.stream()
                        .filter(it -> it.status / 100 == 2)
                        .mapToDouble(Answer::millis)
                        .toArray();
        return millis.length == 0 ? Double.POSITIVE_INFINITY : Results.percentile(millis, 0.95);
    }

    private static List<Answer> load(Stage stage, List<String> committees, int clients, int seconds)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long began = System.nanoTime();
            List<Future<List<Answer>>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                running.add(threads.submit(() -> until(stage, committees, number, began, seconds)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<List<Answer>> it : running) {
                answers.addAll(it.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Answer> until(
            Stage stage, List<String> committees, int number, long began, int seconds)
            throws IOException {
        List<Answer> answers = new ArrayList<>();
        Http http = stage.clerk();
        for (int call = number; System.nanoTime() - began < seconds * 1_000_000_000L; call++) {
            long asked = System.nanoTime();
            int status;
            try {
                status = call(http, committees, call);
            } catch (IOException e) {
                status = 0;
                http.close();
                http = stage.clerk();
            }
            long now = System.nanoTime();
            answers.add(
                    new Answer(status, (now - asked) / 1e6, (int) ((now - began) / 1_000_000_000)));
        }
        http.close();
        return answers;
    }

    /** Of four calls two read, one writes, and one asks what anybody may. */
    private static int call(Http http, List<String> committees, int number) throws IOException {
        return switch (number % 4) {
            case 0 ->
                    http.post(
                                    "/mediation/v1/cases",
                                    Clerk.newCase(committees.get(number % committees.size())))
                            .status();
            case 1 -> http.get("/mediation/v1/deadlines/rules").status();
            default -> http.get("/mediation/v1/cases?limit=20").status();
        };
    }
}
