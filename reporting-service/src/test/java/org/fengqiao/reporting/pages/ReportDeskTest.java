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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fengqiao.reporting.Api;
import org.fengqiao.reporting.Events;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The annual report on its pages: who may do what, and what becomes of what was typed. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ReportDeskTest {

    private static final String TOWNSHIP = "410423106000";
    private static final String CLERK = "township-clerk";
    private static final String SIGNER = "township-signer";
    private static final String FIRST = "/sections/0/items/0/text";
    private static final String ITEM = "/sections/1/items/0/text";

    @TestHTTPResource("/")
    URI service;

    @Test
    void oneWritesAnotherSignsAnybodyReads() throws Exception {
        publish(
                agreedCase(TOWNSHIP, "TOWNSHIP", "2021-03-05"),
                agreedCase(TOWNSHIP, "TOWNSHIP", "2021-04-05"));
        awaitCount(TOWNSHIP, "M-01", "2021", 2);
        String address = report("2021");
        Visitor clerk = new Visitor();
        HttpResponse<String> page = clerk.open(service.resolve(address), CLERK);
        page = clerk.submit(page, address + "/beginning");
        assertEquals(address + "/text", page.uri().getPath());
        page = clerk.submit(page, address + "/text", written(page, "{year}年调处{M-01}件，另有5件。"));
        assertEquals(200, page.statusCode(), page::body);
        assertEquals(address, page.uri().getPath());
        assertTrue(page.body().contains("/M-01/410423106000/2021/receipt"), page::body);
        assertFalse(page.body().contains("/steps/sign"), page::body);
        page = clerk.submit(page, address + "/steps/check");
        assertTrue(page.body().contains("您起草过本报告，须由另一人签发"), page::body);

        Visitor signer = new Visitor();
        page = signer.open(service.resolve(address), SIGNER);
        HttpResponse<String> blocked = signer.submit(page, address + "/steps/sign");
        assertEquals(422, blocked.statusCode(), blocked::body);
        assertTrue(blocked.body().contains("没有办成"), blocked::body);
        page = signer.submit(blocked, address + "/steps/sign", reasons(blocked, address));
        assertTrue(page.body().contains("<strong>已签发"), page::body);
        assertTrue(page.body().contains("已说明</strong>"), page::body);
        assertTrue(page.body().contains("<strong>签发说明：</strong> 经核对无误"), page::body);
        String frozen = address + "/editions/1/figures/M-01/receipt";
        assertTrue(page.body().contains("href=\"" + frozen + "\""), page::body);
        publish(agreedCase(TOWNSHIP, "TOWNSHIP", "2021-05-05"));
        awaitCount(TOWNSHIP, "M-01", "2021", 3);
        HttpResponse<String> list = signer.get(service.resolve(frozen));
        assertEquals(200, list.statusCode(), list::body);
        assertTrue(list.body().contains("<span class=\"number\">2</span>"), list::body);
        assertEquals(404, signer.get(service.resolve(frozen.replace("/1/", "/2/"))).statusCode());
        page = signer.submit(page, address + "/steps/submit");
        assertTrue(page.body().contains("逾期"), page::body);
        HttpResponse<String> undecided = signer.submit(page, address + "/steps/review");
        assertEquals(422, undecided.statusCode(), undecided::body);
        page = signer.submit(undecided, address + "/steps/review", confirmed(undecided));
        Visitor anybody = new Visitor();
        URI open = service.resolve("/reporting/pages/public/" + TOWNSHIP + "/2021");
        assertEquals(404, anybody.get(open).statusCode());
        page = signer.submit(page, address + "/steps/publish");
        assertTrue(page.body().contains("<strong>已公开"), page::body);

        assertTrue(page.body().contains("href=\"" + frozen + "\""), page::body);
        page = clerk.get(service.resolve(address));
        page = clerk.submit(page, address + "/steps/revise", "reason", "误启动");
        assertTrue(page.body().contains("<strong>起草"), page::body);
        page = clerk.submit(page, address + "/steps/abandon", "reason", "误启动");
        assertTrue(page.body().contains("<strong>已公开"), page::body);

        HttpResponse<String> all = anybody.get(service.resolve("/reporting/pages/public"));
        assertTrue(all.body().contains("/public/" + TOWNSHIP + "/2021\""), all::body);
        page = anybody.follow(all, "href=\"([^\"]*/public/" + TOWNSHIP + "/2021)\"");
        assertTrue(page.body().contains("<strong>现行</strong>"), page::body);
        assertTrue(page.body().contains("deploy/verify-edition"), page::body);
        HttpResponse<String> edition = anybody.follow(page, "href=\"([^\"]+format=json)\"");
        assertTrue(edition.body().contains("2021年调处"), edition::body);
        HttpResponse<String> closed = anybody.get(service.resolve(address));
        assertTrue(closed.uri().getPath().endsWith("/authorize"), () -> "at " + closed.uri());
    }

    private static String report(String year) {
        return "/reporting/pages/reports/" + TOWNSHIP + "/" + year;
    }

    /** All that the suite leaves to be written, and one paragraph of one's own. */
    private static String[] written(HttpResponse<String> page, String text) {
        List<String> typed = new ArrayList<>();
        Visitor.form(page, page.uri().getPath())
                .forEach(
                        (name, value) -> {
                            if (value.equals("（请填写）")) {
                                typed.addAll(List.of(name, "已经办理。"));
                            }
                        });
        typed.addAll(List.of(ITEM, text));
        return typed.toArray(String[]::new);
    }

    private static String[] reasons(HttpResponse<String> page, String address) {
        List<String> typed = new ArrayList<>();
        Visitor.form(page, address + "/steps/sign").keySet().stream()
                .filter(it -> it.startsWith("reason/"))
                .forEach(it -> typed.addAll(List.of(it, "经核对无误")));
        return typed.toArray(String[]::new);
    }

    private static String[] confirmed(HttpResponse<String> page) {
        return Pattern.compile("name=\"(figure/[^\"]+)\" value=\"confirm\"")
                .matcher(page.body())
                .results()
                .flatMap(it -> Stream.of(it.group(1), "confirm"))
                .toArray(String[]::new);
    }

    /** The page of the checks speaks of the text that stands, not of the suite's own. */
    @Test
    void theChecksAreThoseOfTheReportsOwnText() throws Exception {
        String address = report("2015");
        URI checks = service.resolve("/reporting/pages/checks/" + TOWNSHIP + "/2015");
        Visitor clerk = new Visitor();
        HttpResponse<String> page = clerk.open(service.resolve(address), CLERK);
        assertFalse(clerk.get(checks).body().contains("直接写入的数"));
        page = clerk.submit(page, address + "/beginning");
        page = clerk.submit(page, address + "/text", written(page, "栽树5棵。"));
        assertFalse(page.body().contains("/steps/abandon"), page::body);
        String told = clerk.get(checks).body();
        assertTrue(told.contains("文中有直接写入的数“5棵”"), told);
    }

    @Test
    void whatIsTypedIsNotLost() throws Exception {
        String address = report("2020");
        Visitor one = new Visitor();
        HttpResponse<String> form =
                one.submit(one.open(service.resolve(address), CLERK), address + "/beginning");
        HttpResponse<String> bad =
                one.submit(form, address + "/text", ITEM, "调处{M-99}件<b>。", "/title", "");
        assertEquals(422, bad.statusCode(), bad::body);
        assertEquals("调处{M-99}件<b>。", Visitor.form(bad, address + "/text").get(ITEM));
        assertTrue(bad.body().contains("id=\"/title-fault\">不能为空"), bad::body);
        assertTrue(bad.body().contains("<a href=\"#/title\">报告标题</a> 不能为空"), bad::body);
        bad = one.submit(bad, address + "/text", "/title", "报告");
        assertTrue(bad.body().contains("id=\"" + ITEM + "-fault\">M-99不在指标目录中"), bad::body);

        String next = "formaction=\"" + address + "/text#/sections/0/items/1/text\"";
        assertTrue(bad.body().contains(next), bad::body);
        HttpResponse<String> more = one.submit(bad, address + "/text", "button", "add 0");
        assertEquals(200, more.statusCode());
        assertTrue(Visitor.form(more, address + "/text").containsKey("/sections/0/items/1/text"));
        more = one.submit(more, address + "/text", "button", "remove 0 0");
        assertEquals("", Visitor.form(more, address + "/text").get("/sections/0/items/0/text"));
        String second = Visitor.form(more, address + "/text").get("/sections/1/title");
        more = one.submit(more, address + "/text", "button", "up 1");
        assertEquals(second, Visitor.form(more, address + "/text").get("/sections/0/title"));

        one.submit(form, address + "/text", ITEM, "先写的。");
        HttpResponse<String> late =
                one.submit(form, address + "/text", ITEM, "后写的。", "key", "another-key");
        assertEquals(412, late.statusCode(), late::body);
        assertEquals("后写的。", Visitor.form(late, address + "/text").get(ITEM));
        assertTrue(late.body().contains("<p class=\"source\">先写的。</p>"), late::body);
        HttpResponse<String> saved = one.submit(late, address + "/text");
        assertEquals(address, saved.uri().getPath());
        assertTrue(saved.body().contains("后写的。"), saved::body);
    }

    @Test
    void aPastedReportIsReadWithItsQuestions() throws Exception {
        String address = report("2019");
        Visitor one = new Visitor();
        HttpResponse<String> form = one.open(service.resolve(address + "/paste"), CLERK);
        HttpResponse<String> read =
                one.submit(form, address + "/paste", "text", "一、主要举措\r\n到省信访01人次，另有7家。");
        assertEquals(200, read.statusCode(), read::body);
        assertTrue(read.body().contains("粘贴的文本中请核对"), read::body);
        assertTrue(read.body().contains("01人次"), read::body);
        assertFalse(read.body().contains("改写年份"), read::body);
        HttpResponse<String> past =
                one.submit(
                        form, address + "/paste", "text", "一、主要举措\n2018年办理。", "textYear", "2018");
        assertTrue(past.body().contains("原文是2018年的，已按2019年改写年份，请核对。"), past::body);
        assertEquals("{year}年办理。", Visitor.form(past, address + "/text").get(FIRST));
        assertFalse(one.get(service.resolve(address)).body().contains("/steps/check"));
    }

    @Test
    void withoutTheRightThereIsNoButtonAndNoWay() throws Exception {
        String village = "/reporting/pages/reports/410423106201/2021";
        Visitor reader = new Visitor();
        HttpResponse<String> page = reader.open(service.resolve(village), "village-mediator");
        assertEquals(200, page.statusCode());
        assertFalse(page.body().contains("/beginning"), page::body);
        assertEquals(403, forced(reader, village + "/beginning").statusCode());
        Visitor clerk = new Visitor();
        clerk.open(service.resolve(report("2018")), CLERK);
        assertEquals(403, forced(clerk, report("2018") + "/steps/sign").statusCode());
        assertEquals(404, forced(clerk, report("2018") + "/steps/check").statusCode());
        String foreign = "/reporting/pages/reports/410423107000/2018";
        assertEquals(404, clerk.get(service.resolve(foreign)).statusCode());
        assertEquals(404, clerk.get(service.resolve(foreign + "/text")).statusCode());
        assertEquals(404, forced(clerk, foreign + "/beginning").statusCode());
        Map<String, String> button = Map.of("button", "add 0", "/sections/0/kind", "OTHERS");
        URI text = service.resolve(foreign + "/text");
        assertEquals(404, clerk.post(text, button, "http://" + text.getAuthority()).statusCode());
    }

    private HttpResponse<String> forced(Visitor who, String address) throws Exception {
        URI action = service.resolve(address);
        Map<String, String> fields = Map.of("key", address + "-forced", "version", "1");
        return who.post(action, fields, "http://" + action.getAuthority());
    }

    /** The cookie of the session goes along with a form of any site. */
    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        String address = report("2017");
        Visitor clerk = new Visitor();
        HttpResponse<String> page = clerk.open(service.resolve(address), CLERK);
        Map<String, String> fields = Visitor.form(page, address + "/beginning");
        URI action = service.resolve(address + "/beginning");
        for (String origin : new String[] {"https://elsewhere.example", "null", null}) {
            HttpResponse<String> refused = clerk.post(action, fields, origin);
            assertEquals(403, refused.statusCode(), () -> origin + refused.body());
        }
        assertTrue(clerk.get(service.resolve(address)).body().contains("/beginning"));
        assertEquals(200, clerk.submit(page, address + "/beginning").statusCode());
        assertFalse(clerk.get(service.resolve(address)).body().contains("/beginning"));
    }

    @Test
    void theCountySeesWhoIsLateAndDoesNothingForThem() throws Exception {
        Visitor clerk = new Visitor();
        String address = report("2016");
        clerk.submit(clerk.open(service.resolve(address), CLERK), address + "/beginning");
        Visitor county = new Visitor();
        String desk = "/reporting/pages/desk/410423000000/2016";
        HttpResponse<String> page = county.open(service.resolve(desk), "county-clerk");
        assertTrue(page.body().contains("<p class=\"state\">起草</p>"), page::body);
        assertTrue(page.body().contains("<p class=\"state\">尚未起草</p>"), page::body);
        assertTrue(page.body().contains("已逾期"), page::body);
        HttpResponse<String> report = county.follow(page, "href=\"(" + address + ")\"");
        assertFalse(report.body().contains("/steps/"), report::body);
        HttpResponse<String> forced = forced(county, address + "/steps/check");
        assertEquals(403, forced.statusCode());
        assertTrue(forced.body().contains("须由本单位办理"), forced::body);
    }

    /** The duty is the government's. */
    @Test
    void aVillageOwesNoReport() throws Exception {
        Visitor clerk = new Visitor();
        String desk = "/reporting/pages/desk/" + TOWNSHIP + "/2016";
        HttpResponse<String> page = clerk.open(service.resolve(desk), CLERK);
        assertTrue(page.body().contains("/reports/" + TOWNSHIP + "/2016\" lang"), page::body);
        assertFalse(page.body().contains("/reports/410423106201/2016\" lang"), page::body);
    }

    /** Rather than a form that is refused. */
    @Test
    void beforeTheYearIsOverItIsSaidWhenItCanBeSigned() throws Exception {
        int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
        String address = report(Integer.toString(year));
        Visitor clerk = new Visitor();
        HttpResponse<String> page = clerk.open(service.resolve(address), CLERK);
        page = clerk.submit(page, address + "/beginning");
        clerk.submit(page, address + "/text", written(page, "{year}年。"));
        page = clerk.get(service.resolve(address));
        clerk.submit(page, address + "/steps/check");
        page = new Visitor().open(service.resolve(address), SIGNER);
        assertFalse(page.body().contains("/steps/sign\""), page::body);
        assertTrue(page.body().contains((year + 1) + "-01-01起方可签发"), page::body);
    }

    /** What was planned, and what is not solved, for whoever may list it. */
    @Test
    void whatIsCarriedOverStandsBesideTheText() throws Exception {
        String address = report("2012");
        Snapshot problem =
                Events.record("legal.issue-item.v1", TOWNSHIP, "2012-03-05")
                        .with("foundOn", "2012-03-05")
                        .with("dueOn", "2012-06-30");
        publish(problem);
        Visitor clerk = new Visitor();
        HttpResponse<String> page = clerk.open(service.resolve(address), CLERK);
        clerk.submit(page, address + "/beginning");
        String record = "/reporting/pages/records/legal.issue-item.v1/" + problem.id();
        for (String it : List.of(address, address + "/text")) {
            Api.patiently()
                    .untilAsserted(
                            () -> {
                                String body = clerk.get(service.resolve(it)).body();
                                assertTrue(body.contains("href=\"" + record + "\""), body);
                                assertTrue(body.contains("发现于2012-03-05，期限2012-06-30，已过期限"), body);
                            });
        }
        assertEquals(200, clerk.get(service.resolve(record)).statusCode());
    }
}
