package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.reports.Draft.Item;
import org.fengqiao.reporting.reports.Draft.Section;

/**
 * Reads a report that was pasted from a document: its sections by their numbers, its figures by the
 * words around them. What it does not know for sure it asks, and never guesses (R12).
 */
@ApplicationScoped
public class Reading {

    /**
     * A text as it was read.
     *
     * @param draft with the figures that were recognised named
     * @param questions what a person has to look at
     */
    @Schema(name = "ReportReading")
    public record Result(Draft draft, List<Question> questions) {}

    /**
     * Something to look at.
     *
     * @param pointer to the text of the draft that it is about
     * @param found the words in question
     */
    @Schema(name = "ReportReadingQuestion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Question(String pointer, String found, String zh, String en) {}

    private static final String NUMBERS = "[一二三四五六七八九十]{1,3}";
    private static final Pattern SECTION = Pattern.compile(NUMBERS + "、(.+)");
    private static final Pattern ITEM = Pattern.compile("（" + NUMBERS + "）(.+)");
    private static final Pattern RESIDUE =
            Pattern.compile("\\[bookmark: ?_GoBack]|_GoBack|[\\u200b\\ufeff\\u00ad]");
    private static final Pattern FULL_WIDTH_DIGIT = Pattern.compile("[０-９．]");
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(20[0-9]{2})年");
    private static final int LONGEST_HEADING = 60;

    private final Divisions divisions;
    private final Catalogue catalogue;

    Reading(Divisions divisions, Catalogue catalogue) {
        this.divisions = divisions;
        this.catalogue = catalogue;
    }

    /**
     * Reads a text for a division's report of a year.
     *
     * @param textYear that the text is of: last year's may be read for this year's report, and its
     *     words of years go along. Null: as its title has it, or else most of its years, or else
     *     the report's
     */
    public Result of(String text, String division, int year, Integer textYear) throws SQLException {
        Wording wording = Wording.of(division, divisions.find(division));
        return of(text, wording, catalogue.of(division), year, textYear);
    }

    /** Reads a text by the suite's own words for its division. */
    static Result of(
            String text, Wording wording, Indicators indicators, int year, Integer textYear) {
        List<String> lines =
                clean(text).lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
        int from = textYear == null ? yearOf(lines, year) : textYear;
        Recognition recognition = new Recognition(wording, indicators, year, from);
        List<Question> questions = new ArrayList<>();
        if (from != year) {
            questions.add(
                    new Question(
                            "/title",
                            from + "年",
                            "原文是%d年的，已按%d年改写年份，请核对。".formatted(from, year),
                            "The text is of %d: its years were written anew for %d, please check"
                                    .formatted(from, year)));
        }
        Paper paper = new Paper(recognition, questions);
        if (lines.stream().noneMatch(Paper::isSection)) {
            paper.addUnderOthers(lines);
        } else {
            lines.forEach(paper::add);
        }
        return new Result(paper.draft(), questions);
    }

    private static int yearOf(List<String> lines, int year) {
        for (String it : lines) {
            Matcher told = YEAR.matcher(it);
            if (SECTION.matcher(it).matches()) {
                break;
            }
            if (it.endsWith("报告") && told.find()) {
                return Integer.parseInt(told.group(1));
            }
        }
        return count(lines, year - 1) > count(lines, year) ? year - 1 : year;
    }

    private static long count(List<String> lines, int year) {
        return lines.stream()
                .flatMap(it -> YEAR.matcher(it).results())
                .filter(it -> it.group(1).equals(Integer.toString(year)))
                .count();
    }

    /** Without what Word leaves behind, and with plain digits. */
    static String clean(String text) {
        return FULL_WIDTH_DIGIT
                .matcher(RESIDUE.matcher(text).replaceAll(""))
                .replaceAll(it -> String.valueOf((char) (it.group().charAt(0) - '０' + '0')))
                .replace('\u00a0', ' ');
    }

    /** The sections as they come, line by line. */
    private static final class Paper {
        private final Recognition recognition;
        private final List<Question> questions;
        private final List<String> opening = new ArrayList<>();
        private final List<Section> sections = new ArrayList<>();
        private String title = "";

        private Paper(Recognition recognition, List<Question> questions) {
            this.recognition = recognition;
            this.questions = questions;
        }

        private static boolean isSection(String line) {
            return SECTION.matcher(line).matches() && line.length() <= LONGEST_HEADING;
        }

        /** All but a title that stands first. */
        private void addUnderOthers(List<String> lines) {
            questions.add(
                    new Question(
                            "/sections",
                            null,
                            "没有找到“一、”这样的标题，正文放在“其他”中。",
                            "No heading such as 一、 was found: the text stands under others"));
            lines.stream()
                    .limit(1)
                    .filter(it -> it.length() <= LONGEST_HEADING)
                    .forEach(this::addBefore);
            sections.add(
                    new Section(SectionKind.OTHERS, SectionKind.OTHERS.zh(), new ArrayList<>()));
            lines.stream().skip(title.isEmpty() ? 0 : 1).forEach(this::add);
        }

        private void add(String line) {
            Matcher section = SECTION.matcher(line);
            Matcher item = ITEM.matcher(line);
            if (section.matches() && line.length() <= LONGEST_HEADING) {
                String heading = recognition.withYears(section.group(1));
                SectionKind kind = kind(heading);
                sections.add(new Section(kind, heading, new ArrayList<>()));
            } else if (sections.isEmpty()) {
                addBefore(line);
            } else if (item.matches() && line.length() <= LONGEST_HEADING) {
                items().add(new Item(recognition.withYears(item.group(1)), ""));
            } else {
                addParagraph(line);
            }
        }

        /** The lines of the title end with 报告; the body's name among them is not repeated. */
        private void addBefore(String line) {
            if (title.isEmpty() && line.endsWith("报告")) {
                title = recognition.withYears(line);
            } else if (!title.isEmpty()) {
                String pointer = "/opening";
                opening.add(recognition.read(line, null, pointer, questions));
            }
        }

        private List<Item> items() {
            return sections.get(sections.size() - 1).items();
        }

        private void addParagraph(String line) {
            if (items().isEmpty()) {
                items().add(new Item(null, ""));
            }
            int at = items().size() - 1;
            String pointer = "/sections/%d/items/%d/text".formatted(sections.size() - 1, at);
            SectionKind kind = sections.get(sections.size() - 1).kind();
            Item it = items().get(at);
            String read = recognition.read(line, kind, pointer, questions);
            items().set(
                            at,
                            new Item(
                                    it.heading(),
                                    it.text().isEmpty() ? read : it.text() + "\n" + read));
        }

        /** Headings without a text are kept, with what is left to be written. */
        private Draft draft() {
            List<Section> whole =
                    sections.stream()
                            .map(
                                    it ->
                                            new Section(
                                                    it.kind(),
                                                    it.title(),
                                                    it.items().isEmpty()
                                                            ? List.of(empty(null))
                                                            : it.items().stream()
                                                                    .map(Paper::filled)
                                                                    .toList()))
                            .toList();
            return new Draft(
                    title.isEmpty() ? "关于{year}年法治政府建设情况的报告" : title,
                    opening.isEmpty() ? null : String.join("\n", opening),
                    whole);
        }

        private static Item filled(Item it) {
            return it.text().isEmpty() ? empty(it.heading()) : it;
        }

        private static Item empty(String heading) {
            return new Item(heading, FirstDraft.TO_WRITE);
        }

        private static SectionKind kind(String title) {
            if (title.contains("责任人")) {
                return SectionKind.FIRST_RESPONSIBLE;
            }
            if (title.contains("不足") || title.contains("问题")) {
                return SectionKind.SHORTCOMINGS;
            }
            if (title.matches(".*(下一|安排|打算|计划).*")) {
                return SectionKind.NEXT_YEAR;
            }
            return title.matches(".*(举措|成效|措施|做法|工作情况).*")
                    ? SectionKind.MEASURES
                    : SectionKind.OTHERS;
        }
    }
}
