package org.fengqiao.kit.tracing;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fengqiao.kit.inbox.KafkaLog;

/**
 * A span for each event of a batch that took a trace along, from the reading to the commit. Events
 * that took none cost a look at their headers.
 */
public final class EventSpans implements AutoCloseable {

    private static final String TRACER = "org.fengqiao.kit";

    private final List<Span> spans = new ArrayList<>();

    private EventSpans() {}

    /** Begins them; closing ends them. */
    public static EventSpans of(List<ConsumerRecord<String, byte[]>> events) {
        EventSpans all = new EventSpans();
        Tracer tracer = GlobalOpenTelemetry.getTracer(TRACER);
        for (ConsumerRecord<String, byte[]> event : events) {
            Context parent = TraceParent.of(event);
            if (parent != null) {
                all.spans.add(begin(tracer, event, parent));
            }
        }
        return all;
    }

    private static Span begin(Tracer tracer, ConsumerRecord<String, byte[]> event, Context parent) {
        String id = KafkaLog.header(event, "ce_id");
        return tracer.spanBuilder("process " + event.topic())
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", event.topic())
                .setAttribute("messaging.destination.partition.id", "" + event.partition())
                .setAttribute("messaging.kafka.offset", event.offset())
                .setAttribute("messaging.message.id", id == null ? "" : id)
                .startSpan();
    }

    @Override
    public void close() {
        spans.forEach(Span::end);
    }
}
