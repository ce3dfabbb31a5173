package org.fengqiao.reporting.pages;

import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.publish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.http.HttpResponse;
import org.fengqiao.reporting.Api;
import org.fengqiao.reporting.ReportWay;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** An indicator of the county's own on the pages of its township, while it goes on and after. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class LocalPageTest {

    private static final String COUNTY = "410423000000";
    private static final String TOWNSHIP = "410423106000";
    private static final String CODE = "X-410423-71";
    private static final String RECEIPT =
            "/reporting/pages/figures/" + CODE + "/" + TOWNSHIP + "/2014/receipt";

    @TestHTTPResource("/")
    URI service;

    private final Visitor clerk = new Visitor();

    @Test
    void itStandsThereWhileItGoesOnAndEveryPageOpensAfter() throws Exception {
        publish(agreedCase(TOWNSHIP, "TOWNSHIP", "2014-03-05").with("disputeType", "04"));
        Api.awaitCount(TOWNSHIP, "M-01", "2014", 1);
        post(
                "",
                """
                {"code":"%s","definition":{"title":"调结合同纠纷","titleEn":"Contract cases closed",
                 "kind":"COUNT","unit":"CASE","legalBasis":"县司法局通知","since":"2013-01",
                 "records":{"kind":"mediation.case.v1","date":"closedOn",
                 "filters":[{"column":"disputeType","test":"IN","codes":["04"]}]}}}"""
                        .formatted(CODE));
        new ReportWay(TOWNSHIP, 2014).begin("调结合同纠纷{" + CODE + "}件。");
        String figures = "/reporting/pages/figures/" + TOWNSHIP + "/2014";
        String report = "/reporting/pages/reports/" + TOWNSHIP + "/2014";
        HttpResponse<String> page = clerk.open(service.resolve(figures), "township-clerk");
        assertEquals(200, page.statusCode(), page::body);
        assertTrue(page.body().contains("调结合同纠纷 <span class=\"code\">" + CODE), page::body);
        assertTrue(page.body().contains(RECEIPT), page::body);
        assertTrue(open(figures + "?lang=en").contains("Contract cases closed"));
        assertTrue(open(RECEIPT).contains("纠纷类型为合同"));
        assertTrue(open(report).contains(RECEIPT));
        assertTrue(open(report + "/text").contains(CODE + "</code>"));

        post("/" + CODE + "/ending", "{\"until\":\"2014-06\"}");
        assertFalse(open(figures).contains(CODE));
        String without = open(report);
        assertTrue(without.contains("〔调结合同纠纷无此数〕"), without);
        assertTrue(without.contains("No figure of the year"), without);
        assertFalse(without.contains(RECEIPT), without);
        assertTrue(open(report + "/text").contains("{" + CODE + "}"));
    }

    private static void post(String path, String body) {
        Api.as(COUNTY)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/reporting/v1/indicators" + path)
                .then()
                .statusCode(path.isEmpty() ? 201 : 200);
    }

    private String open(String address) throws Exception {
        HttpResponse<String> page = clerk.get(service.resolve(address));
        assertEquals(200, page.statusCode(), page::body);
        return page.body();
    }
}
