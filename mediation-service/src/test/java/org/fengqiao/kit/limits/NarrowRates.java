package org.fengqiao.kit.limits;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Rates that a test meets soon. */
public final class NarrowRates implements QuarkusTestProfile {

    static final int PERSON_READS = 20;
    static final int PERSON_WRITES = 10;
    static final int PERSON_EXPORTS = 3;
    static final int DIVISION_READS = 30;
    static final int CLIENT_READS = 100;
    static final int ADDRESS_READS = 10;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "fengqiao.limits.rates.person.reads", "" + PERSON_READS,
                "fengqiao.limits.rates.person.writes", "" + PERSON_WRITES,
                "fengqiao.limits.rates.person.exports", "" + PERSON_EXPORTS,
                "fengqiao.limits.rates.division.reads", "" + DIVISION_READS,
                "fengqiao.limits.rates.client.reads", "" + CLIENT_READS,
                "fengqiao.limits.rates.address.reads", "" + ADDRESS_READS);
    }
}
