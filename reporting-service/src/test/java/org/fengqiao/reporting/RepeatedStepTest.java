package org.fengqiao.reporting;

import static org.fengqiao.reporting.FigureSets.COUNTY;
import static org.fengqiao.reporting.FigureSets.tag;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** A step that is sent again, at the same moment or later, is taken once and answered alike. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class RepeatedStepTest {

    private static final int TWINS = 20;

    /** What came back: all that a client can tell. */
    private record Answer(int status, String etag, String location, String body) {

        static Answer of(Response it) {
            return new Answer(
                    it.statusCode(),
                    it.header("ETag"),
                    it.header("Location"),
                    it.body().asString());
        }
    }

    /** A step of a report as a client sends it. */
    private record Sent(String who, String step, String body, int version, String key) {}

    private final String township = Api.township();
    private final ReportWay way = new ReportWay(township);

    @Test
    void everyStepOfAReportIsTakenOnceAndItsRepeatsAreAnsweredAsItWas() throws Exception {
        Events.publish(Events.agreedCase(township, "TOWNSHIP", "2024-03-05"));
        Api.awaitCount(township, "M-01", "2024", 1);
        Map<Sent, Answer> first = new LinkedHashMap<>();
        first.putAll(twins(beginning("调处{M-01}件。"), 201));
        String signing = way.signing();
        first.putAll(twins(sent("clerk", "edits", ReportWay.draft("办理{M-01}件。"), 1), 200));
        first.putAll(twins(sent("clerk", "checking", "{}", 2), 200));
        first.putAll(twins(sent("signer", "return", "{\"reason\":\"补充\"}", 3), 200));
        first.putAll(twins(sent("clerk", "checking", "{}", 4), 200));
        first.putAll(twins(sent("signer", "signing", signing, 5), 200));
        first.putAll(twins(sent("clerk", "submission", "{}", 6), 200));
        String review = "{\"confirmed\":[\"M-01\"]}";
        first.putAll(twins(sent("signer", "confidentiality-review", review, 7), 200));
        first.putAll(twins(sent("signer", "publication", "{}", 8), 200));
        first.putAll(twins(sent("clerk", "revision", "{\"reason\":\"补登\"}", 9), 200));
        way.get("/history").body("items.version", equalTo(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)));

        first.forEach((sent, answer) -> assertEquals(answer, Answer.of(send(sent)), sent::step));
        way.get("").body("version", equalTo(10)).body("editions.number", contains(1));
        first.keySet()
                .forEach(
                        it ->
                                send(new Sent(
                                                it.who(),
                                                it.step(),
                                                other(it),
                                                it.version(),
                                                it.key()))
                                        .then()
                                        .statusCode(422)
                                        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED")));
    }

    /** Twins are told by their key: of twenty who want the same, one does it. */
    @Test
    void whoWantsTheSameUnderAnotherKeyIsNoTwin() throws Exception {
        way.begin("无数。");
        List<Answer> answers =
                atOnce(it -> send(sent("clerk", "edits", ReportWay.draft("一个数也没有。"), 1)));
        assertEquals(
                1, answers.stream().filter(it -> it.status() == 200).count(), answers::toString);
        assertTrue(
                answers.stream().allMatch(it -> Set.of(200, 409, 412).contains(it.status())),
                answers::toString);
        way.get("").body("version", equalTo(2));
    }

    @Test
    void oneKeyForTwoTextsWritesOneOfThem() throws Exception {
        way.begin("无数。");
        String key = UUID.randomUUID().toString();
        List<Answer> answers =
                atOnce(
                        it ->
                                send(
                                        new Sent(
                                                "clerk",
                                                "edits",
                                                ReportWay.draft(it % 2 == 0 ? "甲" : "乙"),
                                                1,
                                                key)));
        assertEquals(
                Set.of(200, 422),
                answers.stream().map(Answer::status).collect(Collectors.toSet()),
                answers::toString);
        assertEquals(10, answers.stream().filter(it -> it.status() == 200).count());
        way.get("").body("version", equalTo(2));
    }

    @Test
    void everyStepOfAFigureSetIsTakenOnceAndItsRepeatsAreAnsweredAsItWas() throws Exception {
        String unit = "410423107000";
        FigureSets sets = FigureSets.of("repeated", "2021", "M-06");
        Map<String, Object> nil = Map.of("nilReturns", List.of("M-06"), "reason", "本期没有");
        Answer submitted = put(sets, unit, unit, "submission", 1, nil);
        Answer accepted = put(sets, COUNTY, unit, "acceptance", 2, null);
        Answer reopened = put(sets, COUNTY, unit, "reopening", 3, Map.of("reason", "补报"));
        put(sets, unit, unit, "submission", 4, nil);
        sets.get(unit, unit, "/history").body("items.version", contains(2, 3, 4, 5));

        assertEquals(submitted, putOnce(sets, unit, unit, "submission", 1, nil));
        assertEquals(accepted, putOnce(sets, COUNTY, unit, "acceptance", 2, null));
        assertEquals(reopened, putOnce(sets, COUNTY, unit, "reopening", 3, Map.of("reason", "补报")));
        sets.reopen(unit, 3, "另有原因").statusCode(412);
        sets.submit(unit, 1, "M-06").statusCode(412); // without the words of then
    }

    private static Sent sent(String who, String step, String body, int version) {
        return new Sent(who, step, body, version, UUID.randomUUID().toString());
    }

    private Sent beginning(String text) {
        return sent(
                "clerk",
                "",
                "{\"division\":\"%s\",\"year\":2024,\"draft\":%s}"
                        .formatted(township, ReportWay.draft(text)),
                0);
    }

    private static String other(Sent it) {
        return it.body().contains("举措和成效")
                ? it.body().replace("举措和成效", "成效")
                : it.body()
                        .replaceFirst("\\{", "{\"on\":\"2020-01-01\"")
                        .replace("\"2020-01-01\"\"", "\"2020-01-01\",\"");
    }

    private Response send(Sent it) {
        var request =
                way.as(it.who())
                        .header("Idempotency-Key", it.key())
                        .contentType(ContentType.JSON)
                        .body(it.body());
        return it.version() == 0
                ? request.post("/reporting/v1/reports")
                : request.header("If-Match", tag(it.version())).post(way.path("/" + it.step()));
    }

    /** Sends it twenty times at once: all are answered alike. */
    private Map<Sent, Answer> twins(Sent sent, int status) throws Exception {
        Answer first = alike(atOnce(it -> send(sent)));
        assertEquals(status, first.status(), first::body);
        assertEquals(tag(sent.version() + 1), first.etag());
        return Map.of(sent, first);
    }

    private static Answer alike(List<Answer> answers) {
        assertEquals(1, Set.copyOf(answers).size(), () -> Set.copyOf(answers).toString());
        return answers.get(0);
    }

    private static Answer put(
            FigureSets sets,
            String office,
            String unit,
            String step,
            int version,
            Map<String, Object> body)
            throws Exception {
        Answer first = alike(atOnce(it -> response(sets, office, unit, step, version, body)));
        assertEquals(200, first.status(), first::body);
        assertEquals(tag(version + 1), first.etag());
        return first;
    }

    private static Answer putOnce(
            FigureSets sets,
            String office,
            String unit,
            String step,
            int version,
            Map<String, Object> body) {
        return Answer.of(response(sets, office, unit, step, version, body));
    }

    private static Response response(
            FigureSets sets,
            String office,
            String unit,
            String step,
            int version,
            Map<String, Object> body) {
        return sets.step(office, unit, step, version, body).extract().response();
    }

    private static List<Answer> atOnce(IntFunction<Response> request) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(TWINS);
        try {
            CountDownLatch start = new CountDownLatch(TWINS);
            List<Future<Answer>> answers =
                    IntStream.range(0, TWINS)
                            .mapToObj(
                                    it ->
                                            clients.submit(
                                                    () -> {
                                                        start.countDown();
                                                        start.await();
                                                        return Answer.of(request.apply(it));
                                                    }))
                            .toList();
            List<Answer> all = new java.util.ArrayList<>();
            for (Future<Answer> it : answers) {
                all.add(it.get());
            }
            return all;
        } finally {
            clients.shutdown();
        }
    }
}
