package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fengqiao.kit.privacy.IdentityNumber;

/**
 * Texts and identity numbers that stand nowhere before a test places them. All texts of one canary
 * have a core in common, by which they are found; each has a number, by which its place is.
 */
public final class Canary {

    private static final Pattern PLACES = Pattern.compile("\"[?#!]\"");
    private static final String BIRD = "金丝雀";
    private static final String CHECKS = "0123456789X";

    // Letters and digits only: no encoding hides them.
    private final String core = "canary" + UUID.randomUUID().toString().substring(24);
    private final List<String> texts = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();

    /** A text that holds the core: a name, a phone number, an address, a reason; 25 characters. */
    public String text() {
        String text = BIRD + core + "n%03d".formatted(texts.size());
        texts.add(text);
        return text;
    }

    /** An identity number of a region that there is not, with its check digit. */
    public String identityNumber() {
        String digits =
                "99999919%02d0101%03d"
                        .formatted(
                                ThreadLocalRandom.current().nextInt(30, 100),
                                ThreadLocalRandom.current().nextInt(1000));
        String number =
                CHECKS.chars()
                        .mapToObj(it -> digits + (char) it)
                        .filter(IdentityNumber::isValid)
                        .findAny()
                        .orElseThrow();
        numbers.add(number);
        return number;
    }

    /**
     * The JSON with a fresh text for each {@code "?"}, an identity number for each {@code "#"} and
     * the bare core, which is as long as one, for each {@code "!"}.
     */
    public String fill(String json) {
        return PLACES.matcher(json).replaceAll(it -> Matcher.quoteReplacement(placed(it.group())));
    }

    private String placed(String mark) {
        String value =
                switch (mark.charAt(1)) {
                    case '?' -> text();
                    case '#' -> identityNumber();
                    default -> core;
                };
        return "\"" + value + "\"";
    }

    /** What all its texts hold. */
    public String core() {
        return core;
    }

    /** Whether the text holds something of it. */
    public boolean isIn(String text) {
        return !in(List.of(text)).isEmpty();
    }

    /** The traces that hold one of its texts or numbers. */
    public List<String> in(List<String> traces) {
        return Stream.concat(Stream.of(core), numbers.stream())
                .flatMap(it -> Traces.holding(traces, it).stream())
                .distinct()
                .toList();
    }

    /** Fails with the traces that hold something of it. */
    void requireNotIn(List<String> traces) {
        List<String> found = in(traces).stream().map(Canary::excerpt).toList();
        assertEquals("", String.join("\n", found.subList(0, Math.min(20, found.size()))));
    }

    /** A few words around a canary: a row of the whole may fill pages. */
    private static String excerpt(String trace) {
        int at = Math.max(0, trace.indexOf(BIRD));
        String around = trace.substring(Math.max(0, at - 120), Math.min(trace.length(), at + 60));
        return trace.substring(0, Math.min(80, trace.length())) + " … " + around;
    }
}
