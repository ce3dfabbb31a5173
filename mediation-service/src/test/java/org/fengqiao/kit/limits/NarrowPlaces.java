package org.fengqiao.kit.limits;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Few places, and little time for a statement. */
public final class NarrowPlaces implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("fengqiao.limits.requests.working", "3"),
                Map.entry("fengqiao.limits.requests.waiting", "2"),
                Map.entry("fengqiao.limits.requests.wait-millis", "1000"),
                Map.entry("fengqiao.limits.body.seconds", "2"),
                Map.entry("fengqiao.limits.transfers.working", "2"),
                Map.entry("fengqiao.limits.transfers.seconds", "4"),
                Map.entry("fengqiao.limits.statement-millis", "6000"),
                Map.entry("fengqiao.limits.background-statement-millis", "60000"),
                Map.entry("fengqiao.limits.rates.address.reads", "1000"),
                // A proxy on this machine is trusted to say whom it calls for.
                Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                Map.entry("quarkus.http.proxy.allow-x-forwarded", "true"),
                Map.entry("quarkus.http.proxy.trusted-proxies", "127.0.0.1"),
                Map.entry("fengqiao.limits.exports.personal-rows-per-day", "3"),
                Map.entry("fengqiao.limits.exports.rows-per-day", "5"));
    }
}
