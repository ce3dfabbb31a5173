package org.fengqiao.reporting.pages;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.publish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.fengqiao.local.DemoUser;
import org.fengqiao.reporting.pages.Chromium.Window;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser: by keyboard alone, for all readers, on a phone. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class BrowserTest {

    private static final int DESK = 1280;
    private static final int PHONE = 360;
    private static final String PAGES = "/reporting/pages";
    private static final String OF_TOWNSHIP = "/" + YearOfTownship.CODE + "/" + YearOfTownship.YEAR;
    private static final String SETS = PAGES + "/figure-sets/" + QuarterForm.CODE;
    private static final String RECEIPT = PAGES + "/figures/M-01" + OF_TOWNSHIP + "/receipt";

    private static Chromium chromium;

    @TestHTTPResource("/")
    URI service;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void someYear() {
        YearOfTownship.publishOnce();
        QuarterForm.put();
    }

    @Test
    void anOfficialWalksFromTheSignInToARecordByKeyboardAlone() {
        try (Window window = chromium.window(DESK, "zh-CN")) {
            signIn(window, PAGES);
            window.isSound();
            window.picture("index");
            follow(window, PAGES + "/figures/410423000000/" + YearOfTownship.YEAR);
            window.picture("figures-of-a-county");
            follow(window, PAGES + "/figures" + OF_TOWNSHIP);
            window.picture("figures");
            follow(window, RECEIPT);
            window.picture("receipt");
            window.tabTo("a[href*='/records/mediation.case.v1/']");
            assertTrue(window.showsItsFocus());
            window.enter();
            window.isSound();
            window.picture("record");
            assertTrue(window.page().title().startsWith("调解案件"), window.page().title());
        }
    }

    /** With the keys only: to the link, and through it. */
    private static void follow(Window window, String address) {
        window.tabTo("a[href='" + address + "']");
        assertTrue(window.showsItsFocus(), address);
        window.enter();
        assertTrue(window.page().url().endsWith(address), window.page()::url);
        window.isSound();
    }

    /** A clerk at a desk writes, a second person signs on a phone, anybody reads. */
    @Test
    void aReportGoesItsWholeWayByKeyboardAlone() {
        String township = DemoUser.TOWNSHIP.division();
        publish(
                agreedCase(township, "TOWNSHIP", "2022-03-05"),
                agreedCase(township, "TOWNSHIP", "2022-04-06"));
        awaitCount(township, "M-01", "2022", 2);
        String report = PAGES + "/reports/" + township + "/2022";
        try (Window window = chromium.window(DESK, "zh-CN")) {
            signIn(window, report, DemoUser.TOWNSHIP);
            press(window, "form[action$='/beginning'] button", "begun");
            type(window, "[name='/sections/0/items/0/text']", "主要负责人{M-99}。");
            type(window, "[name='/sections/1/items/0/text']", "{year}年调处{M-01}件，另有5件。");
            type(window, "[name='/sections/2/items/0/text']", "人才不足。");
            type(window, "[name='/sections/3/items/0/text']", "加强培训。");
            press(window, ".draft > button", "text-refused");
            assertTrue(window.page().url().endsWith("/text"), window.page()::url);
            type(window, "[name='/sections/0/items/0/text'][aria-invalid]", "带头学法。");
            press(window, ".draft > button", "written");
            press(window, "form[action$='/check'] button", "checked");
        }
        try (Window window = chromium.window(PHONE, "en")) {
            signIn(window, report, DemoUser.SIGNER);
            window.isSound();
            window.picture("phone-to-sign");
            press(window, "form[action$='/sign'] button", "phone-sign-refused");
            for (Locator it : window.page().locator("textarea[name^='reason/']").all()) {
                type(window, "[name='" + it.getAttribute("name") + "']", "经核对无误");
            }
            press(window, "form[action$='/sign'] button", "phone-signed");
            press(window, "form[action$='/submit'] button", "phone-to-review");
            for (Locator it : window.page().locator("[name^='figure/'][value=confirm]").all()) {
                window.tabTo("[name='" + it.getAttribute("name") + "']");
                window.page().keyboard().press("Space");
            }
            press(window, "form[action$='/review'] button", "phone-reviewed");
            press(window, "form[action$='/publish'] button", "phone-published");
        }
        try (Window window = chromium.window(PHONE, "zh-CN")) {
            window.page().navigate(service.resolve(PAGES + "/public").toString());
            window.isSound();
            window.picture("phone-public");
            follow(window, PAGES + "/public/" + township + "/2022");
            window.picture("phone-editions");
            window.tabTo("a[href$='format=json']");
            window.enter();
            assertTrue(window.page().content().contains("2022年调处"), window.page()::content);
        }
    }

    /** A clerk submits on a phone, the county decides at a desk. */
    @Test
    void aFigureSetIsSubmittedAndAcceptedByKeyboardAlone() {
        String township = DemoUser.TOWNSHIP.division();
        publish(agreedCase(township, "TOWNSHIP", "2017-02-05"));
        awaitCount(township, "M-01", "2017-Q1", 1);
        String set = SETS + "/" + township + "/2017-Q1";
        try (Window window = chromium.window(PHONE, "zh-CN")) {
            signIn(window, PAGES + "/desk/" + township + "/2017", DemoUser.TOWNSHIP);
            follow(window, set);
            window.picture("phone-set-open");
            press(window, "form[action$='/submission'] button", "phone-set-refused");
            window.tabTo("[name='nil/M-06']");
            window.page().keyboard().press("Space");
            press(window, "form[action$='/submission'] button", "phone-set-submitted");
        }
        try (Window window = chromium.window(DESK, "en")) {
            signIn(window, set);
            window.page().navigate(service.resolve(PAGES + "/desk/410423000000/2017").toString());
            window.isSound();
            window.picture("desk-of-sets");
            window.page().navigate(service.resolve(set).toString());
            press(window, "form[action$='/acceptance'] button", "set-accepted");
            String beside = "/comparison?form=" + QuarterForm.CODE + "&period=2017-Q1";
            window.page().navigate(service.resolve(PAGES + "/figure-sets" + beside).toString());
            window.isSound();
            window.picture("sets-beside");
            assertTrue(window.page().content().contains("accepted: 1 of"), window.page()::content);
        }
    }

    /** Who adds a part writes on in it. */
    @Test
    void aPartThatIsAddedHasTheFocus() {
        String report = PAGES + "/reports/" + DemoUser.TOWNSHIP.division() + "/2013";
        try (Window window = chromium.window(DESK, "zh-CN")) {
            signIn(window, report, DemoUser.TOWNSHIP);
            press(window, "form[action$='/beginning'] button", "begun-2013");
            press(window, "button[value='add 0']", "added");
            assertEquals(
                    "/sections/0/items/1/text",
                    window.page().evaluate("document.activeElement.name"));
        }
    }

    private static void press(Window window, String button, String picture) {
        window.tabTo(button);
        assertTrue(window.showsItsFocus(), button);
        window.enter();
        window.picture(picture);
        if (window.page().locator(".trouble").count() > 0) {
            window.complaints().clear(); // the console tells of an answer 422
        }
        window.isSound();
    }

    /** Instead of what stands in the field. */
    private static void type(Window window, String field, String text) {
        window.tabTo(field);
        window.page().keyboard().press("Control+A");
        window.page().keyboard().insertText(text);
    }

    @Test
    void theFirstTabLeadsToTheContent() {
        try (Window window = chromium.window(DESK, "zh-CN")) {
            signIn(window, PAGES);
            window.tabTo("*");
            window.page().keyboard().press("Enter");
            assertEquals("main", window.page().evaluate("document.activeElement.id"), "skip link");
        }
    }

    @Test
    void yearAndDivisionAreChosenByKeyboard() {
        try (Window window = chromium.window(DESK, "zh-CN")) {
            signIn(window, PAGES + "/figures" + OF_TOWNSHIP);
            window.tabTo("select[name=year]");
            window.page().keyboard().press("ArrowDown");
            window.tabTo(".picker button");
            window.enter();
            String before = PAGES + "/figures/" + YearOfTownship.CODE + "/" + YearOfTownship.BEFORE;
            assertTrue(window.page().url().endsWith(before), window.page()::url);
            window.isSound();
        }
    }

    /** The policy names the provider: a form may be sent on to the sign-in. */
    @Test
    void aFormOfASessionThatIsOverLeadsToTheSignIn() {
        try (Window window = chromium.window(DESK, "zh-CN")) {
            signIn(window, PAGES + "/figures" + OF_TOWNSHIP);
            window.page().context().clearCookies();
            window.tabTo(".picker button");
            window.enter();
            assertTrue(window.page().url().contains("/authorize?"), window.page()::url);
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, zh-CN", "en, en"})
    void everyPageIsForAllReadersAndFitsAPhone(String lang, String tag) {
        try (Window window = chromium.window(PHONE, "zh-CN")) {
            signIn(window, PAGES + "?lang=" + lang);
            Page page = window.page();
            for (String address :
                    List.of(
                            PAGES,
                            PAGES + "/figures" + OF_TOWNSHIP,
                            PAGES + "/reports" + OF_TOWNSHIP,
                            PAGES + "/checks" + OF_TOWNSHIP,
                            PAGES + "/desk/410423000000/" + YearOfTownship.YEAR,
                            PAGES + "/desk" + OF_TOWNSHIP,
                            SETS + "/" + YearOfTownship.CODE + "/" + YearOfTownship.YEAR + "-Q1",
                            PAGES
                                    + "/figure-sets/comparison?form="
                                    + QuarterForm.CODE
                                    + "&period="
                                    + YearOfTownship.YEAR
                                    + "-Q1",
                            PAGES + "/reports/410423000000/" + YearOfTownship.YEAR,
                            PAGES + "/reports/410423000000/" + YearOfTownship.YEAR + "/text",
                            PAGES + "/reports/410423000000/" + YearOfTownship.YEAR + "/paste",
                            PAGES + "/public",
                            RECEIPT,
                            PAGES + "/figures/M-05" + OF_TOWNSHIP + "/receipt?part=NUMERATOR")) {
                page.navigate(service.resolve(address).toString());
                assertEquals(tag, page.locator("html").getAttribute("lang"), address);
                openAll(page);
                window.picture("phone-" + lang + address.replaceAll("[^A-Za-z0-9]+", "-"));
                window.isSound();
            }
            page.locator("a[href*='/records/']").first().click();
            window.picture("phone-" + lang + "-record");
            window.isSound();
        }
    }

    private static void openAll(Page page) {
        page.locator("summary").all().forEach(it -> it.press("Enter"));
    }

    @Test
    void aRefusalIsAPageForAllReaders() {
        try (Window window = chromium.window(PHONE, "en")) {
            signIn(window, PAGES);
            window.page().navigate(service.resolve(PAGES + "/figures/1/2025").toString());
            assertEquals("en", window.page().locator("html").getAttribute("lang"));
            assertEquals(List.of(), window.barriers());
            assertEquals(0, window.overflow());
        }
    }

    /** Nothing is skipped: what no browser has seen is not known to work. */
    @Test
    void aMachineWithoutABrowserFails() {
        AssertionError told =
                assertThrows(AssertionError.class, () -> Chromium.executable("/nowhere"));
        assertTrue(told.getMessage().contains("install the package chromium"), told::getMessage);
    }

    /** What these tests look for is found where it is. */
    @Test
    void faultsAreFound() {
        try (Window window = chromium.window(PHONE, "zh-CN")) {
            signIn(window, PAGES);
            Page page = window.page();
            assertEquals(List.of(), window.barriers());
            page.evaluate(
                    """
                    document.querySelector('main').innerHTML =
                        '<img src="/reporting/pages/assets/icon.svg"><a href="/" class="bad"></a>'
                        + '<div class="wide">0</div>';
                    document.querySelector('.wide').style.width = '500px';
                    document.querySelector('.bad').style.outline = 'none';
                    """);
            assertEquals(2, window.barriers().size(), window.barriers()::toString);
            assertTrue(window.overflow() > 0);
            window.tabTo("a.bad");
            assertFalse(window.showsItsFocus());
            assertEquals(List.of(), window.complaints());
            page.evaluate(
                    "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">0</p>')");
            assertEquals(1, window.complaints().size(), window.complaints()::toString);
            assertTrue(window.complaints().get(0).contains("Content Security Policy"));
        }
    }

    private void signIn(Window window, String address) {
        signIn(window, address, DemoUser.COUNTY);
    }

    private void signIn(Window window, String address, DemoUser user) {
        window.page().navigate(service.resolve(address).toString());
        window.tabTo("button[value=" + user.subject() + "]");
        window.enter();
        assertTrue(window.page().url().endsWith(address), window.page()::url);
        window.complaints().clear(); // of the provider's own page
    }
}
