package org.fengqiao.kit.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.fengqiao.kit.inbox.KafkaLog;

/** The header {@code traceparent} of W3C Trace Context, which an event takes along. */
public final class TraceParent {

    public static final String HEADER = "traceparent";

    private static final TextMapGetter<ConsumerRecord<String, byte[]>> HEADERS =
            new TextMapGetter<>() {
                @Override
                public Iterable<String> keys(ConsumerRecord<String, byte[]> event) {
                    return List.of(HEADER);
                }

                @Override
                public String get(ConsumerRecord<String, byte[]> event, String name) {
                    return HEADER.equals(name) ? KafkaLog.header(event, name) : null;
                }
            };

    private TraceParent() {}

    /** Of the span that is running; null where it is not recorded. */
    public static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isSampled()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
                : null;
    }

    /** What the event came of; null where it took nothing along. */
    static Context of(ConsumerRecord<String, byte[]> event) {
        Header header = event.headers().lastHeader(HEADER);
        return header == null
                ? null
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), event, HEADERS);
    }
}
