package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The requests that releases showed as examples (docs/released): a client that was written after
 * one of them still sends it, so the service under test has to take it.
 */
public final class ReleasedRequests {

    private final String service;
    private final UnaryOperator<String> change;

    private ReleasedRequests(String service, UnaryOperator<String> change) {
        this.service = service;
        this.change = change;
    }

    /**
     * @param service its name in paths, {@code mediation}
     */
    public static ReleasedRequests of(String service) {
        return new ReleasedRequests(service, UnaryOperator.identity());
    }

    /** As if the releases had said something else: the control of what finds nothing. */
    public ReleasedRequests with(String said, String other) {
        return new ReleasedRequests(service, it -> it.replace(said, other));
    }

    /** Fails with each request that is not taken. */
    public void areTaken() {
        assertEquals("", String.join("\n", notTaken()));
    }

    /** The requests that are not taken, one sentence each; fails where no release is kept. */
    public List<String> notTaken() {
        List<Path> released = documents(service);
        assertFalse(released.isEmpty(), "no release of " + service + " is kept");
        return released.stream()
                .flatMap(it -> ApiContract.of(read(it)).requestsNotTaken().stream())
                .toList();
    }

    /** The OpenAPI documents of a service in all releases that are kept, in no order. */
    private static List<Path> documents(String service) {
        try (Stream<Path> releases = Files.list(GoldenFile.root().resolve("docs/released"))) {
            return releases.map(it -> it.resolve("openapi/" + service + "-3.0.yaml"))
                    .filter(Files::exists)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(Path document) {
        try {
            return new YAMLMapper().readTree(change.apply(Files.readString(document)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
