package org.fengqiao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Registering cases over HTTP, against the same inserts by the database alone. */
final class CreateBench {
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 3;
    private static final int WARM_UP_CALLS = 40_000;

    private CreateBench() {}

    static void run(Stage stage, Results results, int seconds) throws Exception {
        List<String> committees;
        try (Http http = stage.clerk()) {
            committees = Clerk.committees(http);
        }
        List<Http> connections = new ArrayList<>();
        List<Load.Client> service = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Http http = stage.clerk();
            String committee = committees.get(i % committees.size());
            connections.add(http);
            service.add(
                    () -> http.post("/mediation/v1/cases", Clerk.newCase(committee)).expect(201));
        }
        Load.warmUp(service, WARM_UP_CALLS);
        try (InsertLimit limit = new InsertLimit(stage, committees, CONNECTIONS)) {
            Load.perSecond(limit.clients(), 4);
            double[] created = new double[ROUNDS];
            double[] inserted = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                double cpu = stage.mediationCpuSeconds();
                created[round] = Load.perSecond(service, seconds);
                double serviceCpu = stage.mediationCpuSeconds() - cpu;
                cpu = stage.databaseCpuSeconds();
                inserted[round] = Load.perSecond(limit.clients(), seconds);
                System.out.printf(
                        "  round %d: service %,.0f/s (%.2f CPU-ms each with the database),"
                                + " database alone %,.0f/s (%.2f CPU-ms each)%n",
                        round + 1,
                        created[round],
                        serviceCpu * 1e3 / (created[round] * seconds),
                        inserted[round],
                        (stage.databaseCpuSeconds() - cpu) * 1e3 / (inserted[round] * seconds));
            }
            report(results, created, inserted);
        }
        for (Http http : connections) {
            http.close();
        }
    }

    private static void report(Results results, double[] created, double[] inserted) {
        double[] ratios =
                IntStream.range(0, ROUNDS).mapToDouble(it -> created[it] / inserted[it]).toArray();
        results.note(
                "create: POST /v1/cases, 8 connections, median of 3",
                Results.text(Results.percentile(created, 0.5)) + "/s");
        results.note(
                "create: same statements, plain JDBC, 8 connections, median of 3",
                Results.text(Results.percentile(inserted, 0.5)) + "/s");
        results.atLeast(
                "create: service against the database's own limit, median ratio",
                0.5,
                Results.percentile(ratios, 0.5),
                "");
    }
}
