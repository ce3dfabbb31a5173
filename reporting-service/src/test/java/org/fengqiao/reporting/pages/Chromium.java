package org.fengqiao.reporting.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The browser that the machine has, driven by keys. A machine without one fails: what no browser
 * has seen is not known to work.
 */
final class Chromium implements AutoCloseable {

    private static final int MOST_TABS = 400;
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Path executable = executable(System.getenv("PATH"));
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(List.of("--no-sandbox")));
    }

    /** The first of its names on the path. */
    static Path executable(String path) {
        return Stream.of(path.split(File.pathSeparator))
                .flatMap(
                        it ->
                                Stream.of("chromium", "chromium-browser", "google-chrome")
                                        .map(Path.of(it)::resolve))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "There is no chromium on the PATH: install the package"
                                                + " chromium, as .ci/run does"));
    }

    /** A window of a browser that has never been here; the language is what it prefers. */
    Window window(int width, String language) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 800)
                                .setLocale(language));
        return new Window(context.newPage());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** One window, and what it complained of. */
    static final class Window implements AutoCloseable {

        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        private Window(Page page) {
            this.page = page;
            page.onConsoleMessage(
                    it -> {
                        if (Set.of("error", "warning").contains(it.type())) {
                            complaints.add(it.text() + " at " + page.url());
                        }
                    });
            page.onPageError(it -> complaints.add(it + " at " + page.url()));
        }

        Page page() {
            return page;
        }

        /** What stands in the console: scripts that fail, policies that are broken, lost files. */
        List<String> complaints() {
            return complaints;
        }

        /**
         * Presses Tab until what the selector names has the focus, which must be seen all along.
         */
        void tabTo(String selector) {
            for (int i = 0; i < MOST_TABS; i++) {
                page.keyboard().press("Tab");
                if (focused("it.matches(`" + selector + "`)")) {
                    return;
                }
            }
            fail("No Tab leads to " + selector + " at " + page.url());
        }

        /** Whether the focus is to be seen where it is. */
        boolean showsItsFocus() {
            return focused("getComputedStyle(it).outlineStyle !== 'none'");
        }

        private boolean focused(String condition) {
            return (Boolean) page.evaluate("(it => " + condition + ")(document.activeElement)");
        }

        /** Presses Enter and waits for the page that it leads to. */
        void enter() {
            page.waitForNavigation(() -> page.keyboard().press("Enter"));
        }

        /** Findings of axe that keep somebody out, each with the element. */
        List<String> barriers() {
            return new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .filter(it -> GRAVE.contains(it.getImpact()))
                            .map(Window::told)
                            .toList();
        }

        private static String told(Rule it) {
            return it.getId()
                    + ": "
                    + it.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
        }

        /** By how many pixels the page is wider than its window. */
        int overflow() {
            return (Integer)
                    page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        }

        /** Keeps a picture for whoever looks after the build. */
        void picture(String name) {
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "pages", name + ".png")));
        }

        /** Neither barriers nor complaints, and it fits its window. */
        void isSound() {
            assertEquals(List.of(), barriers(), page::url);
            assertEquals(0, overflow(), page::url);
            assertEquals(List.of(), complaints, page::url);
        }

        @Override
        public void close() {
            page.context().close();
        }
    }
}
