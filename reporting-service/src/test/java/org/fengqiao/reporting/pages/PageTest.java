package org.fengqiao.reporting.pages;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.publish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.local.DemoUser;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.reporting.PetitionEvents;
import org.fengqiao.reporting.figures.Receipts.Key;
import org.fengqiao.reporting.figures.Receipts.Line;
import org.fengqiao.reporting.figures.Receipts.Receipt;
import org.fengqiao.reporting.indicators.Chapter;
import org.fengqiao.reporting.pages.FactSheets.FactSheet;
import org.fengqiao.reporting.pages.ReceiptPage.Heading;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** A reader's way: sign in, read the paragraph, open a number, open a record. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PageTest {

    private static final String TOWNSHIP = "410423106000";
    private static final String VILLAGE = "410423106201";
    private static final String REPORT = "/reporting/pages/reports/" + TOWNSHIP + "/2023/mediation";

    @Inject Divisions divisions;

    @TestHTTPResource("/")
    URI service;

    private final Visitor visitor = new Visitor();

    @Test
    void anOfficialSignsInAndOpensANumberDownToItsRecord() throws Exception {
        Snapshot counted = agreedCase(VILLAGE, "VILLAGE", "2023-04-05");
        publish(counted);
        awaitCount(TOWNSHIP, "M-01", "2023", 1);

        HttpResponse<String> signIn = visitor.get(service.resolve(REPORT));
        assertTrue(signIn.uri().getPath().endsWith("/authorize"), () -> "at " + signIn.uri());
        HttpResponse<String> report = visitor.signIn(signIn.uri(), "township-clerk");
        assertEquals(200, report.statusCode(), report::body);
        assertEquals(REPORT, report.uri().getPath());
        assertEquals("DENY", report.headers().firstValue("X-Frame-Options").orElse("none"));

        HttpResponse<String> receipt =
                visitor.follow(report, "href=\"(/reporting/pages/figures/M-01/[^\"]+)\"");
        assertTrue(receipt.body().contains("/" + counted.id() + "\">(2023)人调字第12号</a>"));
        assertTrue(receipt.body().contains("<td>2023-04-05</td>"), receipt::body);
        HttpResponse<String> record =
                visitor.follow(receipt, "href=\"(/reporting/pages/records/[^\"]+)\"");
        assertTrue(record.uri().getPath().endsWith(counted.id()), () -> "at " + record.uri());
        assertTrue(record.body().contains("<h1>调解案件 (2023)人调字第12号"), record::body);
        assertTrue(record.body().contains("2023-04-05"), record::body);
        assertTrue(record.body().contains("瓦屋镇"), record::body);
    }

    /** The same with a matter that was brought twice, for whoever may read petitions (D6). */
    @Test
    void petitionsAreOpenedByThoseWhoMayReadThem() throws Exception {
        Snapshot visit = PetitionEvents.visit(TOWNSHIP, "CITY", 2, "2023-04-05");
        Snapshot again =
                PetitionEvents.visit(TOWNSHIP, "CITY", 1, "2023-05-06")
                        .with("matterId", visit.get("matterId"));
        publish(visit, again);
        awaitCount(TOWNSHIP, "P-05", "2023", 3);
        boolean may = DemoUser.TOWNSHIP.scopes().contains("petitions:read");
        URI matters =
                service.resolve("/reporting/pages/figures/P-05-M/" + TOWNSHIP + "/2023/receipt");
        HttpResponse<String> receipt = visitor.open(matters, DemoUser.TOWNSHIP.subject());
        assertEquals(may ? 200 : 403, receipt.statusCode(), receipt::body);
        HttpResponse<String> record =
                visitor.get(
                        service.resolve(
                                "/reporting/pages/records/petition.visit.v1/" + visit.id()));
        assertEquals(may ? 200 : 403, record.statusCode(), record::body);
        assertEquals(may, record.body().contains("<h1>走访 " + visit.id()), record::body);
        String line = ">同一件 <code>" + visit.get("matterId");
        assertEquals(may, receipt.body().contains(line), receipt::body);
        assertEquals(may, receipt.body().contains(again.id()), receipt::body);
    }

    /** A provider may grant no more than it was asked for. */
    @Test
    void theSignInAsksForWhatTheListsOfEveryChapterNeed() throws Exception {
        String asked = visitor.get(service.resolve(REPORT)).uri().getQuery();
        assertTrue(asked.contains("figures:read"), asked);
        for (Chapter chapter : Chapter.values()) {
            String needed = chapter.listScope().orElse("figures:read");
            assertTrue(asked.contains(needed), () -> needed + " is not in " + asked);
        }
    }

    @Test
    void aDistinctCountShowsEachKeyWithItsRecords() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        Line first = line(one, BigDecimal.ONE);
        Key key = new Key("matter", BigDecimal.ONE, List.of(first, line(two, BigDecimal.ZERO)));
        Receipt receipt =
                new Receipt(
                        "P-05-M",
                        "件",
                        TOWNSHIP,
                        "2023",
                        null,
                        BigDecimal.ONE,
                        2,
                        "sha256:0",
                        "走访",
                        List.of(),
                        List.of(key),
                        null);
        Heading heading = new Heading("走访", "镇", "件", "petition.visit.v1", "日期", List.of(), "?");
        String page =
                Templates.receipt(heading, receipt, divisions)
                        .data("frame", new Frame(Language.ZH, "?lang=en", "镇", null))
                        .render();
        assertTrue(page.contains("<code>matter</code></th><td>1</td>"), page);
        for (UUID it : List.of(one, two)) {
            assertTrue(page.contains("/records/petition.visit.v1/" + it + "\">" + it), page);
        }
    }

    private static Line line(UUID id, BigDecimal contribution) {
        LocalDate on = LocalDate.of(2023, 4, 5);
        return new Line(id, 1, null, TOWNSHIP, on, contribution, "/petition/v1/visits/" + id);
    }

    /** The services of the default launch answer elsewhere, and take no browser's session. */
    @Test
    void aRecordLinksToItsSourceOnlyWhereReadersHaveAnAddress() {
        FactSheet without = new FactSheet("调解案件", "12号", "/mediation/v1/cases/1", null, List.of());
        assertFalse(rendered(without).contains("href=\"/mediation"), rendered(without));
        String there = "https://mediation.example/mediation/v1/cases/1";
        FactSheet with = new FactSheet("调解案件", "12号", "/mediation/v1/cases/1", there, List.of());
        assertTrue(rendered(with).contains("href=\"" + there + "\""), rendered(with));
    }

    private static String rendered(FactSheet sheet) {
        return Templates.record(sheet)
                .data("frame", new Frame(Language.ZH, "?lang=en", "镇", null))
                .render();
    }

    @Test
    void whatIsNoPageIsToldByAPage() throws Exception {
        visitor.open(service.resolve("/reporting/pages"), "village-mediator");
        for (String address :
                List.of(
                        "/nowhere",
                        "/reports/" + VILLAGE + "/2023/nowhere",
                        "/public/1/2/3",
                        "/choice?tab=NONE",
                        "/choice?division=1&year=2023",
                        "/choice",
                        "/reports/" + TOWNSHIP + "/2023")) {
            HttpResponse<String> answer =
                    visitor.get(service.resolve("/reporting/pages" + address));
            assertTrue(answer.statusCode() / 100 == 4, () -> address + answer.statusCode());
            String type = answer.headers().firstValue("Content-Type").orElse("none");
            assertTrue(type.startsWith("text/html"), () -> address + type + answer.body());
            assertTrue(answer.body().contains("不能打开这一页"), () -> address + answer.body());
            boolean told = answer.body().contains("您可以打开本单位及其所辖区划的页面");
            assertEquals(address.contains(TOWNSHIP), told, () -> address + answer.body());
        }
        HttpResponse<String> english =
                visitor.get(service.resolve("/reporting/pages/nowhere"), "Accept-Language", "en");
        assertTrue(english.body().contains("There is no such page"), english::body);
    }

    @Test
    void whoSignsOutSignsInAgain() throws Exception {
        HttpResponse<String> page =
                visitor.open(service.resolve("/reporting/pages"), "township-clerk");
        HttpResponse<String> left = visitor.follow(page, "href=\"(/reporting/pages/sign-out)\"");
        assertEquals("/reporting/pages/public", left.uri().getPath());
        HttpResponse<String> again = visitor.get(service.resolve("/reporting/pages"));
        assertTrue(again.uri().getPath().endsWith("/authorize"), () -> "at " + again.uri());
    }

    @Test
    void anotherTownshipsRecordIsNotFound() throws Exception {
        Snapshot foreign = agreedCase("410423107201", "VILLAGE", "2023-04-05");
        publish(foreign);
        awaitCount("410423107000", "M-01", "2023", 1);
        URI page = service.resolve("/reporting/pages/records/mediation.case.v1/" + foreign.id());
        HttpResponse<String> answer = visitor.open(page, "township-clerk");
        assertEquals(404, answer.statusCode(), answer::body);
    }
}
