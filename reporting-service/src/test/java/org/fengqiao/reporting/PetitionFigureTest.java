package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.as;
import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Api.figures;
import static org.fengqiao.reporting.Events.publish;
import static org.fengqiao.reporting.PetitionEvents.accepted;
import static org.fengqiao.reporting.PetitionEvents.assigned;
import static org.fengqiao.reporting.PetitionEvents.backlog;
import static org.fengqiao.reporting.PetitionEvents.concluded;
import static org.fengqiao.reporting.PetitionEvents.due;
import static org.fengqiao.reporting.PetitionEvents.refused;
import static org.fengqiao.reporting.PetitionEvents.registered;
import static org.fengqiao.reporting.PetitionEvents.told;
import static org.fengqiao.reporting.PetitionEvents.transferred;
import static org.fengqiao.reporting.PetitionEvents.visit;
import static org.fengqiao.reporting.PetitionEvents.withdrawn;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** Petitions and visits as definitions D1, D4 and D6 want them counted. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionFigureTest {

    private final String township = Api.township();
    private final String village = Api.village(township, 1);

    @Test
    void inTimeLateNotYetDueAndWithoutALimitAreFourThings() {
        Snapshot inTime = concluded(accepted(township, "LETTER", "2024-11-04"), "2024-12-16");
        Snapshot late = accepted(township, "VISIT", "2024-09-02");
        Snapshot notYetDue = accepted(township, "LETTER", "2024-12-20");
        Snapshot dueOnTheLastDay = due(accepted(township, "PHONE", "2024-11-01"), "2024-12-31");
        Snapshot proposal =
                concluded(due(accepted(township, "LETTER", "2024-05-06"), null), "2024-05-20")
                        .with("handlingClass", "PROPOSAL")
                        .with("conclusionKind", "PROPOSAL_REPLY");
        Snapshot withdrawn =
                due(accepted(township, "LETTER", "2024-06-03"), null)
                        .with("status", "WITHDRAWN")
                        .with("withdrawnOn", "2024-06-10");
        publish(inTime, late, notYetDue, dueOnTheLastDay, proposal, withdrawn);
        awaitCount(township, "P-01", "2024", 5);
        concludedInTime("2024")
                .body("figures[0].value", equalTo(33.33f))
                .body("figures[0].numerator", equalTo(1))
                .body("figures[0].denominator", equalTo(3))
                .body("figures[0].notYetDue", equalTo(1))
                .body("figures[0].noLimit", equalTo(1));
        records("P-02", "2024", "NUMERATOR", inTime);
        records("P-02", "2024", "NOT_YET_DUE", notYetDue);
        records("P-02", "2024", "NO_LIMIT", proposal);
        // In January its limit still lies ahead; in February it is late.
        concludedInTime("2025-01")
                .body("figures[0].denominator", equalTo(0))
                .body("figures[0].status", equalTo("NO_DENOMINATOR"))
                .body("figures[0].notYetDue", equalTo(1));
        concludedInTime("2025-02")
                .body("figures[0].denominator", equalTo(1))
                .body("figures[0].value", equalTo(0.0f))
                .body("figures[0].notYetDue", equalTo(0));
        figures(township, "indicator", "P-06,P-10,M-05", "period", "2024")
                .body("figures.noLimit", everyItem(nullValue()));
    }

    @Test
    void whatWasConcludedLaterWasNotYetDueWhenTheYearEnded() {
        publish(concluded(accepted(township, "LETTER", "2024-12-20"), "2025-01-10"));
        awaitCount(township, "P-01", "2024", 1);
        concludedInTime("2024")
                .body("figures[0].denominator", equalTo(0))
                .body("figures[0].notYetDue", equalTo(1));
        concludedInTime("2025")
                .body("figures[0].value", equalTo(100.0f))
                .body("figures[0].notYetDue", equalTo(0));
    }

    @Test
    void onItsLastDayAMatterIsNotLateYet() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String year = Integer.toString(today.getYear());
        String begun = today.minusDays(61).toString();
        Snapshot dueToday = due(accepted(township, "LETTER", begun), today.toString());
        Snapshot dueYesterday =
                due(accepted(township, "LETTER", begun), today.minusDays(1).toString());
        Snapshot doneToday = concluded(due(dueToday, today.toString()), today.toString());
        publish(dueToday, dueYesterday, doneToday.with("id", UUID.randomUUID().toString()));
        awaitCount(township, "P-12", begun.substring(0, 7), 3);
        String period = "%s..%s".formatted(begun.substring(0, 7), year + "-12");
        concludedInTime(period)
                .body("figures[0].numerator", equalTo(1))
                .body("figures[0].denominator", equalTo(2))
                .body("figures[0].notYetDue", equalTo(1));
        records("P-02", period, "NOT_YET_DUE", dueToday);
    }

    /** What was registered in December stays there, whoever holds it in January (P-10 to P-12). */
    @Test
    void aTransferChangesNothingOfTheMonthOfRegistration() {
        String county = "410497000000";
        String below = "410497101000";
        Snapshot online = registered(county, "ONLINE", "2024-12-10").with("repetition", "REPEAT");
        publish(online, registered(below, "LETTER", "2024-12-11"));
        awaitCount(county, "P-12", "2024-12", 2);
        registeredInDecember(county, below);
        publish(accept(transferred(online, below, "2025-01-06"), "2025-01-08"));
        awaitRow(county, "TRANSFERRED");
        registeredInDecember(county, below);
        // The one who holds it has it among the accepted, and not among the registered.
        figures(below, "indicator", "P-02", "period", "2025-01")
                .body("figures[0].notYetDue", equalTo(1));
        as(below)
                .get("/reporting/v1/figures/P-12/" + below + "/2024/receipt")
                .then()
                .body("recordCount", equalTo(1))
                .body("records.division", equalTo(List.of(below)));
        as(county)
                .get("/reporting/v1/figures/P-12-R/" + county + "/2024-12/receipt")
                .then()
                .body("records.id", equalTo(List.of(online.id())))
                .body("records.division", equalTo(List.of(county)))
                .body("cohort", containsString("（登记信访事项的机关所在区划）；2024年12月"));
        as(county)
                .get("/reporting/v1/figures/P-12/" + county + "/2024/receipt?where=OWN_LEVEL")
                .then()
                .body("records.id", equalTo(List.of(online.id())));
        as(below)
                .get("/reporting/v1/figures/P-12/" + county + "/2024/receipt")
                .then()
                .statusCode(404);
    }

    private static void registeredInDecember(String county, String below) {
        figures(county, "indicator", "P-12", "period", "2024-12", "by", "division")
                .body("figures.where", equalTo(List.of(below, "OWN_LEVEL")))
                .body("figures.value", equalTo(List.of(1, 1)));
        figures(county, "indicator", "P-12-R,P-12-N", "period", "2024-12", "by", "division")
                .body("figures.value", equalTo(java.util.Arrays.asList(null, 1, null, null)));
        figures(county, "indicator", "P-10,P-11", "period", "2024-12")
                .body("figures.numerator", equalTo(List.of(1, 1)))
                .body("figures.denominator", equalTo(List.of(2, 2)));
    }

    private static void awaitRow(String county, String source) {
        Api.patiently()
                .untilAsserted(
                        () ->
                                figures(
                                                county,
                                                "indicator",
                                                "P-12",
                                                "period",
                                                "2024-12",
                                                "by",
                                                "source")
                                        .body("figures.where", hasItem(source)));
    }

    private static Snapshot accept(Snapshot it, String on) {
        return due(it.next().with("status", "ACCEPTED").with("acceptedOn", on), "2025-03-09");
    }

    @Test
    void whatWasAssignedIsNotYetDueBeforeItIsAcceptedAndNothingOnceItIsRefused() {
        String county = "410499000000";
        Snapshot sent = registered(county, "LETTER", "2024-12-16");
        Snapshot open = assigned(sent, township, "2024-12-20", "2025-02-28");
        Snapshot late =
                assigned(
                        registered(county, "VISIT", "2024-10-08"),
                        township,
                        "2024-10-09",
                        "2024-11-08");
        publish(open, refused(late, "2024-11-09"));
        awaitNotYetDue("2024", 1);
        records("P-02", "2024", "NOT_YET_DUE", open);
        records("P-02", "2024", "DENOMINATOR", late); // refused after its limit
        awaitNotYetDue("2024-11", 0);
        publish(refused(open, "2025-01-10"));
        awaitNotYetDue("2025-01", 0);
        // It was not yet due when the year ended, and never became late.
        concludedInTime("2024").body("figures[0].notYetDue", equalTo(1));
        concludedInTime("2025")
                .body("figures[0].denominator", equalTo(0))
                .body("figures[0].notYetDue", equalTo(0));
    }

    private void awaitNotYetDue(String period, int count) {
        Api.patiently()
                .untilAsserted(
                        () -> concludedInTime(period).body("figures[0].notYetDue", equalTo(count)));
    }

    /** Of an event from before the field: its limit began when it was accepted. */
    @Test
    void anOlderEventIsNotYetDueFromItsAcceptance() {
        publish(accepted(township, "LETTER", "2024-12-20").with("limitStartedOn", null));
        awaitCount(township, "P-01", "2024", 1);
        concludedInTime("2024-11").body("figures[0].notYetDue", equalTo(0));
        concludedInTime("2024").body("figures[0].notYetDue", equalTo(1));
    }

    /**
     * XF 23 asks the organ to tell within fifteen days, and a petition department to sort (XF 22).
     */
    @Test
    void onlyWhoMustTellIsAskedWhetherHeDidInTime() {
        String county = "410496000000";
        String below = "410496101000";
        Snapshot untold = registered(below, "LETTER", "2024-03-01");
        Snapshot late = registered(below, "LETTER", "2024-03-01");
        Snapshot inTime = told(registered(below, "VISIT", "2024-03-01"), "2024-03-10");
        publish(
                withdrawn(untold, "2024-03-16"),
                withdrawn(late, "2024-03-17"),
                withdrawn(inTime, "2024-03-11"),
                registered(below, "LETTER", "2024-03-25"),
                withdrawn(registered(below, "LETTER", "2024-03-25"), "2024-03-28"),
                department(registered(county, "LETTER", "2024-03-01")),
                department(registered(county, "LETTER", "2024-03-25")),
                department(told(registered(county, "LETTER", "2024-03-01"), "2024-03-10")));
        awaitCount(county, "P-12", "2024", 8);
        figures(county, "indicator", "P-06", "period", "2024-03")
                .body("figures[0].numerator", equalTo(1))
                .body("figures[0].denominator", equalTo(2))
                .body("figures[0].notYetDue", equalTo(1));
        as(county)
                .get("/reporting/v1/figures/P-06/" + county + "/2024-03/receipt?part=NUMERATOR")
                .then()
                .body("records.id", equalTo(List.of(inTime.id())));
    }

    /** A petition department's event has no last day to tell. */
    private static Snapshot department(Snapshot it) {
        return it.with("tellDueOn", null).with("tellDueOrToldOn", null);
    }

    @Test
    void aMatterIsOneHoweverOftenAndFromWhereverItComes() {
        Snapshot first = visit(village, "CITY", 3, "2024-03-04");
        Object matter = first.get("matterId");
        Snapshot again = visit(township, "CITY", 5, "2024-04-05").with("matterId", matter);
        Snapshot other = visit(village, "CITY", 1, "2024-03-06");
        publish(first, again, other, visit(village, "PROVINCE", 1, "2024-03-06"));
        awaitCount(township, "P-05", "2024", 9);
        numbers("P-05,P-05-B,P-05-M,P-04,P-09,P-09-B,P-09-M", "2024", 9, 3, 2, 1, 5, 1, 1);
        numbers("P-05-M", "2024-03", 2);
        numbers("P-05-M", "2024-04", 1); // 2 and 1 are no 3
        figures(township, "indicator", "P-05-M", "period", "2024", "by", "division")
                .body("figures.value", equalTo(List.of(2, 1)));
        String receipt = "/reporting/v1/figures/P-05-M/" + township + "/2024/receipt";
        as(township)
                .get(receipt)
                .then()
                .statusCode(200)
                .body("value", equalTo(2))
                .body("recordCount", equalTo(3))
                .body("records", hasSize(0))
                .body("keys", hasSize(2))
                .body("keys.contribution", everyItem(equalTo(1)))
                .body("keys.find { it.key == '" + matter + "' }.records", hasSize(2))
                .body("keys[0].records[0].href", containsString("/petition/v1/visits/"))
                .body("next", nullValue());
        String next =
                as(township)
                        .get(receipt + "?limit=1")
                        .then()
                        .body("keys", hasSize(1))
                        .extract()
                        .path("next");
        as(township)
                .get(receipt + "?limit=1&cursor=" + next)
                .then()
                .body("keys", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void everyFormAndClassIsARow() {
        publish(
                registered(township, "LETTER", "2024-03-04").with("contentClass", "010300"),
                registered(township, "ONLINE", "2024-03-04").with("contentClass", "010000"),
                registered(township, "ONLINE", "2024-03-04").with("contentClass", "770100"));
        awaitCount(township, "P-12", "2024", 3);
        figures(township, "indicator", "P-12", "period", "2024", "by", "form")
                .body("figures.whereLabel", equalTo(List.of("来信", "网信")))
                .body("figures.value", equalTo(List.of(1, 2)));
        figures(township, "indicator", "P-12", "period", "2024", "by", "contentClass")
                .body("figures.where", equalTo(List.of("010000", "010300", "770100")))
                .body("figures.whereLabel", equalTo(List.of("农村农业", "农村农业（010300）", "770100")));
        String receipt =
                figures(
                                township,
                                "indicator",
                                "P-12",
                                "period",
                                "2024",
                                "by",
                                "contentClassFirstLevel")
                        .body("figures.where", equalTo(List.of("010000", "770000")))
                        .body("figures.value", equalTo(List.of(2, 1)))
                        .extract()
                        .path("figures[0].receipt");
        as(township)
                .get(receipt)
                .then()
                .body("recordCount", equalTo(2))
                .body("cohort", containsString("内容分类一级为农村农业"));
    }

    /** 登记件次 by form × source (D1, P-12). */
    @Test
    void twoDimensionsGiveTheirCombinationsEachWithItsList() {
        Snapshot sentDown =
                registered(township, "LETTER", "2024-03-04").with("source", "TRANSFERRED");
        publish(
                registered(township, "LETTER", "2024-03-04").with("source", "DIRECT"),
                registered(township, "ONLINE", "2024-03-04").with("source", "TRANSFERRED"),
                registered(township, "ONLINE", "2024-03-05").with("source", "TRANSFERRED"),
                sentDown);
        awaitCount(township, "P-12", "2024", 4);
        String receipt =
                figures(township, "indicator", "P-12", "period", "2024", "by", "form,source")
                        .statusCode(200)
                        .body(
                                "figures.where",
                                equalTo(
                                        List.of(
                                                "LETTER,DIRECT",
                                                "LETTER,TRANSFERRED",
                                                "ONLINE,TRANSFERRED")))
                        .body("figures.whereLabel", equalTo(List.of("来信、直接提出", "来信、转送", "网信、转送")))
                        .body("figures.value", equalTo(List.of(1, 1, 2)))
                        .extract()
                        .path("figures[1].receipt");
        as(township)
                .get(receipt)
                .then()
                .statusCode(200)
                .body("records.id", equalTo(List.of(sentDown.id())))
                .body("cohort", containsString("；信访形式为来信；来源为转送"));
        for (String wrong : List.of("form,month", "form,form", "form,source,purpose", "form,")) {
            figures(township, "indicator", "P-12", "period", "2024", "by", wrong).statusCode(400);
        }
        for (String wrong : List.of("form:LETTER,source:XX", "form:LETTER,", "form:,source:")) {
            as(township)
                    .queryParam("where", wrong)
                    .get("/reporting/v1/figures/P-12/" + township + "/2024/receipt")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void aLedgerThatWasNeverImportedIsNotReportedAndOnlyItsOwnChapterConfirmsIt() {
        status("2024-02", "NOT_REPORTED");
        confirm("mediation", 200);
        status("2024-02", "NOT_REPORTED");
        confirm("finance", 400);
        confirm("petition", 200);
        status("2024-02", "NIL_REPORTED");
        figures(township, "indicator", "M-01", "period", "2024-02")
                .body("figures[0].status", equalTo("NIL_REPORTED"));
        figures(township, "indicator", "P-02", "period", "2024-02")
                .body("figures[0].status", equalTo("NO_DENOMINATOR"))
                .body("figures[0].value", nullValue());
    }

    /** A petition that turned out to be an accusation was moved to the vault (D4). */
    @Test
    void aSealedPetitionLeavesNothingBehind() throws SQLException {
        Snapshot sealed = accepted(township, "LETTER", "2024-03-05");
        publish(sealed, accepted(township, "VISIT", "2024-03-05"));
        awaitCount(township, "P-01", "2024", 2);
        Events.send(
                List.of(Events.message(sealed.topic(), sealed.id(), null, sealed.topic() + "/1")));
        awaitCount(township, "P-01", "2024", 1);
        assertEquals(0, facts(sealed));
    }

    @Test
    void figuresAreForReadersAndListsOfPetitionsForThoseWhoMayReadPetitions() {
        publish(
                accepted(township, "LETTER", "2024-03-05"),
                visit(township, "CITY", 1, "2024-03-05"),
                backlog(township, "2023-03-05").with("resolvedOn", "2024-03-05"));
        awaitCount(township, "P-01", "2024", 1);
        awaitCount(township, "P-05", "2024", 1);
        awaitCount(township, "P-08", "2024", 1);
        for (String indicator : List.of("P-01", "P-05", "P-05-M", "P-08")) {
            reader().queryParam("indicator", indicator)
                    .get("/reporting/v1/figures?period=2024")
                    .then()
                    .statusCode(200)
                    .body("figures[0].value", equalTo(1));
            reader().get("/reporting/v1/figures/" + indicator + "/" + township + "/2024/receipt")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("SCOPE_MISSING"))
                    .body("detail", containsString("petitions:read"));
        }
        reader().get("/reporting/v1/figures/M-01/" + township + "/2024/receipt")
                .then()
                .statusCode(200);
    }

    private io.restassured.specification.RequestSpecification reader() {
        return RestAssured.given().auth().oauth2(Tokens.of("reader", township, "figures:read"));
    }

    private ValidatableResponse concludedInTime(String period) {
        return figures(township, "indicator", "P-02", "period", period).statusCode(200);
    }

    private void records(String indicator, String period, String part, Snapshot only) {
        as(township)
                .get(
                        "/reporting/v1/figures/%s/%s/%s/receipt?part=%s"
                                .formatted(indicator, township, period, part))
                .then()
                .statusCode(200)
                .body("part", equalTo(part))
                .body("records.id", equalTo(List.of(only.id())))
                .body("records.reference", equalTo(List.of(only.get("petitionNumber"))));
    }

    private void numbers(String indicators, String period, Integer... values) {
        figures(township, "indicator", indicators, "period", period)
                .body("figures.value", equalTo(List.of(values)));
    }

    private void status(String period, String status) {
        figures(township, "indicator", "P-01,P-03,P-05-M", "period", period)
                .body("figures.status", everyItem(equalTo(status)));
    }

    private void confirm(String chapter, int status) {
        as(township)
                .put("/reporting/v1/confirmations/" + township + "/2024-02/" + chapter)
                .then()
                .statusCode(status);
    }

    private static int facts(Snapshot it) throws SQLException {
        String sql = "select count(*) from petition_fact where record_id = '" + it.id() + "'";
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
