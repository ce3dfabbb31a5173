package org.fengqiao.reporting.parity;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.fengqiao.kit.gauges.RowGauges;
import org.fengqiao.reporting.parity.ParityComparison.Status;

/** What the last comparison of each kind came to. */
@ApplicationScoped
class ParityGauges {

    private static final String KINDS =
            "select count(*) from parity_comparison where status = '%s'";

    void register(@Observes StartupEvent event, RowGauges gauges) {
        gauges.add(
                "fengqiao.parity.different",
                "Kinds whose facts are not what their source holds",
                KINDS.formatted(Status.DIFFERENT));
        gauges.add(
                "fengqiao.parity.unreachable",
                "Kinds whose source did not answer",
                KINDS.formatted(Status.SOURCE_UNREACHABLE));
        gauges.add(
                "fengqiao.parity.age.seconds",
                "Since the kind that was compared longest ago; 0 where none was",
                """
                select coalesce(extract(epoch from now() - min(compared_at)), 0)
                from parity_comparison
                """);
    }
}
