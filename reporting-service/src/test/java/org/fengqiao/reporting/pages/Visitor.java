package org.fengqiao.reporting.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without eyes: cookies, redirects and links. */
final class Visitor {

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
}
