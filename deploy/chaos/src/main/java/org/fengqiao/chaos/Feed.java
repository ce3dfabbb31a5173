package org.fengqiao.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fengqiao.local.OwnSuite;
import org.fengqiao.local.OwnSuite.Part;

/** Follows the change feed of a service without a pause, and remembers what it was shown. */
final class Feed implements Runnable {

    private final OwnSuite suite;
    private final Part part;
    private final Calls calls;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;
    private volatile String after = "";

    Feed(OwnSuite suite, Part part) {
        this.suite = suite;
        this.part = part;
        this.calls = new Calls(Writer.token(suite, "follower"));
    }

    @Override
    public void run() {
        while (running) {
            try {
                if (!page()) {
                    Pause.millis(5);
                }
            } catch (IOException e) {
                Pause.millis(200); // the service is away
            }
        }
    }

    void stop() {
        running = false;
    }

    /** Each {@code id:version} that was shown. */
    Set<String> seen() {
        return seen;
    }

    private boolean page() throws IOException {
        String url =
                suite.url(part)
                        + "/"
                        + part.name().toLowerCase(Locale.ROOT)
                        + "/v1/changes?limit=200"
                        + (after.isEmpty() ? "" : "&after=" + after);
        JsonNode page = calls.get(url);
        for (JsonNode it : page.path("items")) {
            seen.add(it.get("id").asText() + ":" + it.get("version").asInt());
        }
        after = page.path("next").asText(after);
        return page.path("items").size() > 0;
    }
}
