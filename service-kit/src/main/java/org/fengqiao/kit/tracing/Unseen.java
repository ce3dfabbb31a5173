package org.fengqiao.kit.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What no span tells: a path that must not be counted either, queries, addresses and browsers. */
@ApplicationScoped
class Unseen {

    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final List<AttributeKey<String>> BLANKED =
            Stream.of("url.query", "client.address", "network.peer.address", "user_agent.original")
                    .map(AttributeKey::stringKey)
                    .toList();

    private final List<String> paths;
    private final double share;

    /**
     * @param paths patterns of paths without a metric: they have no span either
     * @param share of the traces that begin here which are recorded, 0 to 1
     */
    Unseen(
            @ConfigProperty(name = "quarkus.micrometer.binder.http-server.ignore-patterns")
                    Optional<List<String>> paths,
            @ConfigProperty(name = "fengqiao.tracing.share", defaultValue = "1") double share) {
        this.paths = paths.orElse(List.of());
        this.share = share;
    }

    @Produces
    @Singleton
    Sampler sampler() {
        return new PathSampler(paths, Sampler.parentBased(Sampler.traceIdRatioBased(share)));
    }

    @Produces
    @Singleton
    SpanProcessor blanks() {
        return new Blanks();
    }

    /** Drops the spans of some paths, and whatever begins within them. */
    private record PathSampler(List<String> paths, Sampler others) implements Sampler {

        @Override
        public SamplingResult shouldSample(
                Context parent,
                String traceId,
                String name,
                SpanKind kind,
                Attributes attributes,
                List<LinkData> links) {
            String path = attributes.get(PATH);
            return path != null && paths.stream().anyMatch(path::matches)
                    ? SamplingResult.drop()
                    : others.shouldSample(parent, traceId, name, kind, attributes, links);
        }

        @Override
        public String getDescription() {
            return "by path, then " + others.getDescription();
        }
    }

    /** Overwrites what the framework has noted of who asked. */
    private static final class Blanks implements SpanProcessor {

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            for (AttributeKey<String> key : BLANKED) {
                if (span.getAttribute(key) != null) {
                    span.setAttribute(key, "");
                }
            }
        }

        @Override
        public boolean isStartRequired() {
            return true;
        }

        @Override
        public void onEnd(ReadableSpan span) {}

        @Override
        public boolean isEndRequired() {
            return false;
        }
    }
}
