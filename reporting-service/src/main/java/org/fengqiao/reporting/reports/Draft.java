package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.indicators.Unit;
import org.fengqiao.reporting.reports.Mention.Style;

/**
 * The text of a report as it is written: title, opening, sections in the township's own order, each
 * with its parts. In every text figures are named ({@link Mention}), never typed.
 *
 * @param title 关于{year}年法治政府建设情况的报告
 * @param opening paragraphs before the first section, one a line; may be absent
 */
@Schema(
        name = "ReportDraft",
        examples =
                "{\"title\":\"关于{year}年法治政府建设情况的报告\",\"sections\":[{\"kind\":\"MEASURES\","
                        + "\"title\":\"主要举措和成效\",\"items\":[{\"heading\":\"依法调解纠纷\","
                        + "\"text\":\"排查调处各类矛盾纠纷{M-01}件。\"}]}]}",
        description =
                "The text of a report. A figure is named `{M-01}`; with a style `{L-01|余}` (20余),"
                        + " `{M-05|1位}` (decimals), `{M-12|万元}`, `{P-02|含分母}` (98.5％（67/68）),"
                        + " `{M-01|上年}`. A number from no record is declared: `{=100％|下一年目标}`. The year is"
                        + " `{year}`, `{year+1}`, `{year-1}`. Numbers of sections are added when it is printed.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Draft(
        @NotBlank @Size(max = 200) String title,
        @Size(min = 1, max = LONGEST) String opening,
        @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid Section> sections) {

    static final int LONGEST = 20_000;

    /**
     * A section.
     *
     * @param title without its number; {@code {year}年度…}
     */
    @Schema(name = "ReportDraftSection")
    public record Section(
            @NotNull SectionKind kind,
            @NotBlank @Size(max = 200) String title,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Item> items) {}

    /**
     * A part of a section.
     *
     * @param heading without its number; absent where the paragraphs stand without one
     * @param text paragraphs, one a line
     */
    @Schema(name = "ReportDraftItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Size(min = 1, max = 200) String heading, @NotBlank @Size(max = LONGEST) String text) {

        List<Written> paragraphs() {
            return lines(text);
        }

        private Stream<Written> all(Written.Place place) {
            return Stream.of(lines(heading, place), lines(text, place)).flatMap(List::stream);
        }

        private Item told(Indicators known, int year) {
            return new Item(heading, Draft.told(text, known, year));
        }
    }

    /** The paragraphs of a text, one a line. */
    static List<Written> lines(String text) {
        return lines(text, null);
    }

    private static List<Written> lines(String text, Written.Place place) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\R"))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .map(it -> new Written(it, place))
                        .toList();
    }

    /** All that it says, in order; titles and headings too. */
    ReportText text() {
        List<Written> paragraphs = new ArrayList<>();
        paragraphs.add(new Written(title, Written.Place.BEFORE));
        paragraphs.addAll(lines(opening, Written.Place.BEFORE));
        for (int i = 1; i <= sections.size(); i++) {
            Section section = sections.get(i - 1);
            paragraphs.add(new Written(section.title(), new Written.Place(i, 0)));
            for (int j = 1; j <= section.items().size(); j++) {
                section.items().get(j - 1).all(new Written.Place(i, j)).forEach(paragraphs::add);
            }
        }
        return new ReportText(paragraphs);
    }

    /**
     * Refuses what cannot be read.
     *
     * @param known what is there for the division
     * @throws Refusal 422 {@code DRAFT_INVALID} with a pointer to each text that has braces which
     *     are no figure, an unknown figure, or a style that its figure cannot have, and to each
     *     heading that names a figure or a number
     */
    void require(Indicators known) {
        Refusal refusal =
                Refusal.of(
                        422, "DRAFT_INVALID", "报告文本中有不能识别的引用", "The text has what cannot be read");
        Refusal found = refusal;
        found = headingFaults(found, "/title", title, known);
        found = faults(found, "/opening", opening, known);
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            String there = "/sections/%d/".formatted(i);
            found = headingFaults(found, there + "title", section.title(), known);
            for (int j = 0; j < section.items().size(); j++) {
                Item item = section.items().get(j);
                String at = there + "items/%d/".formatted(j);
                found = headingFaults(found, at + "heading", item.heading(), known);
                found = faults(found, at + "text", item.text(), known);
            }
        }
        if (found != refusal) {
            throw found;
        }
    }

    /** A heading is words: a figure in it could not be told from them, nor be left out. */
    private static Refusal headingFaults(
            Refusal refusal, String pointer, String text, Indicators known) {
        Refusal found = faults(refusal, pointer, text, known);
        boolean numbered =
                lines(text).stream()
                        .flatMap(it -> it.parts(0).stream())
                        .anyMatch(it -> !(it instanceof Written.Plain));
        return numbered
                ? found.at(pointer, "标题中不能引用指标或者写数", "a heading names no figure and no number")
                : found;
    }

    private static Refusal faults(Refusal refusal, String pointer, String text, Indicators known) {
        Refusal found = refusal;
        for (Written it : lines(text)) {
            for (String brace : it.unread()) {
                found =
                        found.at(
                                pointer,
                                "“" + brace + "”不是指标引用",
                                "\"" + brace + "\" is no reference to a figure");
            }
            for (Mention mention : it.mentions()) {
                String wrong = wrong(mention, known);
                if (wrong != null) {
                    found =
                            found.at(
                                    pointer,
                                    mention.code() + wrong,
                                    mention.code() + " is unknown, or cannot have this style");
                }
            }
        }
        return found;
    }

    private static String wrong(Mention mention, Indicators known) {
        Indicator it = known.find(mention.code()).orElse(null);
        if (it == null) {
            return "不在指标目录中";
        }
        boolean share = it.unit() == Unit.PERCENT;
        boolean misused =
                mention.is(Style.TEN_THOUSAND_YUAN) && it.unit() != Unit.YUAN
                        || mention.is(Style.WITH_PARTS) && !share
                        || mention.is(Style.APPROXIMATE) && it.unit().decimals() > 0
                        || mention.is(Style.APPROXIMATE) && mention.decimals().isPresent();
        return misused ? "不能这样写：万元只用于金额，含分母只用于比率，余只用于件数、次数" : null;
    }

    /** What it names and has no figure: its definition changes in the year, or it has ended. */
    List<Mention> withoutFigure(Indicators known, int year) {
        return text().mentions().filter(it -> !it.hasFigure(known, year)).distinct().toList();
    }

    /** The same with words where it names what has no figure. */
    Draft told(Indicators known, int year) {
        return new Draft(
                title,
                told(opening, known, year),
                sections.stream()
                        .map(
                                it ->
                                        new Section(
                                                it.kind(),
                                                it.title(),
                                                it.items().stream()
                                                        .map(item -> item.told(known, year))
                                                        .toList()))
                        .toList());
    }

    private static String told(String text, Indicators known, int year) {
        return text == null
                ? null
                : Mention.FORM
                        .matcher(text)
                        .replaceAll(
                                found ->
                                        Mention.read(found)
                                                .filter(it -> !it.hasFigure(known, year))
                                                .map(it -> "〔" + it.title(known) + "无此数〕")
                                                .map(Matcher::quoteReplacement)
                                                .orElse("$0"));
    }

    /** Contents that a report must have, and this one lacks (P2). */
    List<SectionKind> missing() {
        List<SectionKind> there = sections.stream().map(Section::kind).toList();
        return Stream.of(SectionKind.values())
                .filter(it -> it != SectionKind.OTHERS && !there.contains(it))
                .toList();
    }
}
