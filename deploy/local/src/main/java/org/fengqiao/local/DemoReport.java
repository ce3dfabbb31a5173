package org.fengqiao.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fengqiao.local.Place.Port;

/**
 * The annual report of the demo's township, from the text of the real one: read, begun, checked and
 * signed by two people, released and published over the API. Once per data folder.
 */
final class DemoReport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORTS = "/reporting/v1/reports";
    private static final String DIVISION = DemoUser.TOWNSHIP.division();
    private static final int YEAR = 2024;

    private final Place place;
    private final Api clerk;
    private final Api signer;
    private final Api administrator;
    private int version;

    DemoReport(Place place, Identity identity) {
        this.place = place;
        String url = place.url(Port.REPORTING);
        this.clerk = new Api(url, () -> identity.token(DemoUser.TOWNSHIP));
        this.signer = new Api(url, () -> identity.token(DemoUser.SIGNER));
        this.administrator = new Api(url, () -> identity.token(DemoUser.ADMIN));
    }

    /** Path of the published edition. */
    static String edition() {
        return "%s/%s/%d/editions/1".formatted(REPORTS, DIVISION, YEAR);
    }

    void publishOnce() {
        Path done = place.home().resolve("demo-reported");
        if (Files.exists(done)) {
            return;
        }
        begin();
        clerk.settled(path("/preview"));
        administrator.post("/reporting/v1/parity", null, null, 0);
        step(clerk, "checking", "2025-02-12", null);
        step(signer, "signing", "2025-02-20", null);
        step(clerk, "submission", "2025-02-24", null);
        // One visit to the province: the township confirms that it may be told.
        step(signer, "confidentiality-review", "2025-03-20", "P-04");
        step(signer, "publication", "2025-03-28", null);
        Folders.write(done, edition() + "\n");
        System.out.println("published 已公开 " + edition());
    }

    private void begin() {
        Path paper = place.root().resolve("deploy/demo/wawu-2024/report.txt");
        ObjectNode report = JSON.createObjectNode().put("division", DIVISION).put("year", YEAR);
        try {
            JsonNode read =
                    clerk.post(
                            REPORTS + "/readings",
                            report.deepCopy().put("text", Files.readString(paper)),
                            null,
                            0);
            read.required("questions")
                    .forEach(it -> System.out.println("question 疑问 " + it.path("zh").asText()));
            report.put("on", "2025-01-10").set("draft", read.required("draft"));
            version =
                    clerk.post(REPORTS, report, "demo-report-begun", 0).required("version").asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void step(Api who, String step, String day, String confirmed) {
        ObjectNode body = JSON.createObjectNode().put("on", day);
        if (confirmed != null) {
            body.putArray("confirmed").add(confirmed);
        }
        JsonNode after = who.post(path("/" + step), body, "demo-report-" + step, version);
        version = after.required("version").asInt();
    }

    private static String path(String of) {
        return "%s/%s/%d%s".formatted(REPORTS, DIVISION, YEAR, of);
    }
}
