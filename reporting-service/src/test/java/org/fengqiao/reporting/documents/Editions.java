package org.fengqiao.reporting.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fengqiao.reporting.checks.Checks.Result;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Unit;
import org.fengqiao.reporting.reports.Edition;
import org.fengqiao.reporting.reports.Edition.Change;
import org.fengqiao.reporting.reports.Edition.Digest;
import org.fengqiao.reporting.reports.Edition.Finding;
import org.fengqiao.reporting.reports.Edition.Item;
import org.fengqiao.reporting.reports.Edition.Line;
import org.fengqiao.reporting.reports.Edition.Piece;
import org.fengqiao.reporting.reports.Edition.Revision;
import org.fengqiao.reporting.reports.Edition.Section;
import org.fengqiao.reporting.reports.Edition.TextChange;
import org.fengqiao.reporting.reports.Edition.Value;
import org.fengqiao.reporting.reports.SectionKind;

/** Editions to draw: the township's report of 2024, word for word, and one of many figures. */
final class Editions {

    static final String DIVISION = "410423106000";

    /** 𠮷 and 𬭚 lie beyond the first plane. */
    static final String RARE = "媱龑𠮷𬭚";

    /** Where a figure stands in the report of 2024: what is before it, as printed, its code. */
    private static final String PLACES =
            """
            咨询活动|20余|L-01|25|场次|SESSION
            法治宣传讲座|5|L-02|5|场次|SESSION
            政府法律顾问审查合同|20|L-03|20|份|DOCUMENT
            走访行政村|19|L-04|19|个|ITEM
            走访行政村19个|180余|L-05|186|人次|PERSON_TIME
            参与民间纠纷调处|230|L-06|230|件|CASE
            审查合同（协议）|20|L-07|20|份|DOCUMENT
            法律咨询|190余|L-08|193|人次|PERSON_TIME
            法治讲座|6|L-09|6|场次|SESSION
            送法进农村|3|L-10|3|场次|SESSION
            法律援助程序|5|L-11|5|人次|PERSON_TIME
            职能部门例会|12|M-06|12|次|TIME
            各类矛盾纠纷|410|M-01|410|件|CASE
            调处成功|410|M-04|410|件|CASE
            村级调委会调处案件|339|M-02|339|件|CASE
            镇调委会调处案件|71|M-03|71|件|CASE
            案件调处成功率|100|M-05-VT|100|%|PERCENT
            进京访|0|P-03|0|人次|PERSON_TIME
            到省信访|01|P-04|1|人次|PERSON_TIME
            到市信访|3|P-05|3|人次|PERSON_TIME
            来信来访件|13|P-01|13|件|CASE
            按时办结率|100|P-02|100|%|PERCENT
            """;

    private static final List<SectionKind> KINDS = List.of(SectionKind.values());
    private static final Pattern SECTION = Pattern.compile("[一二三四五]、(.+)");
    private static final Pattern ITEM = Pattern.compile("（[一二三四五]）(.+)");

    private Editions() {}

    /** The report of 2024 of 瓦屋镇, its numbers as figures. */
    static Edition wawu() {
        List<String> lines = read().lines().filter(it -> !it.isBlank()).toList();
        List<Line> opening = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            Matcher section = SECTION.matcher(line);
            Matcher item = ITEM.matcher(line);
            if (section.matches()) {
                SectionKind kind = KINDS.get(sections.size());
                sections.add(new Section(kind, section.group(1), new ArrayList<>()));
            } else if (item.matches()) {
                last(sections).items().add(new Item(item.group(1), new ArrayList<>()));
            } else if (sections.isEmpty()) {
                opening.add(paragraph(line));
            } else {
                last(last(sections).items()).paragraphs().add(paragraph(line));
            }
        }
        List<Value> figures = PLACES.lines().map(it -> figure(it.split("\\|"))).toList();
        return new Edition(
                1,
                DIVISION,
                "河南省平顶山市鲁山县瓦屋镇",
                lines.get(0),
                2024,
                1,
                lines.get(1),
                LocalDate.of(2025, 1, 8),
                opening,
                sections,
                figures,
                List.of(
                        new Finding(
                                "R5",
                                Severity.WARNING,
                                Result.FAILED,
                                "政府法律顾问与农村法律顾问审查合同的件数相同（20份），请确认不是同一批",
                                "Both counsels reviewed 20 contracts: make sure they are not the same",
                                null,
                                List.of("L-03", "L-07")),
                        new Finding(
                                "R4",
                                Severity.BLOCKING,
                                Result.FAILED,
                                "法律顾问参与调处的纠纷多于登记的纠纷",
                                "Counsel joined more disputes than were registered",
                                "其中3件已由县调委会登记，附函说明",
                                List.of("L-06", "M-01"))),
                List.of(),
                null);
    }

    /** The same with one change, of that text and number. */
    static Edition changed(String zh, BigDecimal after) {
        Edition it = wawu();
        return new Edition(
                it.schema(),
                it.division(),
                it.divisionName(),
                it.issuer(),
                it.year(),
                it.number(),
                it.title(),
                it.signedOn(),
                it.opening(),
                it.sections(),
                it.figures(),
                it.checks(),
                List.of(new Change("M-01", BigDecimal.ONE, after, zh, "")),
                null);
    }

    /** The same as a revision, with a sentence of rare characters, of {@code count} figures. */
    static Edition revised(int count) {
        Edition first = wawu();
        List<Item> more = new ArrayList<>(first.sections().get(1).items());
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece("调解员" + RARE + "＜张&李＞“甲” <b> 办理", null, null));
        pieces.add(new Piece("2", null, "镇志记载，无记录"));
        List<Value> figures = new ArrayList<>(first.figures());
        IntStream.range(figures.size(), count).forEach(i -> figures.add(made(i)));
        for (int i = first.figures().size(); i < count; i++) {
            pieces.add(new Piece("件；第" + i + "项为", null, null));
            pieces.add(new Piece(Integer.toString(i), figures.get(i).key(), null));
        }
        pieces.add(new Piece("件。", null, null));
        more.add(new Item("其他", List.of(new Line(pieces))));
        List<Section> sections = new ArrayList<>(first.sections());
        sections.set(1, new Section(SectionKind.MEASURES, sections.get(1).title(), more));
        return new Edition(
                first.schema(),
                first.division(),
                first.divisionName(),
                first.issuer(),
                first.year(),
                2,
                first.title(),
                LocalDate.of(2025, 11, 20),
                first.opening(),
                sections,
                figures,
                first.checks(),
                List.of(
                        new Change(
                                "M-01",
                                new BigDecimal("409"),
                                new BigDecimal("410"),
                                "调处矛盾纠纷 409件改为410件：新增1条" + RARE,
                                "Disputes handled: 409 became 410, 1 record more")),
                new Revision(
                        "补登一件", List.of(new TextChange("其他", null, "“其他”：新增", "“其他”: added"))));
    }

    private static Value made(int i) {
        return figure(
                new String[] {"", "", "X-%04d".formatted(i), Integer.toString(i), "件", "CASE"});
    }

    private static Value figure(String[] place) {
        BigDecimal value = new BigDecimal(place[3]);
        Unit unit = Unit.valueOf(place[5]);
        boolean share = unit == Unit.PERCENT;
        BigDecimal parts = share ? new BigDecimal(410) : null;
        List<Digest> lists =
                share
                        ? List.of(digest(Part.NUMERATOR, 410), digest(Part.DENOMINATOR, 410))
                        : List.of(digest(Part.DENOMINATOR, value.intValueExact()));
        return new Value(
                place[2],
                place[2],
                (place[0] + "（调处、走访与审查）").replace("）（", "、"),
                "Figure " + place[2],
                DIVISION,
                "2024",
                value.signum() == 0 ? Status.NIL_REPORTED : Status.OK,
                value,
                parts,
                parts,
                null,
                null,
                unit,
                place[4],
                unit.decimals(),
                1,
                "河南省平顶山市鲁山县瓦屋镇；2024年；调解案件按办结日期计，结果为达成协议或未达成协议",
                "RT 27",
                lists);
    }

    /** The records behind every figure: as many as it counts, each adding 1. */
    static List<Behind> behind(Edition edition) {
        List<Behind> records = new ArrayList<>();
        for (Value it : edition.figures()) {
            for (Digest list : it.lists()) {
                BigDecimal whole = it.denominator() == null ? it.value() : it.denominator();
                IntStream.rangeClosed(1, whole.intValueExact())
                        .forEach(i -> records.add(record(it.key(), list.part(), i)));
            }
        }
        return records;
    }

    private static Behind record(String figure, Part part, int i) {
        UUID id = UUID.fromString(id(i));
        return new Behind(
                figure,
                part,
                id,
                1,
                BigDecimal.ONE,
                LocalDate.of(2024, 3, 5),
                DIVISION,
                "=1+" + i,
                "/mediation/v1/cases/" + id,
                "https://mediation.example/mediation/v1/cases/" + id);
    }

    /** The digest of the list that {@link #behind} makes. */
    private static Digest digest(Part part, int records) {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= records; i++) {
            lines.append(i == 1 ? "" : "\n").append(id(i)).append(":1:1");
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        return new Digest(part, Seal.digest(bytes));
    }

    static String id(int i) {
        return "00000000-0000-7000-8000-%012x".formatted(i);
    }

    /** Plain text and figures in turn. */
    private static Line paragraph(String text) {
        Map<Integer, String[]> found = new TreeMap<>();
        PLACES.lines()
                .map(it -> it.split("\\|"))
                .filter(it -> text.contains(it[0] + it[1]))
                .forEach(it -> found.put(text.indexOf(it[0] + it[1]) + it[0].length(), it));
        List<Piece> pieces = new ArrayList<>();
        int[] from = {0};
        found.forEach(
                (at, place) -> {
                    pieces.add(new Piece(text.substring(from[0], at), null, null));
                    pieces.add(new Piece(place[1].replace("01", "1"), place[2], null));
                    from[0] = at + place[1].length();
                });
        pieces.add(new Piece(text.substring(from[0]), null, null));
        return new Line(pieces);
    }

    private static String read() {
        try (InputStream in = Editions.class.getResourceAsStream("/wawu-2024-annual-report.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
