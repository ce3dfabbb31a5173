package org.fengqiao.kit.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * The one exception that becomes an answer: an RFC 9457 problem with a stable code and texts in
 * both languages.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One fault of the request.
     *
     * @param pointer JSON pointer into the body (RFC 6901), or the parameter's name for query, path
     *     and header
     * @param code stable code, {@code UPPER_SNAKE}
     */
    public record Fault(String pointer, String code, String zh, String en) {}

    private final int status;
    private final String code;
    private final transient Text text;
    private final String legalBasis;
    private final transient List<Fault> faults;
    private int retryAfterSeconds = 5;

    private record Text(String zh, String en) {}

    private Refusal(int status, String code, Text text, String legalBasis, List<Fault> faults) {
        // A refusal is an answer, not a fault of the program: no stack trace, so it stays cheap.
        super(code + ": " + text.en(), null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
        this.legalBasis = legalBasis;
        this.faults = List.copyOf(faults);
    }

    /**
     * A refusal with an HTTP status, a stable code and its text in Chinese and English (no personal
     * data in either).
     *
     * @param status 400 to 599
     */
    public static Refusal of(int status, String code, String zh, String en) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("Not a status of a refusal: " + status);
        }
        return new Refusal(status, code, new Text(zh, en), null, List.of());
    }

    /**
     * 404: the same answer for a record that does not exist and for one outside the caller's scope.
     */
    public static Refusal notFound() {
        return of(404, "NOT_FOUND", "没有找到该记录", "There is no such record");
    }

    /** 400 {@code PARAMETER_INVALID}, naming the query or path parameter and what it must be. */
    public static Refusal parameter(String name, String zh, String en) {
        return of(400, "PARAMETER_INVALID", "查询参数无效", "A parameter is invalid").at(name, zh, en);
    }

    /**
     * The same refusal with the article that refuses, e.g. {@code RT 17} (keys of the legal
     * sources), or {@code SETTING} where no law but a setting does.
     */
    public Refusal citing(String basis) {
        return new Refusal(status, code, text, basis, faults);
    }

    /** The same refusal with one more faulty place, under this refusal's code. */
    public Refusal at(String pointer, String zh, String en) {
        return at(pointer, code, zh, en);
    }

    /** The same refusal with one more faulty place and that fault's own code. */
    public Refusal at(String pointer, String faultCode, String zh, String en) {
        List<Fault> more =
                Stream.concat(faults.stream(), Stream.of(new Fault(pointer, faultCode, zh, en)))
                        .toList();
        return new Refusal(status, code, text, legalBasis, more);
    }

    /** The same refusal, which passes by itself after so many seconds; 5 unless said. */
    public Refusal passingIn(long seconds) {
        Refusal it = new Refusal(status, code, text, legalBasis, faults);
        it.retryAfterSeconds = (int) Math.max(1, Math.min(seconds, 86_400));
        return it;
    }

    /** For the header {@code Retry-After} of an answer 429 or 503. */
    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return text.zh();
    }

    public String en() {
        return text.en();
    }

    /** The article that refuses, or {@code null}. */
    public String legalBasis() {
        return legalBasis;
    }

    public List<Fault> faults() {
        return faults;
    }
}
