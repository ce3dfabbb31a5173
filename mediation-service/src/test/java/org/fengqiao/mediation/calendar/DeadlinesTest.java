package org.fengqiao.mediation.calendar;

import static io.restassured.RestAssured.given;
import static org.fengqiao.kit.calendar.Rule.Holder.COURT;
import static org.fengqiao.kit.calendar.Rule.Holder.ORGAN;
import static org.fengqiao.kit.calendar.Rule.Holder.PARTY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengqiao.kit.calendar.Calendars;
import org.fengqiao.kit.calendar.Course;
import org.fengqiao.kit.calendar.Deadline;
import org.fengqiao.kit.calendar.DeadlineView;
import org.fengqiao.kit.calendar.Deadlines;
import org.fengqiao.kit.calendar.Duty;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** The stored clock on a real database: kept, listed, and counted again when a notice comes. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class DeadlinesTest {

    private static final String KIND = "mediation.case.v1";
    private static final Rule MEDIATION =
            Rule.limit("MEDIATION", ORGAN, "ACCEPTED", "GK")
                    .days(30)
                    .extendableBy(30)
                    .suspendedBy("APPRAISAL")
                    .titled("调解期限", "Mediation");
    private static final Rule CONFIRMATION =
            Rule.right("CONFIRMATION", PARTY, "EFFECTIVE", "RT 33").days(30);
    private static final Rule RULING = Rule.limit("RULING", COURT, "FILED", "QR 5").days(15);

    @Inject Deadlines deadlines;
    @Inject Calendars calendars;
    @Inject Clock clock;

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    private Deadline derived(Rule rule, Course course) {
        return Deadline.of(rule, course, calendars.current());
    }

    private UUID kept(String division, Deadline... derived) {
        return kept(UUID.randomUUID(), division, derived);
    }

    private UUID kept(UUID id, String division, Deadline... derived) {
        QuarkusTransaction.requiringNew()
                .run(() -> deadlines.replace(KIND, id, duties(division, null, derived)));
        return id;
    }

    private UUID lyingWith(String handler, String division, Deadline... derived) {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> deadlines.replace(KIND, id, duties(division, handler, derived)));
        return id;
    }

    private static List<Duty> duties(String division, String handler, Deadline... derived) {
        return Stream.of(derived).map(it -> new Duty(it, division, handler)).toList();
    }

    private DeadlineView only(UUID id) {
        List<DeadlineView> views = deadlines.of(KIND, id, today());
        assertEquals(1, views.size());
        return views.get(0);
    }

    /** A village of its own for each test, so that tests share nothing. */
    private static String village(int number) {
        return "4104232990%02d".formatted(number);
    }

    private static JsonPath listed(String division, Map<String, ?> query) {
        return list(division, query).statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse list(String division, Map<String, ?> query) {
        return given().auth()
                .oauth2(Tokens.of("clerk", division, "records:read"))
                .queryParams(query)
                .get("/mediation/v1/deadlines")
                .then();
    }

    private static ValidatableResponse put(int year, String scope, String body) {
        return given().auth()
                .oauth2(Tokens.of("clerk", "410423000000", scope))
                .contentType("application/json")
                .body(body)
                .put("/mediation/v1/calendars/" + year)
                .then();
    }

    private static String holiday(String day) {
        return "{\"day\":\"%s\",\"kind\":\"HOLIDAY\",\"name\":\"国庆节\",\"notice\":\"国办发明电〔2029〕1号\"}"
                .formatted(day);
    }

    private static String days(String... days) {
        return "{\"days\":[" + String.join(",", days) + "]}";
    }

    @Test
    void aDeadlineIsKeptWithItsExplanation() {
        Course course = Course.startedOn(LocalDate.of(2024, 1, 11));
        DeadlineView view = only(kept(village(1), derived(MEDIATION, course)));
        assertEquals(DeadlineView.of(derived(MEDIATION, course), today()), view);
        assertEquals(LocalDate.of(2024, 2, 18), view.dueOn());
        assertEquals(8, view.skippedDays().size());
        assertEquals(Deadline.State.MISSED, view.state());
    }

    @Test
    void deadlinesAreKeptInTheCallersTransactionOnly() {
        assertThrows(
                TransactionalException.class,
                () -> deadlines.replace(KIND, UUID.randomUUID(), List.of()));
        UUID id = UUID.randomUUID();
        Deadline deadline = derived(MEDIATION, Course.startedOn(today()));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        QuarkusTransaction.requiringNew()
                                .run(
                                        () -> {
                                            deadlines.replace(
                                                    KIND, id, duties(village(2), null, deadline));
                                            throw new IllegalArgumentException("roll back");
                                        }));
        assertTrue(deadlines.of(KIND, id, today()).isEmpty());
    }

    @Test
    void whatIsNoLongerDerivedIsDroppedAndARuleMayRunTwice() {
        Deadline first = derived(RULING, Course.startedOn(LocalDate.of(2024, 3, 1)));
        Deadline second = derived(RULING, Course.startedOn(LocalDate.of(2024, 5, 6)));
        UUID id = kept(village(3), derived(CONFIRMATION, Course.startedOn(null)), first, second);
        assertEquals(3, deadlines.of(KIND, id, today()).size());
        kept(id, village(3), first);
        assertEquals(LocalDate.of(2024, 3, 1), only(id).startedOn());
        kept(id, village(3));
        assertTrue(deadlines.of(KIND, id, today()).isEmpty());
    }

    @Test
    void anExtensionKeepsTheLastDayBefore() {
        Course course = Course.startedOn(LocalDate.of(2024, 3, 4));
        UUID id = kept(village(4), derived(MEDIATION, course));
        assertNull(only(id).previousDueOn());
        kept(id, village(4), derived(MEDIATION, course.extended(10, LocalDate.of(2024, 3, 20))));
        assertEquals(LocalDate.of(2024, 4, 3), only(id).previousDueOn());
        assertEquals(LocalDate.of(2024, 4, 15), only(id).dueOn());
    }

    @Test
    void aNewNoticeMovesWhatIsOpenAndLeavesWhatHasEnded() {
        Course course = Course.startedOn(LocalDate.of(2029, 9, 1));
        Course ended = course.endedOn(LocalDate.of(2029, 9, 20));
        Deadline endedBefore = derived(MEDIATION, ended);
        UUID open = kept(village(5), derived(MEDIATION, course));
        UUID closed = kept(village(5), endedBefore);
        UUID elsewhere = kept(village(5), derived(MEDIATION, course.extended(30, today())));
        assertEquals(LocalDate.of(2029, 10, 1), only(open).dueOn());
        assertTrue(only(open).notes().get(0).en().contains("no State Council notice for 2029"));

        String body = days(holiday("2029-10-01"), holiday("2029-10-02"), holiday("2029-10-03"));
        JsonPath answer = put(2029, "calendars:write", body).statusCode(200).extract().jsonPath();
        assertEquals(1, answer.getInt("deadlinesMoved"));
        assertEquals(3, answer.getList("days").size());

        DeadlineView moved = only(open);
        assertEquals(LocalDate.of(2029, 10, 4), moved.dueOn());
        assertEquals(LocalDate.of(2029, 10, 1), moved.previousDueOn());
        assertEquals("国办发明电〔2029〕1号", moved.skippedDays().get(0).notice());
        assertTrue(moved.notes().get(0).zh().startsWith("2029年的放假安排变动"));
        assertEquals(LocalDate.of(2029, 10, 31), only(elsewhere).dueOn());
        assertNull(only(elsewhere).previousDueOn());

        assertEquals(LocalDate.of(2029, 10, 1), only(closed).dueOn());
        // Another step of the ended record derives by the new calendar: the old count stays.
        kept(closed, village(5), derived(MEDIATION, ended));
        assertEquals(DeadlineView.of(endedBefore, today()), only(closed));
        // A correction of its facts is counted by the calendar of the day of the correction.
        kept(closed, village(5), derived(MEDIATION, course.endedOn(LocalDate.of(2029, 9, 21))));
        assertEquals(LocalDate.of(2029, 10, 4), only(closed).dueOn());

        assertEquals(
                0,
                put(2029, "calendars:write", body)
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getInt("deadlinesMoved"));
        assertEquals(LocalDate.of(2029, 10, 1), only(open).previousDueOn());
    }

    @Test
    void aFaultyYearIsRefusedWithItsPlaces() {
        String makeUp = holiday("2030-10-01").replace("HOLIDAY", "MAKE_UP_WORKDAY");
        String body =
                days(holiday("2030-10-02"), holiday("2031-10-01"), holiday("2030-10-02"), makeUp);
        JsonPath answer = put(2030, "calendars:write", body).statusCode(400).extract().jsonPath();
        assertEquals("CALENDAR_INVALID", answer.getString("code"));
        assertEquals(
                List.of("/days/1/day", "/days/2/day", "/days/3/day"),
                answer.getList("errors.pointer"));
        put(2030, "cases:write", days(holiday("2030-10-01"))).statusCode(403);
        given().auth()
                .oauth2(Tokens.of("clerk", "410423000000", "records:read"))
                .get("/mediation/v1/calendars/2030")
                .then()
                .statusCode(404);
        int published =
                given().auth()
                        .oauth2(Tokens.of("clerk", "410423000000", "records:read"))
                        .get("/mediation/v1/calendars/2024")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("days")
                        .size();
        assertEquals(36, published);
    }

    @Test
    void theListHoldsOpenLimitsOfTheOrganInTheCallersScope() {
        UUID mine = kept(village(6), derived(MEDIATION, Course.startedOn(today())));
        kept(village(6), derived(CONFIRMATION, Course.startedOn(today())));
        kept(village(6), derived(RULING, Course.startedOn(today())));
        kept(village(6), derived(MEDIATION, Course.startedOn(today()).endedOn(today())));
        kept(village(7), derived(MEDIATION, Course.startedOn(today())));
        JsonPath page = listed(village(6), Map.of());
        assertEquals(List.of(mine.toString()), page.getList("items.recordId"));
        assertEquals("调解期限", page.getString("items[0].title"));
        assertEquals("RUNNING", page.getString("items[0].state"));
        assertNull(page.getString("next"));
    }

    @Test
    void whatTheOfficesBelowOweIsNotTheCallersOwn() {
        String township = "410423298000";
        String village = "410423298201";
        String own = kept(township, derived(MEDIATION, Course.startedOn(today()))).toString();
        String below = kept(village, derived(MEDIATION, Course.startedOn(today()))).toString();
        assertEquals(List.of(own), ids(township, Map.of()));
        assertEquals(List.of(below), ids(township, Map.of("division", village)));
        assertEquals(2, ids(township, Map.of("below", "true")).size());
        list(village, Map.of("division", township)).statusCode(404);
    }

    @Test
    void theListKnowsTheStatesOfOpenLimits() {
        String here = village(8);
        Course old = Course.startedOn(LocalDate.of(2024, 3, 4));
        Course stopped = Course.startedOn(today().minusDays(5));
        String running = kept(here, derived(MEDIATION, Course.startedOn(today()))).toString();
        String missed = kept(here, derived(MEDIATION, old)).toString();
        String unknown = kept(here, derived(MEDIATION, Course.startedOn(null))).toString();
        String open =
                kept(here, derived(MEDIATION, stopped.suspended("APPRAISAL", today(), null)))
                        .toString();
        String closed =
                kept(here, derived(MEDIATION, stopped.suspended("APPRAISAL", today(), today())))
                        .toString();
        String other =
                kept(here, derived(MEDIATION, stopped.suspended("HEARING", today(), null)))
                        .toString();
        assertEquals(List.of(missed), ids(here, Map.of("state", "MISSED")));
        assertEquals(List.of(unknown), ids(here, Map.of("state", "UNKNOWN")));
        assertEquals(List.of(closed, open), ids(here, Map.of("state", "SUSPENDED")));
        assertEquals(List.of(other, running), ids(here, Map.of("state", "RUNNING")));
        assertEquals(6, ids(here, Map.of()).size());
        assertEquals(List.of(missed), ids(here, Map.of("dueBefore", "2024-04-04")));
        assertEquals(List.of(), ids(here, Map.of("dueBefore", "2024-04-03")));
        assertEquals("PARAMETER_INVALID", code(here, Map.of("state", "MET")));
        listed(here, Map.of())
                .<Map<String, String>>getList("items")
                .forEach(
                        it ->
                                assertTrue(
                                        ids(here, Map.of("state", it.get("state")))
                                                .contains(it.get("recordId"))));
    }

    @Test
    void everyHandlerFindsWhatLiesWithThemAndTheOfficeHowMuchWithWhom() {
        String here = village(10);
        Course late = Course.startedOn(today().minusDays(100));
        Course near = Course.startedOn(today().minusDays(27));
        Rule fixed = MEDIATION.rolling(false);
        String mine = lyingWith("clerk-1", here, derived(fixed, near)).toString();
        lyingWith("clerk-2", here, derived(MEDIATION, late));
        lyingWith("clerk-2", here, derived(MEDIATION, Course.startedOn(today())));
        lyingWith("clerk-2", here, derived(MEDIATION, near.suspended("APPRAISAL", today(), null)));
        lyingWith("clerk-2", here, derived(CONFIRMATION, near));
        kept(here, derived(MEDIATION, Course.startedOn(null)));
        assertEquals(List.of(mine), ids(here, Map.of("handler", "clerk-1")));
        assertEquals(
                "clerk-1",
                listed(here, Map.of("handler", "clerk-1")).getString("items[0].handler"));
        assertEquals(List.of(), ids(here, Map.of("handler", "clerk-3")));

        JsonPath first = handlers(here, Map.of("limit", 2));
        assertNull(first.getString("items[0].handler"));
        assertEquals(List.of(1, 1), first.getList("items.open"));
        assertEquals(List.of(0, 1), first.getList("items.nearDue"));
        assertEquals(List.of(0, 0), first.getList("items.late"));
        JsonPath last = handlers(here, Map.of("cursor", first.getString("next")));
        assertEquals(
                Map.of("handler", "clerk-2", "open", 3, "nearDue", 0, "late", 1),
                last.getMap("items[0]"));
        assertNull(last.getString("next"));
    }

    private static JsonPath handlers(String division, Map<String, ?> query) {
        return given().auth()
                .oauth2(Tokens.of("clerk", division, "records:read"))
                .queryParams(query)
                .get("/mediation/v1/deadlines/handlers")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        String here = village(9);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Course course = Course.startedOn(today().minusDays(i / 2));
            all.add(kept(here, derived(MEDIATION, course)).toString());
        }
        kept(here, derived(MEDIATION, Course.startedOn(null)));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page =
                    listed(
                            here,
                            cursor == null
                                    ? Map.of("limit", 2)
                                    : Map.of("limit", 2, "cursor", cursor));
            seen.addAll(page.getList("items.recordId"));
            cursor = page.getString("next");
            assertTrue(page.getList("items").size() == 2);
        } while (cursor != null);
        assertEquals(6, seen.size());
        assertEquals(ids(here, Map.of()), seen);
        assertTrue(seen.containsAll(all));
        assertEquals("CURSOR_INVALID", code(here, Map.of("cursor", "eA")));
    }

    private static List<String> ids(String division, Map<String, ?> query) {
        return listed(division, query).getList("items.recordId");
    }

    private static String code(String division, Map<String, ?> query) {
        return list(division, query).statusCode(400).extract().jsonPath().getString("code");
    }
}
