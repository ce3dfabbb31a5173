package org.fengqiao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/** How long after an agreement is sent its village's figure shows it. */
final class LagBench {
    private static final int CASES = 200;
    private static final int WARM_UP_CASES = 20;
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Http clerk;
    private final Http reader;
    private final String committee;

    private LagBench(Http clerk, Http reader) throws IOException {
        this.clerk = clerk;
        this.reader = reader;
        this.committee = Clerk.committees(clerk).get(0);
    }

    static void run(Stage stage, Results results) throws IOException {
        try (Http clerk = stage.clerk();
                Http reader = stage.reader()) {
            LagBench it = new LagBench(clerk, reader);
            double[] millis = new double[WARM_UP_CASES + CASES];
            for (int i = 0; i < millis.length; i++) {
                millis[i] = it.lagMillis();
            }
            double[] measured = Arrays.copyOfRange(millis, WARM_UP_CASES, millis.length);
            results.atMost(
                    "lag: from sending an agreement to its figure, 200 cases, p99",
                    1_000,
                    Results.percentile(measured, 0.99),
                    " ms",
                    " (p50 " + Results.text(Results.percentile(measured, 0.5)) + " ms)");
        }
    }

    /** The whole of it: the request itself, commit, relay, broker, consumer, figure. */
    private double lagMillis() throws IOException {
        String id =
                Clerk.id(clerk.post("/mediation/v1/cases", Clerk.newCase(committee)).expect(201));
        String path = "/mediation/v1/cases/" + id;
        clerk.step(path + "/acceptance", 1, "{}").expect(200);
        clerk.step(path + "/sessions", 2, "{\"record\":\"双方陈述\"}").expect(200);
        int wanted = agreements() + 1;
        long began = System.nanoTime();
        clerk.step(path + "/agreement", 3, "{\"form\":\"WRITTEN\",\"content\":\"改檐沟，费用各半\"}")
                .expect(200);
        while (agreements() != wanted) {
            if (System.nanoTime() - began > WAIT.toNanos()) {
                throw new IllegalStateException("the figure does not follow case " + id);
            }
            Load.pause(POLL);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private int agreements() throws IOException {
        String month = LocalDate.now(SHANGHAI).toString().substring(0, 7);
        String body =
                reader.get(
                                "/reporting/v1/figures?indicator=M-04&division=%s&period=%s"
                                        .formatted(Clerk.village(1), month))
                        .expect(200);
        JsonNode value = Clerk.json(body).get("figures").get(0).get("value");
        return value == null ? 0 : value.asInt();
    }
}
