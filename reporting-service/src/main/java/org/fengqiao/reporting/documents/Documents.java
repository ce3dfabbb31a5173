package org.fengqiao.reporting.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fengqiao.reporting.reports.Edition;

/** Renders the documents of an edition. */
@ApplicationScoped
public class Documents {

    /** All of them. */
    public Map<Format, byte[]> of(Edition edition) {
        String canonical = Seal.canonical(edition);
        String json =
                "{\"edition\":%s,\"seal\":\"%s\",\"documents\":[]}"
                        .formatted(canonical, Seal.of(canonical));
        return Map.of(Format.JSON, json.getBytes(StandardCharsets.UTF_8));
    }
}
