package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** A check of settings that finds nothing would pass, too. */
class DeployedSettingsTest {

    @Test
    void aMisspeltVariableIsFound() {
        Set<String> right =
                Set.of(
                        "FENGQIAO_PRIVACY_KEY_FILE",
                        "FENGQIAO_ISSUER",
                        "KAFKA_SASL_MECHANISM",
                        "QUARKUS_TLS_ISSUER_TRUST_STORE_PEM_CERTS");
        assertEquals(Set.of(), DeployedSettings.unread("mediation", right));
        for (String it : right) {
            Set<String> wrong = Set.of(it + "S");
            assertEquals(wrong, DeployedSettings.unread("mediation", wrong));
        }
    }

    @Test
    void aVariableOfAnotherServiceIsFound() {
        Set<String> vault = Set.of("FENGQIAO_ACCUSATIONS_KEY_FILE");
        assertEquals(Set.of(), DeployedSettings.unread("petition", vault));
        assertEquals(vault, DeployedSettings.unread("mediation", vault));
    }

    @Test
    void aVariableThatCannotChangeWhatWasBuiltIsFound() {
        Set<String> built = Set.of("QUARKUS_MANAGEMENT_ENABLED", "FENGQIAO_RECORDS");
        assertEquals(built, DeployedSettings.unread("mediation", built));
    }

    @Test
    void aVariableThatIsCalledAsAMetricIsFound() {
        Set<String> metrics =
                Set.of(
                        "FENGQIAO_AUDIT_LAG",
                        "FENGQIAO_EVENTS_REFUSED",
                        "FENGQIAO_INBOX_PROBLEMS",
                        "FENGQIAO_INBOX_SILENCE",
                        "FENGQIAO_KEY_OLD_ROWS",
                        "FENGQIAO_LIMITS_REFUSED");
        assertEquals(metrics, DeployedSettings.unread("mediation", metrics));
    }

    @Test
    void whatIsNotGivenIsFound() {
        assertTrue(
                DeployedSettings.missing("petition", Set.of())
                        .containsAll(
                                Set.of(
                                        "FENGQIAO_ACCUSATIONS_KEY_FILE",
                                        "FENGQIAO_PRIVACY_KEY_FILE",
                                        "KAFKA_BOOTSTRAP_SERVERS")));
    }
}
