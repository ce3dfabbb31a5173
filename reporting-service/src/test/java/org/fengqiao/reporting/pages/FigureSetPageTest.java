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
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** Figure sets on their pages: a township submits, its county returns, accepts and compares. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class FigureSetPageTest {

    private static final String TOWNSHIP = "410423106000";
    private static final String PERIOD = "2015-Q1";
    private static final String SET =
            "/reporting/pages/figure-sets/" + QuarterForm.CODE + "/" + TOWNSHIP + "/" + PERIOD;
    private static final String COMPARISON =
            "/reporting/pages/figure-sets/comparison?form="
                    + QuarterForm.CODE
                    + "&period="
                    + PERIOD;

    @TestHTTPResource("/")
    URI service;

    @Test
    void aTownshipSubmitsItsCountyReturnsAndAcceptsThenReopens() throws Exception {
        QuarterForm.put();
        publish(agreedCase(TOWNSHIP, "TOWNSHIP", "2015-02-05"));
        awaitCount(TOWNSHIP, "M-01", PERIOD, 1);
        Visitor clerk = new Visitor();
        HttpResponse<String> desk =
                clerk.open(
                        service.resolve("/reporting/pages/desk/" + TOWNSHIP + "/2015"),
                        "township-clerk");
        assertTrue(desk.body().contains("未报送</a><span class=\"late\">逾期"), desk::body);
        assertFalse(desk.body().contains("figure-sets/comparison"), desk::body);
        HttpResponse<String> page = clerk.follow(desk, "href=\"(" + SET + ")\"");
        assertTrue(page.body().contains("现在报送的将是这些数"), page::body);
        assertTrue(
                page.body().contains("/figures/M-01/" + TOWNSHIP + "/" + PERIOD + "/receipt"),
                page::body);
        assertFalse(page.body().contains("/acceptance"), page::body);

        HttpResponse<String> refused = clerk.submit(page, SET + "/submission", "reason", "首次报送");
        assertEquals(422, refused.statusCode(), refused::body);
        assertTrue(refused.body().contains("M-06职能部门例会"), refused::body);
        assertEquals("首次报送", Visitor.form(refused, SET + "/submission").get("reason"));
        page = clerk.submit(refused, SET + "/submission", "nil/M-06", "nil");
        assertEquals(SET, page.uri().getPath());
        assertTrue(page.body().contains("<strong>已报送</strong>"), page::body);
        assertTrue(page.body().contains("零报告"), page::body);
        assertTrue(page.body().contains(SET + "/receipts/M-01"), page::body);
        assertFalse(page.body().contains("/submission\""), page::body);

        Visitor county = new Visitor();
        page = county.open(service.resolve(SET), "county-clerk");
        assertEquals(422, county.submit(page, SET + "/return", "reason", " ").statusCode());
        page = county.submit(page, SET + "/return", "reason", "漏登一件");
        assertTrue(page.body().contains("<strong>已退回</strong>"), page::body);

        Snapshot late = agreedCase(TOWNSHIP, "TOWNSHIP", "2015-03-05");
        publish(late);
        awaitCount(TOWNSHIP, "M-01", PERIOD, 2);
        page = clerk.get(service.resolve(SET));
        assertTrue(page.body().contains("漏登一件"), page::body);
        assertTrue(page.body().contains("/records/mediation.case.v1/" + late.id()), page::body);
        page = clerk.submit(page, SET + "/submission", "nil/M-06", "nil", "reason", "已补");
        assertTrue(page.body().contains("与上次报送不同的数及其原因"), page::body);
        assertTrue(page.body().contains("1 → 2"), page::body);
        HttpResponse<String> stale =
                county.post(service.resolve(SET + "/acceptance"), Map.of("version", "2"), origin());
        assertEquals(412, stale.statusCode(), stale::body);

        page = county.submit(county.get(service.resolve(SET)), SET + "/acceptance");
        assertTrue(page.body().contains("<strong>已审核锁定</strong>"), page::body);
        HttpResponse<String> beside = county.get(service.resolve(COMPARISON));
        assertEquals(200, beside.statusCode(), beside::body);
        assertTrue(beside.body().contains("<a href=\"" + SET + "\">瓦屋镇</a>"), beside::body);
        assertTrue(beside.body().contains("已审核1个，共"), beside::body);
        assertEquals(200, county.get(service.resolve(SET + "/receipts/M-01")).statusCode());
        assertEquals(
                200,
                county.get(service.resolve(COMPARISON.replace("comparison", "comparison.xlsx")))
                        .statusCode());
        page = county.submit(page, SET + "/reopening", "reason", "更正");
        assertTrue(page.body().contains("<strong>已解锁</strong>"), page::body);
    }

    private String origin() {
        return service.getScheme() + "://" + service.getAuthority();
    }

    @Test
    void whatIsNotTheReadersIsNeitherShownNorTaken() throws Exception {
        QuarterForm.put();
        Visitor clerk = new Visitor();
        assertEquals(403, clerk.open(service.resolve(COMPARISON), "township-clerk").statusCode());
        String foreign = SET.replace(TOWNSHIP, "410423107000");
        assertEquals(404, clerk.get(service.resolve(foreign)).statusCode());
        Map<String, String> fields = Map.of("version", "1");
        URI foreignSubmission = service.resolve(foreign + "/submission");
        assertEquals(404, clerk.post(foreignSubmission, fields, origin()).statusCode());
        URI acceptance = service.resolve(SET + "/acceptance");
        assertEquals(403, clerk.post(acceptance, fields, origin()).statusCode());
        Visitor county = new Visitor();
        county.open(service.resolve("/reporting/pages"), "county-clerk");
        URI submission = service.resolve(SET + "/submission");
        assertEquals(403, county.post(submission, fields, origin()).statusCode());
    }
}
