package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.reporting.checks.CheckName;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Number;
import org.fengqiao.reporting.checks.Checks.Result;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Unit;

/**
 * An edition of the report as anybody may read it, and what its seal is made over: text, values,
 * definitions and the digests of the lists behind them. No record, no link, no month (D6).
 *
 * @param schema the version of this form: 1
 * @param division 12 digits; {@code divisionName} with its ancestors from the province down
 * @param issuer the body that reports, in full: 鲁山县瓦屋镇人民政府
 * @param year that is reported on
 * @param number 1 is the first edition; later ones are revisions
 * @param title without the issuer: 关于2024年法治政府建设情况的报告
 * @param signedOn the day it was signed, which stands below it
 * @param opening paragraphs before the first section
 * @param figures every figure that the text refers to, once
 * @param checks those that failed or could not be judged, with the signer's reason where one blocks
 * @param changes of a revision: what became of the figures of the edition before
 * @param revision why it was revised, and where its text changed; absent of the first edition
 */
@Schema(name = "ReportEdition")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Edition(
        int schema,
        String division,
        String divisionName,
        String issuer,
        int year,
        int number,
        String title,
        LocalDate signedOn,
        List<Line> opening,
        List<Section> sections,
        List<Value> figures,
        List<Finding> checks,
        List<Change> changes,
        Revision revision) {

    public Edition {
        opening = orNone(opening);
        figures = orNone(figures);
        checks = orNone(checks);
        changes = orNone(changes);
    }

    /** What is empty is not written, and comes back as null. */
    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Stands where a figure is not made public. */
    static final String NOT_PUBLIC = "〔不公开〕";

    /** A section; its number (一、) is that of its place. */
    @Schema(name = "EditionSection")
    public record Section(SectionKind kind, String title, List<Item> items) {

        Section without(Set<String> keys) {
            return new Section(kind, title, items.stream().map(it -> it.without(keys)).toList());
        }
    }

    /**
     * A part of a section; its number （一） is that of its place among those with a heading.
     *
     * @param heading absent where the paragraphs stand without one
     */
    @Schema(name = "EditionItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(String heading, List<Line> paragraphs) {

        Item without(Set<String> keys) {
            return new Item(heading, paragraphs.stream().map(it -> it.without(keys)).toList());
        }
    }

    /** A paragraph: pieces in order. */
    @Schema(name = "EditionParagraph")
    public record Line(List<Piece> pieces) {

        /** The whole paragraph as it is printed. */
        public String text() {
            return pieces.stream().map(Piece::text).reduce("", String::concat);
        }

        /** The same where figures of these keys are not made public. */
        Line without(Set<String> keys) {
            return new Line(
                    pieces.stream()
                            .map(
                                    it ->
                                            it.figure() != null && keys.contains(it.figure())
                                                    ? new Piece(NOT_PUBLIC, it.figure(), null)
                                                    : it)
                            .toList());
        }
    }

    /**
     * A piece of a paragraph.
     *
     * @param text as it is printed
     * @param figure the {@link Value#key} of the figure that is printed; absent of plain text
     * @param declared the reason for a number that comes from no record; absent otherwise
     */
    @Schema(name = "EditionPiece")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Piece(String text, String figure, String declared) {}

    /**
     * A figure as it was frozen at the signing.
     *
     * @param key the indicator's code, of another period with it: {@code M-01@2023}
     * @param value absent unless the status is OK or NIL_REPORTED
     * @param numerator of a share, like the denominator and what is not yet due or has no limit
     * @param definition number of the definition; {@code cohort} the definition in Chinese words
     * @param lists digest of each list behind the figure: SHA-256, hex, over the sorted lines
     *     {@code id:version:contribution}
     */
    @Schema(name = "EditionFigure")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Value(
            String key,
            String indicator,
            String title,
            String titleEn,
            String division,
            String period,
            Status status,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal notYetDue,
            BigDecimal noLimit,
            Unit unit,
            String unitLabel,
            int decimals,
            int definition,
            String cohort,
            String legalBasis,
            List<Digest> lists) {

        public Value {
            lists = orNone(lists);
        }
    }

    /** The digest of one list; a figure that is no share has the list DENOMINATOR alone. */
    @Schema(name = "EditionDigest")
    public record Digest(Part part, String digest) {}

    /**
     * A check that did not pass, or could not be judged.
     *
     * @param status FAILED, INCOMPLETE or NOTHING_REPORTED
     * @param zh what it found; of a warning, and where that would tell a number that is not made
     *     public, only which check it is and what came out
     * @param reason why it was signed all the same, in the signer's words; absent where it does not
     *     block
     * @param figures codes of the figures that it looked at; absent where it looks at words alone
     */
    @Schema(name = "EditionFinding")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Finding(
            String code,
            Severity severity,
            Result status,
            String zh,
            String en,
            String reason,
            List<String> figures) {

        // The code of a figure is no number.
        private static final Pattern NUMBER = Pattern.compile("(?<![A-Z0-9-])[0-9]");

        public Finding {
            figures = orNone(figures);
        }

        /** What was found, as who signs reads it. */
        static Finding of(Check it, String reason) {
            List<String> looked = it.numbers().stream().map(Number::indicator).distinct().toList();
            return new Finding(
                    it.code(), it.severity(), it.status(), it.zh(), it.en(), reason, looked);
        }

        /** Without its text: a warning tells numbers that nobody has released. */
        Finding named() {
            CheckName told = CheckName.told(code, status);
            return new Finding(code, severity, status, told.zh(), told.en(), reason, figures);
        }

        /** The same where figures of these codes are not to be told. */
        Finding without(Set<String> codes) {
            boolean tells = NUMBER.matcher(zh).find() && figures.stream().anyMatch(codes::contains);
            return tells ? named() : this;
        }
    }

    /**
     * What became of a figure since the edition before.
     *
     * @param before absent where it had no value; {@code after} likewise
     * @param zh in words: 调处矛盾纠纷 410件改为411件：新增1条
     */
    @Schema(name = "EditionChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            String figure, BigDecimal before, BigDecimal after, String zh, String en) {}

    /**
     * What makes it a revision of the edition before, beside its figures.
     *
     * @param reason why it was revised
     * @param text the parts of the text that changed
     */
    @Schema(name = "EditionRevision")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Revision(String reason, List<TextChange> text) {

        public Revision {
            text = orNone(text);
        }
    }

    /**
     * A part of the text that changed, without its text.
     *
     * @param section its title; absent of what stands before the first
     * @param item its heading; absent where it has none
     * @param zh in words: “举措和成效”中的“依法调解纠纷”：文字有改动
     */
    @Schema(name = "EditionTextChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TextChange(String section, String item, String zh, String en) {}

    /** The same as a revision. */
    Edition revising(List<Change> since, Revision as) {
        return new Edition(
                schema,
                division,
                divisionName,
                issuer,
                year,
                number,
                title,
                signedOn,
                opening,
                sections,
                figures,
                checks,
                since,
                as);
    }

    /** The figure of that key. */
    public Optional<Value> figure(String key) {
        return figures.stream().filter(it -> it.key().equals(key)).findFirst();
    }
}
