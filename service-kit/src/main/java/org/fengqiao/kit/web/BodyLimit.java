package org.fengqiao.kit.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * How large a body may be: 1 MiB, and for a file (multipart) 21 MiB, which leaves room for a ledger
 * of 20 MiB.
 */
final class BodyLimit {

    static final int JSON_BYTES = 1 << 20;
    static final int FILE_BYTES = 21 << 20;

    // An empty or half quoted one makes the framework's parser fail.
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"[^\"]+\"|[^\"\\s;]+)");

    private BodyLimit() {}

    static Refusal exceeded(int bytes) {
        int mebibytes = bytes >> 20;
        return Refusal.of(
                413,
                "BODY_TOO_LARGE",
                "请求体超过上限 " + mebibytes + " MiB",
                "The body is larger than " + mebibytes + " MiB");
    }

    /**
     * Refuses a multipart body that cannot be parsed, and any body by its announced length; a body
     * without one is counted while it is read.
     */
    static void check(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        boolean file = isFile(request);
        if (file && !BOUNDARY.matcher(type).find()) {
            throw Refusal.of(
                    400,
                    "BODY_UNREADABLE",
                    "multipart 缺少 boundary",
                    "The multipart type has no boundary");
        }
        String announced = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced == null) {
            return;
        }
        int limit = file ? FILE_BYTES : JSON_BYTES;
        if (Long.parseLong(announced) > limit) {
            throw exceeded(limit);
        }
    }

    static boolean isFile(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }
}
