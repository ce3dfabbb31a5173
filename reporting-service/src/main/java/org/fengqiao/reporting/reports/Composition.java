package org.fengqiao.reporting.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.figures.Frozen.Sum;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.reports.Edition.Digest;
import org.fengqiao.reporting.reports.Edition.Finding;
import org.fengqiao.reporting.reports.Edition.Item;
import org.fengqiao.reporting.reports.Edition.Line;
import org.fengqiao.reporting.reports.Edition.Piece;
import org.fengqiao.reporting.reports.Edition.Section;
import org.fengqiao.reporting.reports.Edition.Value;

/**
 * Puts figures into the text of a report.
 *
 * @param draft without names of what has no figure
 * @param known what is there for the division
 * @param figures by their {@link Mention#key}
 * @param lists of each figure, by its key; none in a preview
 */
record Composition(
        Draft draft,
        Indicators known,
        String division,
        int year,
        Map<String, Figure> figures,
        Map<String, Map<Part, Sum>> lists) {

    private static final int SCHEMA = 1;

    /** The edition that it makes. */
    Edition edition(Divisions divisions, int number, LocalDate signedOn, List<Finding> findings) {
        return new Edition(
                SCHEMA,
                division,
                divisions.fullName(division),
                issuer(divisions, division),
                year,
                number,
                printed(new Written(draft.title())).text(),
                signedOn,
                Draft.lines(draft.opening()).stream().map(this::printed).toList(),
                draft.sections().stream().map(this::section).toList(),
                figures.entrySet().stream().map(it -> value(it.getKey(), it.getValue())).toList(),
                findings,
                List.of(),
                null);
    }

    /** The body that reports, behind the name of what it lies in: 鲁山县瓦屋镇人民政府. */
    static String issuer(Divisions divisions, String division) {
        DivisionCode code = new DivisionCode(division);
        String above =
                code.level().compareTo(DivisionCode.Level.TOWNSHIP) < 0
                        ? ""
                        : code.parent().map(it -> divisions.name(it.value())).orElse("");
        String body = Wording.of(division, divisions.find(division)).issuer();
        return above + divisions.name(division) + body;
    }

    private Section section(Draft.Section it) {
        return new Section(
                it.kind(),
                printed(new Written(it.title())).text(),
                it.items().stream().map(this::item).toList());
    }

    private Item item(Draft.Item it) {
        String heading = it.heading() == null ? null : printed(new Written(it.heading())).text();
        return new Item(heading, it.paragraphs().stream().map(this::printed).toList());
    }

    private Line printed(Written paragraph) {
        Function<Written.Part, Piece> piece =
                part -> {
                    if (part instanceof Mention it) {
                        String key = it.key(year);
                        return new Piece(it.print(figures.get(key)), key, null);
                    }
                    String reason =
                            part instanceof Written.Declared declared ? declared.reason() : null;
                    return new Piece(part.text(), null, reason);
                };
        return new Line(paragraph.parts(year).stream().map(piece).toList());
    }

    private Value value(String key, Figure it) {
        Indicator indicator = known.get(it.indicator(), it.definition());
        boolean told = it.status() == Status.OK || it.status() == Status.NIL_REPORTED;
        return new Value(
                key,
                it.indicator(),
                it.title(),
                indicator.titleEn(),
                division,
                it.period(),
                it.status(),
                it.value(),
                told ? it.numerator() : null,
                told ? it.denominator() : null,
                told ? it.notYetDue() : null,
                told ? it.noLimit() : null,
                it.unit(),
                it.unitLabel(),
                it.decimals(),
                it.definition(),
                words(indicator),
                indicator.legalBasis(),
                digests(key, it));
    }

    /** None of what is not told: of few records it could be guessed. */
    private List<Digest> digests(String key, Figure it) {
        return it.status() == Status.SUPPRESSED
                ? List.of()
                : lists.getOrDefault(key, Map.of()).entrySet().stream()
                        .map(list -> new Digest(list.getKey(), list.getValue().digest()))
                        .toList();
    }

    private static String words(Indicator it) {
        String whole = it.whole().words();
        return it.cohort(Part.NUMERATOR)
                .map(part -> "分子：" + part.words() + "；分母：" + whole)
                .orElse(whole);
    }
}
