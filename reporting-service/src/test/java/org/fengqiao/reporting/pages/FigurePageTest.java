package org.fengqiao.reporting.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.fengqiao.local.DemoUser;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands on the pages of a division's year, for whom, and in which language. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class FigurePageTest {

    private static final String COUNTY = DemoUser.COUNTY.subject();
    private static final String OF_TOWNSHIP = "/" + YearOfTownship.CODE + "/" + YearOfTownship.YEAR;
    private static final String FIGURES = "/reporting/pages/figures" + OF_TOWNSHIP;

    @TestHTTPResource("/")
    URI service;

    private final Visitor visitor = new Visitor();

    @BeforeEach
    void someYear() {
        YearOfTownship.publishOnce();
    }

    @Test
    void aCardShowsTheNumberAndTheYearBefore() throws Exception {
        String page = open(FIGURES, COUNTY);
        has(page, "<h4>调处矛盾纠纷</h4>");
        has(page, link("M-01", "", "调处矛盾纠纷: 62 件"));
        has(page, "比上年多 22 (+55%) <span class=\"before\">上年 40</span>");
        has(page, "62 中的 61");
        has(page, "比上年少 1.61个百分点 <span class=\"before\">上年 100</span>");
        // Nobody reported and nobody confirmed: no zero.
        has(page, link("P-08", "", "积案化解: 未报告"));
        has(page, "没有记录，也没有确认为零");
        has(page, "10 中的 0 · 未到期 2 · 没有期限 0");
    }

    @Test
    void everyBarLeadsToItsOwnRecords() throws Exception {
        String page = open(FIGURES, COUNTY);
        String january =
                "/reporting/pages/figures/M-01/" + YearOfTownship.CODE + "/2025-01/receipt";
        has(page, "<a href=\"" + january + "\" aria-label=\"1月 2025-01: 11\">");
        has(page, link("M-01", "?where=disputeType:02", "邻里 2025: 24"));
        has(page, link("M-01", "?where=division:OWN_LEVEL", "本级 2025: 13"));
        has(page, "aria-label=\"本级 2024: 8\"");
        has(page, link("P-12", "?where=form:VISIT", "来访 2025: 6"));
        String list = FIGURES.replace("figures/", "figures/M-01/") + "/receipt";
        open(list, COUNTY);
        String receipt = body(list + "?where=disputeType:02");
        has(receipt, "<span class=\"number\">24</span> 件");
        has(receipt, "纠纷类型为邻里");
        has(receipt, "href=\"" + list + "?where=disputeType:02&amp;lang=en\"");
    }

    /** Petitions are not set beside each other by division: nobody is ranked (D4). */
    @Test
    void petitionsAreDrawnByMonthAndFormAlone() throws Exception {
        String page = open(FIGURES, COUNTY);
        has(page, "<figcaption id=\"M-01-division\">");
        has(page, "<figcaption id=\"P-12-form\">");
        assertFalse(page.contains("<figcaption id=\"P-12-division\">"), page);
        String village =
                open(
                        "/reporting/pages/figures/"
                                + YearOfTownship.CODE.replace("000", "202")
                                + "/2025",
                        COUNTY);
        has(village, "<figcaption id=\"M-01-disputeType\">");
        assertFalse(village.contains("-division\">"), village);
    }

    @Test
    void whoMayNotReadPetitionsSeesNumbersAndNoLinks() throws Exception {
        String page = open(FIGURES, DemoUser.ADMIN.subject());
        has(page, "您的权限只看数字");
        has(page, link("M-01", "", "调处矛盾纠纷: 62 件"));
        has(page, "<span class=\"number\">9</span> <span class=\"unit\">件</span>");
        assertFalse(page.contains("/reporting/pages/figures/P-"), page);
        assertFalse(page.contains("/reporting/pages/figures/L-"), page);
    }

    @Test
    void whatBlocksStandsFirst() throws Exception {
        String page = open("/reporting/pages/checks" + OF_TOWNSHIP, COUNTY);
        has(page, "<strong class=\"blocks\">检查 1 项须改正</strong>");
        List<Integer> order =
                List.of(
                        page.indexOf("不通过（须改正）"),
                        page.indexOf("请留意</strong> <span"),
                        page.indexOf("未检查"),
                        page.indexOf(">通过</strong>"));
        assertEquals(order.stream().sorted().toList(), order);
        assertTrue(order.get(0) > 0, page);
        has(
                page,
                "<a href=\""
                        + FIGURES.replace("figures/", "figures/M-01/")
                        + "/receipt\" aria-label=\"调处矛盾纠纷 62\">");
    }

    @Test
    void theLanguageIsAskedForOrKeptOrPreferred() throws Exception {
        assertEquals("zh-CN", lang(open(FIGURES, COUNTY)));
        assertEquals("en", lang(body(FIGURES, "Accept-Language", "fr, en-GB;q=0.8, zh;q=0.5")));
        assertEquals("zh-CN", lang(body(FIGURES, "Accept-Language", "fr")));
        String english = body(FIGURES + "?lang=en");
        assertEquals("en", lang(english));
        has(english, link("M-01", "", "Disputes mediated: 62 cases"));
        has(english, "22 more than last year (+55%)");
        has(english, "aria-label=\"Neighbourhood 2025: 24\"");
        assertEquals("en", lang(body("/reporting/pages")), "kept");
        assertEquals("zh-CN", lang(body("/reporting/pages?lang=zh", "Accept-Language", "en")));
        assertEquals("zh-CN", lang(body("/reporting/pages", "Accept-Language", "en")), "kept");
        assertEquals(400, status(FIGURES + "?lang=fr"));
    }

    @Test
    void aRefusalIsAPage() throws Exception {
        String page = open("/reporting/pages/figures/410499000000/2025", COUNTY);
        has(page, "<h1><span class=\"over\">404</span> 不能打开这一页</h1>");
        assertEquals(404, status("/reporting/pages/figures/410499000000/2025"));
        assertEquals(400, status("/reporting/pages/figures/410423101000/2025-03"));
        assertEquals(400, status("/reporting/pages/choice?division=1&year=2025"));
        Visitor petitions = new Visitor();
        assertEquals(
                403,
                petitions
                        .open(service.resolve("/reporting/pages"), DemoUser.DISCIPLINE.subject())
                        .statusCode());
    }

    @Test
    void noPageRunsAScriptAndTheStyleIsForEverybody() throws Exception {
        HttpResponse<String> style =
                visitor.get(service.resolve("/reporting/pages/assets/style.css"));
        assertEquals(200, style.statusCode());
        assertTrue(style.body().contains(".card"), style::body);
        open(FIGURES, COUNTY);
        HttpResponse<String> page = visitor.get(service.resolve(FIGURES));
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("none");
        assertTrue(policy.startsWith("default-src 'none'; style-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertFalse(page.body().matches("(?s).*(<script|style=|https?://).*"), page::body);
    }

    private static String link(String indicator, String where, String label) {
        return " href=\"%s/receipt%s\" aria-label=\"%s\">"
                .formatted(FIGURES.replace("figures/", "figures/" + indicator + "/"), where, label);
    }

    private static void has(String page, String text) {
        assertTrue(page.replaceAll("\\s+", " ").contains(text), () -> text + " is not in " + page);
    }

    private static String lang(String page) {
        return page.replaceAll("(?s).*<html lang=\"([^\"]+)\".*", "$1");
    }

    private String open(String address, String user) throws Exception {
        HttpResponse<String> first = visitor.get(service.resolve(address));
        return first.uri().getPath().endsWith("/authorize")
                ? visitor.signIn(first.uri(), user).body()
                : first.body();
    }

    private String body(String address, String... headers) throws Exception {
        HttpResponse<String> page = visitor.get(service.resolve(address), headers);
        assertEquals(200, page.statusCode(), page::body);
        return page.body();
    }

    private int status(String address) throws Exception {
        return visitor.get(service.resolve(address)).statusCode();
    }
}
