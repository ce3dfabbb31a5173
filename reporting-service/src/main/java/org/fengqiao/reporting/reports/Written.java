package org.fengqiao.reporting.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.indicators.Unit;

/**
 * A paragraph as it is written: words, the year as {@code {year}}, {@code {year+1}} or {@code
 * {year-1}}, figures as {@link Mention}s, and numbers that come from no record as {@code
 * {=100|目标值}}, with the reason.
 *
 * @param place where it stands in a report; null where it stands in none
 */
public record Written(String source, Place place) {

    /**
     * Where a paragraph stands.
     *
     * @param section from 1; 0 for title and opening
     * @param item of the section, from 1; 0 for the section's title
     */
    public record Place(int section, int item) {

        static final Place BEFORE = new Place(0, 0);

        public String zh() {
            if (section == 0) {
                return "（标题或开头）";
            }
            return item == 0
                    ? "（第%d部分的标题）".formatted(section)
                    : "（第%d部分第%d项）".formatted(section, item);
        }

        public String en() {
            if (section == 0) {
                return " (title or opening)";
            }
            return item == 0
                    ? " (title of section %d)".formatted(section)
                    : " (section %d, item %d)".formatted(section, item);
        }
    }

    private static final Pattern YEAR = Pattern.compile("\\{year(?:([+-])1)?}");
    private static final Pattern DECLARED = Pattern.compile("\\{=([^{}|]+)\\|([^{}|]+)}");
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}?|}");
    private static final Pattern MORE = Pattern.compile(Mention.FORM.pattern() + "[余多]");
    private static final Pattern ANY =
            Pattern.compile(Mention.FORM.pattern() + "|" + DECLARED.pattern());

    /** A piece of the paragraph. */
    public sealed interface Part permits Plain, Declared, Mention {

        /** What is printed; of a figure the code, for it is printed with its value. */
        String text();
    }

    /** Words. */
    public record Plain(String text) implements Part {}

    /** A number that comes from no record, and why it stands there. */
    public record Declared(String text, String reason) implements Part {}

    /** A paragraph that stands in no report. */
    public Written(String source) {
        this(source, null);
    }

    /** The pieces in order, with the years filled in. */
    public List<Part> parts(int year) {
        String text = withYears(year);
        List<Part> parts = new ArrayList<>();
        Matcher found = ANY.matcher(text);
        int end = 0;
        while (found.find()) {
            Optional<Part> part = read(found);
            if (part.isPresent()) {
                addWords(parts, text.substring(end, found.start()));
                parts.add(part.get());
                end = found.end();
            }
        }
        addWords(parts, text.substring(end));
        return parts;
    }

    private static Optional<Part> read(Matcher found) {
        if (found.group(1) == null) {
            return Optional.of(new Declared(found.group(3), found.group(4)));
        }
        return Mention.read(found).map(Part.class::cast);
    }

    private static void addWords(List<Part> parts, String words) {
        if (!words.isEmpty()) {
            parts.add(new Plain(words));
        }
    }

    private String withYears(int year) {
        return YEAR.matcher(source)
                .replaceAll(
                        it -> {
                            int apart = it.group(1) == null ? 0 : it.group(1).equals("+") ? 1 : -1;
                            return Integer.toString(year + apart);
                        });
    }

    /** The figures that it names, in order. */
    public List<Mention> mentions() {
        return parts(0).stream().flatMap(it -> mention(it).stream()).toList();
    }

    private static Optional<Mention> mention(Part part) {
        return part instanceof Mention it ? Optional.of(it) : Optional.empty();
    }

    /** Codes of the figures of the year that it names. */
    public List<String> codes() {
        return mentions().stream()
                .filter(it -> !it.is(Mention.Style.YEAR_AGO))
                .map(Mention::code)
                .toList();
    }

    /** All that was typed: words and declared numbers. */
    List<String> typed(int year) {
        return parts(year).stream().filter(it -> !(it instanceof Mention)).map(Part::text).toList();
    }

    /** Its words alone, figures and declared numbers left out. */
    public List<String> words(int year) {
        return parts(year).stream().filter(Plain.class::isInstance).map(Part::text).toList();
    }

    /** What stands in braces and is neither a figure nor a declared number. */
    List<String> unread() {
        return words(0).stream()
                .flatMap(it -> BRACES.matcher(it).results().map(found -> found.group()))
                .toList();
    }

    /** Codes of those that another unit than theirs follows: 人 is not 人次, and 件 is not 件次. */
    public List<String> withoutTheirUnit(Indicators known) {
        List<String> wrong = new ArrayList<>();
        List<Part> parts = parts(0);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Mention it && !it.is(Mention.Style.WITH_PARTS)) {
                Part after = i + 1 < parts.size() ? parts.get(i + 1) : null;
                String words = after instanceof Plain plain ? plain.text() : "";
                Unit unit = known.find(it.code()).map(Indicator::unit).orElse(null);
                if (unit != null && !startsWithOne(words, it.units(unit))) {
                    wrong.add(it.code());
                }
            }
        }
        return wrong;
    }

    /** Codes of exact figures that 余 or 多 makes approximate: 410余. */
    public List<String> exactWithMore() {
        List<String> wrong = new ArrayList<>();
        Matcher found = MORE.matcher(source);
        while (found.find()) {
            wrong.add(found.group(1));
        }
        return wrong;
    }

    private static boolean startsWithOne(String words, List<String> units) {
        return units.stream().anyMatch(it -> words.startsWith(it) && !words.startsWith(it + "次"));
    }
}
