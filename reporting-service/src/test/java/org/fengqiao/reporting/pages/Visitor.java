package org.fengqiao.reporting.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without eyes: cookies, redirects and links. */
final class Visitor {

    private static final Pattern FIELD =
            Pattern.compile(
                    "<input (?:type=\"(?:hidden|date)\" )?name=\"([^\"]+)\" value=\"([^\"]*)\""
                            + "|<textarea name=\"([^\"]+)\"[^>]*>(.*?)</textarea>",
                    Pattern.DOTALL);

    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    HttpResponse<String> get(URI page, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(page);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    /**
     * Presses a user's button.
     *
     * @param form address of the sign-in
     */
    HttpResponse<String> signIn(URI form, String user) throws IOException, InterruptedException {
        HttpRequest press =
                HttpRequest.newBuilder(form)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + user))
                        .build();
        return browser.send(press, BodyHandlers.ofString());
    }

    /** Opens a page and signs in on the way. */
    HttpResponse<String> open(URI page, String user) throws IOException, InterruptedException {
        HttpResponse<String> form = get(page);
        assertTrue(form.uri().getPath().endsWith("/authorize"), () -> "at " + form.uri());
        return signIn(form.uri(), user);
    }

    /**
     * Follows the first link of the form.
     *
     * @param link with its address as the first group
     */
    HttpResponse<String> follow(HttpResponse<String> page, String link)
            throws IOException, InterruptedException {
        Matcher found = Pattern.compile(link).matcher(page.body());
        assertTrue(found.find(), page::body);
        HttpResponse<String> next = get(page.uri().resolve(found.group(1).replace("&amp;", "&")));
        assertEquals(200, next.statusCode(), next::body);
        return next;
    }

    /** Sends a form of the page as it stands there, but for what is typed: name, value, name, … */
    HttpResponse<String> submit(HttpResponse<String> page, String action, String... typed)
            throws IOException, InterruptedException {
        Map<String, String> fields = form(page, action);
        for (int i = 0; i < typed.length; i += 2) {
            fields.put(typed[i], typed[i + 1]);
        }
        URI here = page.uri();
        return post(here.resolve(action), fields, here.getScheme() + "://" + here.getAuthority());
    }

    /** The fields of a form with what stands in them. */
    static Map<String, String> form(HttpResponse<String> page, String action) {
        Matcher form =
                Pattern.compile("<form[^>]* action=\"" + action + "\".*?</form>", Pattern.DOTALL)
                        .matcher(page.body());
        assertTrue(form.find(), page::body);
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(form.group());
        while (field.find()) {
            boolean area = field.group(3) != null;
            String value = area ? field.group(4) : field.group(2);
            fields.put(area ? field.group(3) : field.group(1), plain(value));
        }
        return fields;
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /**
     * Sends a form.
     *
     * @param origin of the page it stands on; null of a sender that tells none
     */
    HttpResponse<String> post(URI action, Map<String, String> fields, String origin)
            throws IOException, InterruptedException {
        String body =
                fields.entrySet().stream()
                        .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
