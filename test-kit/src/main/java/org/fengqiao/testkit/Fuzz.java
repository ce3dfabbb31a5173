package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Sends a service odd requests, made of the right ones of a {@link GuardWalk}'s table as its
 * OpenAPI document tempts to, by callers of two townships. No answer may be 5xx, outside the
 * document, or tell one township of the other.
 *
 * <p>{@code -Dfengqiao.fuzz.requests=2500} sets how many, {@code -Dfengqiao.fuzz.seed} which.
 */
public final class Fuzz {

    private static final Logger LOG = Logger.getLogger(Fuzz.class);
    private static final int DEFAULT_REQUESTS = 300;
    private static final long DEFAULT_SEED = 6;
    // Less would say that one gate was tried again and again.
    private static final int LEAST_DEPTH_PERCENT = 60;

    private final Supplier<RequestSpecification> requests;
    private final String base;
    private final JsonNode document;
    private final Random random;
    private final Oddities odd;
    private final Map<String, ApiOperation> operations = new LinkedHashMap<>();
    private final Map<String, Set<String>> methods = new HashMap<>();
    private final List<FuzzSide> sides;
    private final FuzzCallers callers;
    private final FuzzJudge judge;
    private final int count;
    private final long seed;
    private HttpClient client = client();

    private Fuzz(
            Supplier<RequestSpecification> requests,
            String base,
            Passes passes,
            int count,
            GuardWalk... walks) {
        this.requests = requests;
        this.base = base;
        this.count = count;
        this.seed = Long.getLong("fengqiao.fuzz.seed", DEFAULT_SEED);
        this.random = new Random(seed);
        this.document =
                GuardWalk.parsed(
                        requests.get().queryParam("format", "json").get("/q/openapi").asString());
        for (ApiOperation it : ApiOperation.all(document)) {
            operations.put(it.id(), it);
            methods.computeIfAbsent(it.path(), none -> new TreeSet<>())
                    .add(it.method().toUpperCase(Locale.ROOT));
        }
        this.odd = new Oddities(document, random);
        this.sides =
                Stream.of(walks).map(it -> new FuzzSide(it.home(), it.visits(), random)).toList();
        this.callers = new FuzzCallers(passes, sides, odd, Role.all());
        this.judge = new FuzzJudge(document, sides);
    }

    /**
     * @param walks of two townships, neither of which sees the other
     */
    public static Fuzz between(GuardWalk one, GuardWalk other) {
        int count = Integer.getInteger("fengqiao.fuzz.requests", DEFAULT_REQUESTS);
        String base = RestAssured.baseURI + ":" + RestAssured.port;
        return new Fuzz(RestAssured::given, base, Passes.real(), count, one, other);
    }

    /** The same against a server of a test. */
    static Fuzz at(String base, Passes passes, GuardWalk one, GuardWalk other) {
        return new Fuzz(
                () -> RestAssured.given().baseUri(base),
                base,
                passes,
                DEFAULT_REQUESTS,
                one,
                other);
    }

    /** Sends them all, and fails with everything that was found. */
    public void findsNothing() {
        run();
        LOG.infof("%s; answers %s", result(), judge.distribution(false));
        LOG.infof("past the door: %d of 100; %s", judge.depth(), judge.distribution(true));
        assertEquals("", String.join("\n", judge.found()), this::result);
        assertTrue(judge.depth() >= LEAST_DEPTH_PERCENT, () -> "Too few came in: " + judge.depth());
    }

    String result() {
        return "fuzz of %s: %d requests, %d × 5xx, %d undocumented, %d leaks (seed %d)"
                .formatted(
                        Permissions.service(document),
                        count,
                        judge.count(FuzzJudge.Fault.FAILED),
                        judge.count(FuzzJudge.Fault.UNDOCUMENTED),
                        judge.count(FuzzJudge.Fault.LEAK),
                        seed);
    }

    List<String> found() {
        return judge.found();
    }

    /**
     * Round after round in the order of the table, a record taking its steps one after the other;
     * of fewer requests than rows, each row with the same chance.
     */
    Fuzz run() {
        int rows = sides.stream().mapToInt(it -> it.visits.size()).sum();
        double share = Math.min(1, (double) count / rows);
        int sent = 0;
        while (sent < count) {
            for (int i = 0; i < rows && sent < count; i++) {
                FuzzSide side = sides.get(i % sides.size());
                Visit visit = side.visits.get(i / sides.size() % side.visits.size());
                // A void record refuses all else.
                boolean early = visit.operationId.startsWith("void") && odd.chance(80);
                if (random.nextDouble() < share && !early) {
                    send(side, visit);
                    sent++;
                }
            }
        }
        return this;
    }

    private void send(FuzzSide side, Visit visit) {
        ApiOperation operation = operations.get(visit.operationId);
        FuzzCallers.Caller caller = callers.of(operation, visit, side);
        FuzzCall call = new FuzzCall(operation, visit, version(operation, visit, side));
        FuzzSide other = sides.get(1 - sides.indexOf(side));
        FuzzChanges changes =
                new FuzzChanges(
                        document,
                        odd,
                        methods,
                        it -> odd.chance(50) ? side.anId(it) : other.anId(it));
        boolean home = side.division.equals(caller.office());
        if (home) {
            changes.mark(call, side.mark);
        }
        for (int i = odd.any(List.of(0, 1, 1, 1, 1, 2)); i > 0; i--) {
            changes.change(call);
        }
        if (caller.token() != null) {
            call.headers.put("Authorization", "Bearer " + caller.token());
        }
        HttpResponse<byte[]> answer = answer(call);
        judge.judge(call, caller.office(), answer);
        if (home && answer.statusCode() / 100 == 2) {
            answer.headers().firstValue("Location").ifPresent(side::learn);
        }
    }

    private Map<String, String> version(ApiOperation operation, Visit visit, FuzzSide side) {
        if (!operation.headers().contains("If-Match")) {
            return Map.of();
        }
        return visit.version(requests.get(), operation, callers.ofAllScopes(visit, side));
    }

    /** On another connection where the service has closed the one that was kept, as it may. */
    private HttpResponse<byte[]> answer(FuzzCall call) {
        try {
            return client.send(call.toRequest(base), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            client = client();
            return again(call);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> again(FuzzCall call) {
        try {
            return client.send(call.toRequest(base), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to " + call, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .build();
    }
}
