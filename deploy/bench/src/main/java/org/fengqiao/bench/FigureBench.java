package org.fengqiao.bench;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.function.Function;

/** How long a reader waits for figures and for the list behind one. */
final class FigureBench {
    private static final int WARM_UP_CALLS = 200;
    private static final int CALLS = 500;

    /** Of receipts above the county: their digest reads every line. */
    private static final int FEW_CALLS = 20;

    private static final String INDICATORS = "M-01,M-02,M-03,M-04,M-05,M-06";

    private final Results results;
    private final Http http;
    private final SplittableRandom random = new SplittableRandom(1963);

    private FigureBench(Results results, Http http) {
        this.results = results;
        this.http = http;
    }

    static void run(Stage stage, Results results) throws Exception {
        try (Http http = stage.reader()) {
            FigureBench it = new FigureBench(results, http);
            it.measure("figures: M-01 to M-06 of a township's year, p95", 50, it::townshipFigures);
            it.measure("figures: M-01 to M-06 of a county's year, p95", 50, it::countyFigures);
            it.measure(
                    "figures: M-01 to M-06 of a prefecture's year, p95", 50, it::prefectureFigures);
            it.measure("figures: M-01 to M-06 of a province's year, p95", 50, it::provinceFigures);
            it.measure("receipt: a page of 50 of a township's year, p95", 100, it::townshipReceipt);
            it.measure("receipt: a page of 50 of a county's year, p95", 100, it::countyReceipt);
            it.measure(
                    "receipt: a page of 50 of a prefecture's year, p95",
                    100,
                    it::prefectureReceipt,
                    FEW_CALLS,
                    FEW_CALLS);
            it.measure(
                    "receipt: a page of 50 of a province's year, p95",
                    100,
                    it::provinceReceipt,
                    1,
                    FEW_CALLS);
        }
    }

    private void measure(String what, int level, Load.Client call) throws Exception {
        measure(what, level, call, WARM_UP_CALLS, CALLS);
    }

    private void measure(String what, int level, Load.Client call, int warmUp, int calls)
            throws Exception {
        Load.millis(call, warmUp);
        double[] millis = Load.millis(call, calls);
        String median = " (p50 " + Results.text(Results.percentile(millis, 0.5)) + " ms)";
        results.atMost(what, level, Results.percentile(millis, 0.95), " ms", median);
    }

    private void townshipFigures() throws IOException {
        figures(Province::township);
    }

    private void countyFigures() throws IOException {
        figures(Province::county);
    }

    private void prefectureFigures() throws IOException {
        figures(Province::prefecture);
    }

    private void provinceFigures() throws IOException {
        figures(random -> Province.CODE);
    }

    private void townshipReceipt() throws IOException {
        receipt(Province::township);
    }

    private void countyReceipt() throws IOException {
        receipt(Province::county);
    }

    private void prefectureReceipt() throws IOException {
        receipt(Province::prefecture);
    }

    private void provinceReceipt() throws IOException {
        receipt(random -> Province.CODE);
    }

    private void figures(Function<SplittableRandom, String> division) throws IOException {
        http.get(
                        "/reporting/v1/figures?indicator=%s&division=%s&period=%d"
                                .formatted(
                                        INDICATORS, division.apply(random), Province.year(random)))
                .expect(200);
    }

    private void receipt(Function<SplittableRandom, String> division) throws IOException {
        http.get(
                        "/reporting/v1/figures/M-01/%s/%d/receipt?limit=50"
                                .formatted(division.apply(random), Province.year(random)))
                .expect(200);
    }
}
