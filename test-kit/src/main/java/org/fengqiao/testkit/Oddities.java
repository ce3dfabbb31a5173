package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** Values that a careful reader refuses, and some that it takes with care. */
record Oddities(JsonNode document, Random random) {

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\u0000",
                    "a\u0000b",
                    "😀𠮷媱龑",
                    "\ud800",
                    "\udc00x",
                    "\ufffe\ufeff",
                    "\u202e反向",
                    "a\r\nX-Odd: 1",
                    "<script>alert(1)</script>",
                    "<img src=x onerror=alert(1)>",
                    "=HYPERLINK(\"http://127.0.0.1/\",\"x\")",
                    "@SUM(1+1)*cmd|' /C calc'!A0",
                    "' or 1=1 --",
                    "%00%2e%2e/",
                    "../../etc/passwd",
                    "${jndi:ldap://127.0.0.1/x}",
                    "{{7*7}}",
                    "\\u0000",
                    "null",
                    "true",
                    "０１２",
                    "-0",
                    "-1",
                    "0",
                    "1e400",
                    "NaN",
                    "2147483648",
                    "99999999999999999999",
                    "长".repeat(5_000),
                    "a".repeat(5_000),
                    "%_%",
                    "410400000000",
                    "000000000000",
                    "999999999999");

    private static final List<String> DAYS =
            List.of(
                    "2024-02-31",
                    "2023-02-29",
                    "0000-01-01",
                    "0001-01-01",
                    "-0001-01-01",
                    "9999-12-31",
                    "+12345-01-01",
                    "2024-3-2",
                    "2024-13-01",
                    "2024-06-01T00:00:00Z",
                    "20240601",
                    "1900-01-01",
                    "2024-02-29",
                    "2024-06-30",
                    "2025-01-01",
                    "2035-01-01");

    private static final List<Long> WHOLES =
            List.of(
                    0L,
                    -1L,
                    1L,
                    2L,
                    200L,
                    201L,
                    99_999L,
                    Integer.MIN_VALUE + 0L,
                    Integer.MAX_VALUE + 0L,
                    Integer.MAX_VALUE + 1L,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE);

    private static final List<String> DECIMALS =
            List.of(
                    "0.001",
                    "-0.01",
                    "0.1",
                    "1e15",
                    "1e400",
                    "-1e-400",
                    "123456789012345678901234567890");

    /** Headers that a client may send, with values that it should not. */
    static final Map<String, List<String>> HEADERS =
            Map.ofEntries(
                    Map.entry(
                            "If-Match",
                            List.of(
                                    "*",
                                    "\"999999\"",
                                    "W/\"1\"",
                                    "1",
                                    "",
                                    "\"x\"",
                                    "\"1\", \"2\"",
                                    "\"99999999999999999999\"",
                                    "\"-1\"")),
                    Map.entry("If-None-Match", List.of("*", "\"1\"", "W/\"x\"")),
                    Map.entry(
                            "Idempotency-Key",
                            List.of(
                                    "",
                                    "short",
                                    "k".repeat(200),
                                    "k".repeat(201),
                                    "fuzz-same-key",
                                    "key with space",
                                    "k\u00e9y-of-eight")),
                    Map.entry(
                            "Accept-Language",
                            List.of(
                                    "en",
                                    "zh-CN",
                                    "fr;q=0.1",
                                    "*",
                                    "x".repeat(300),
                                    "en;q=9",
                                    ";;;",
                                    "en-US-u-ca-\u00e9")),
                    Map.entry(
                            "Accept",
                            List.of(
                                    "application/json",
                                    "text/html",
                                    "*/*",
                                    "application/json;q=0",
                                    "x",
                                    "image/png, */*;q=0.1",
                                    "application/problem+json")),
                    Map.entry("Accept-Encoding", List.of("gzip", "br", "*;q=0", "identity;q=0")),
                    Map.entry("Content-Encoding", List.of("gzip", "deflate", "x")),
                    Map.entry(
                            "Range",
                            List.of(
                                    "bytes=0-10",
                                    "bytes=99999999-",
                                    "bytes=-1",
                                    "lines=1",
                                    "bytes=5-2")),
                    Map.entry(
                            "Fengqiao-Purpose",
                            List.of(
                                    "AUDIT",
                                    "CASE_HANDLING",
                                    "NONE",
                                    "",
                                    "audit",
                                    "x".repeat(2_000),
                                    "<b>")),
                    Map.entry(
                            "Fengqiao-Acting-User",
                            List.of("clerk-1", "", "x".repeat(65), "a b", "<b>", "../x")),
                    Map.entry(
                            "X-Request-Id",
                            List.of("", "x".repeat(100), "a b", "ok-1", "<script>")),
                    Map.entry("X-Forwarded-For", List.of("127.0.0.1", "x", "1.1.1.1, 2.2.2.2")),
                    Map.entry("X-HTTP-Method-Override", List.of("DELETE", "PUT")),
                    Map.entry("Forwarded", List.of("for=127.0.0.1;proto=https", ";;;")),
                    Map.entry("Origin", List.of("http://evil.example", "null")),
                    Map.entry("Cookie", List.of("q_session=x", "=;=", "a=" + "b".repeat(1_000))),
                    Map.entry(
                            "Content-Type",
                            List.of(
                                    "",
                                    "application/json",
                                    "application/json; charset=utf-16",
                                    "application/json; charset=x",
                                    "text/plain",
                                    "application/xml",
                                    "application/x-www-form-urlencoded",
                                    "multipart/form-data",
                                    "multipart/form-data; boundary=",
                                    "x",
                                    "application/merge-patch+json")),
                    Map.entry("traceparent", List.of("00-0-0-0", "x".repeat(500))));

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** True in so many of a hundred. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** For a parameter, a header or a field of a form: mostly of the right kind. */
    String text(JsonNode given, Function<Random, String> ids) {
        JsonNode schema = ApiOperation.resolved(document, given);
        JsonNode value = chance(70) ? ofKind(schema, ids) : TextNode.valueOf(any(TEXTS));
        return value.asText();
    }

    String text() {
        return any(TEXTS);
    }

    /** For a field of a body. */
    JsonNode value(JsonNode given, Function<Random, String> ids) {
        JsonNode schema = ApiOperation.resolved(document, given);
        return switch (random.nextInt(10)) {
            case 0 -> NullNode.getInstance();
            case 1 -> ofAnyKind();
            case 2, 3 -> TextNode.valueOf(any(TEXTS));
            default -> ofKind(schema, ids);
        };
    }

    private JsonNode ofAnyKind() {
        return switch (random.nextInt(6)) {
            case 0 -> BooleanNode.valueOf(random.nextBoolean());
            case 1 -> LongNode.valueOf(any(WHOLES));
            case 2 -> DecimalNode.valueOf(new BigDecimal(any(DECIMALS)));
            case 3 -> JsonNodeFactory.instance.objectNode().put("a", 1);
            case 4 -> deep(1 + random.nextInt(60));
            default -> JsonNodeFactory.instance.arrayNode();
        };
    }

    private static JsonNode deep(int levels) {
        ArrayNode outer = JsonNodeFactory.instance.arrayNode();
        ArrayNode it = outer;
        for (int i = 0; i < levels; i++) {
            it = it.addArray();
        }
        return outer;
    }

    private JsonNode ofKind(JsonNode schema, Function<Random, String> ids) {
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "integer" -> LongNode.valueOf(whole(schema));
            case "number" -> DecimalNode.valueOf(new BigDecimal(any(DECIMALS)));
            case "boolean" -> BooleanNode.valueOf(random.nextBoolean());
            case "string" -> TextNode.valueOf(ofFormat(schema, ids));
            default -> ofAnyKind();
        };
    }

    private long whole(JsonNode schema) {
        return switch (random.nextInt(4)) {
            case 0 -> schema.path("minimum").asLong() - 1;
            case 1 -> schema.path("maximum").asLong(8) + 1;
            case 2 -> schema.path("minimum").asLong() + 1;
            default -> any(WHOLES);
        };
    }

    private String ofFormat(JsonNode schema, Function<Random, String> ids) {
        return switch (schema.path("format").asText()) {
            case "date" -> any(DAYS);
            case "date-time" -> any(DAYS) + "T00:00:00+08:00";
            case "uuid" ->
                    switch (random.nextInt(4)) {
                        case 0 -> UUID.randomUUID().toString();
                        case 1 -> "00000000-0000-0000-0000-000000000000";
                        default -> ids.apply(random);
                    };
            default -> ofLength(schema.path("maxLength").asInt(40));
        };
    }

    private String ofLength(int most) {
        int length = chance(50) ? most : most + 1;
        return (chance(50) ? "长" : "x").repeat(Math.min(length, 5_000));
    }
}
