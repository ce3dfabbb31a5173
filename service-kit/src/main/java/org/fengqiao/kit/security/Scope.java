package org.fengqiao.kit.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Area of responsibility: ranges of 12-digit division codes. Every repository read takes one, so
 * that a record outside of it looks like a record that does not exist.
 *
 * @param ranges one range per area; more than one where boundaries changed: predecessors were
 *     merged in, or part of the area lies elsewhere now
 */
public record Scope(List<Range> ranges) {

    private static final Pattern DIVISION = Pattern.compile("[0-9]{12}");
    // Province, prefecture, county, township, village: where each group of a statistical code ends
    // (GB/T 2260 and NBS).
    private static final int[] GROUP_ENDS = {2, 4, 6, 9, 12};

    /** Codes from {@code from} to {@code to}, both included, 12 digits each. */
    public record Range(String from, String to) {
        public Range {
            if (!DIVISION.matcher(from).matches() || !DIVISION.matcher(to).matches()) {
                throw new IllegalArgumentException("A range needs two 12-digit codes");
            }
            if (from.compareTo(to) > 0) {
                throw new IllegalArgumentException("A range runs upwards");
            }
        }

        boolean contains(String division) {
            return from.compareTo(division) <= 0 && division.compareTo(to) <= 0;
        }
    }

    public Scope {
        ranges = List.copyOf(ranges);
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("A scope needs a range");
        }
    }

    /**
     * The division and all below it: {@code 410423106000} (township) covers {@code
     * 410423106000..410423106999}.
     *
     * @throws IllegalArgumentException unless 12 digits with a province
     */
    public static Scope of(String division) {
        if (!isDivision(division)) {
            throw new IllegalArgumentException("A division is 12 digits and names a province");
        }
        String prefix = prefixOf(division);
        String to = prefix + "9".repeat(12 - prefix.length());
        return new Scope(List.of(new Range(prefix + "0".repeat(12 - prefix.length()), to)));
    }

    /** The same without ranges that lie inside, given upwards. */
    public Scope without(List<Range> holes) {
        List<Range> kept = new ArrayList<>();
        for (Range it : ranges) {
            long from = Long.parseLong(it.from());
            for (Range hole : holes) {
                if (it.contains(hole.from())) {
                    add(kept, from, Long.parseLong(hole.from()) - 1);
                    from = Long.parseLong(hole.to()) + 1;
                }
            }
            add(kept, from, Long.parseLong(it.to()));
        }
        return new Scope(kept);
    }

    private static void add(List<Range> kept, long from, long to) {
        if (from <= to) {
            kept.add(new Range("%012d".formatted(from), "%012d".formatted(to)));
        }
    }

    /** The same with more ranges. */
    public Scope with(List<Range> others) {
        return new Scope(Stream.concat(ranges.stream(), others.stream()).toList());
    }

    /** Whether the text is a 12-digit code of at least a province. */
    public static boolean isDivision(String text) {
        // 00 would be the whole country: no office of this suite answers for it.
        return text != null && DIVISION.matcher(text).matches() && !text.startsWith("00");
    }

    private static String prefixOf(String division) {
        for (int group = GROUP_ENDS.length - 1; group > 0; group--) {
            if (!division.substring(GROUP_ENDS[group - 1], GROUP_ENDS[group]).matches("0+")) {
                return division.substring(0, GROUP_ENDS[group]);
            }
        }
        return division.substring(0, GROUP_ENDS[0]);
    }

    /** Whether the 12-digit code lies inside; {@code null} lies nowhere. */
    public boolean contains(String division) {
        return division != null
                && division.length() == 12
                && ranges.stream().anyMatch(it -> it.contains(division));
    }

    /**
     * The condition for a query with named parameters, in parentheses; {@link #parameters()} fills
     * it.
     *
     * @param column path of the division, e.g. {@code c.division}
     */
    public String clause(String column) {
        return IntStream.range(0, ranges.size())
                .mapToObj(i -> column + " between :scopeFrom" + i + " and :scopeTo" + i)
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Values for {@link #clause(String)} by name. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int i = 0; i < ranges.size(); i++) {
            parameters.put("scopeFrom" + i, ranges.get(i).from());
            parameters.put("scopeTo" + i, ranges.get(i).to());
        }
        return parameters;
    }

    /** The condition for plain JDBC, in parentheses; {@link #arguments()} fills it in order. */
    public String sql(String column) {
        return ranges.stream()
                .map(it -> column + " between ? and ?")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Values for {@link #sql(String)}, in order. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        for (Range range : ranges) {
            arguments.add(range.from());
            arguments.add(range.to());
        }
        return arguments;
    }
}
