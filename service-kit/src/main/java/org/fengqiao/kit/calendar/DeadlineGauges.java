package org.fengqiao.kit.calendar;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.fengqiao.kit.gauges.RowGauges;

/** How many limits of organs were missed, and how many are near: of all, and of nobody by name. */
@ApplicationScoped
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
class DeadlineGauges {

    private static final String OPEN =
            """
            select count(*)
            from deadline,
                (select (now() at time zone 'Asia/Shanghai')::date as today) clock
            where ended_on is null
              and kind = 'LIMIT'
              and holder = 'ORGAN'
              and due_on %s
            """;

    void register(@Observes StartupEvent event, RowGauges gauges) {
        gauges.add(
                "fengqiao.deadlines.missed",
                "Open limits of organs whose last day has passed",
                OPEN.formatted("< today"));
        gauges.add(
                "fengqiao.deadlines.near",
                "Open limits of organs whose last day is today or within seven days",
                OPEN.formatted("between today and today + 7"));
    }
}
