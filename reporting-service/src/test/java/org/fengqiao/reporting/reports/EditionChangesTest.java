package org.fengqiao.reporting.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Unit;
import org.fengqiao.reporting.reports.Edition.Change;
import org.fengqiao.reporting.reports.Edition.Digest;
import org.fengqiao.reporting.reports.Edition.Item;
import org.fengqiao.reporting.reports.Edition.Line;
import org.fengqiao.reporting.reports.Edition.Piece;
import org.fengqiao.reporting.reports.Edition.Section;
import org.fengqiao.reporting.reports.Edition.TextChange;
import org.fengqiao.reporting.reports.Edition.Value;
import org.junit.jupiter.api.Test;

/** What a revision tells: no change that is none, and none kept back. */
class EditionChangesTest {

    @Test
    void anotherScaleIsNoChange() {
        assertEquals(List.of(), figures(value("335184", "a"), value("335184.00", "a")));
    }

    @Test
    void whereOnlyTheRecordsChangedThatIsSaid() {
        assertEquals(
                List.of("协议涉及金额仍为335184，清单中的记录有变动"),
                figures(value("335184", "a"), value("335184", "b")));
    }

    @Test
    void aFigureWithoutAValueIsTold() {
        assertEquals(
                List.of("协议涉及金额由〔不公开〕改为〔未报告〕"),
                figures(none(Status.SUPPRESSED), none(Status.NOT_REPORTED)));
        assertEquals(
                List.of("协议涉及金额由〔没有分母〕改为100（9/9）"), figures(none(Status.NO_DENOMINATOR), share(9)));
        assertEquals(List.of("协议涉及金额由100（9/9）改为100（10/10）"), figures(share(9), share(10)));
        assertEquals(List.of(), figures(none(Status.SUPPRESSED), none(Status.SUPPRESSED)));
    }

    @Test
    void aPartOfTheTextIsNamedAndNotRepeated() {
        Edition before = edition(value("2", "a"), item("甲", "一"), item("乙", "二"), item("丙", "三"));
        assertEquals(
                List.of("“举措”中的“乙”：文字有改动", "“举措”中的“丁”：新增", "“举措”中的“丙”：删去"),
                text(before, item("甲", "一"), item("乙", "貳"), item("丁", "四")));
        assertEquals(List.of(), text(before, item("甲", "一"), item("乙", "二"), item("丙", "三")));
        assertEquals(
                List.of("“举措”中的“乙”：次序有调整", "“举措”中的“甲”：次序有调整"),
                text(before, item("乙", "二"), item("甲", "一"), item("丙", "三")));
    }

    /** The number is told among the figures; the words around it are the same. */
    @Test
    void anotherNumberIsNoOtherTextAndAnotherStyleIs() {
        Edition before = edition(value("23", "a"), printed("23"));
        assertEquals(List.of(), text(before, edition(value("24", "b"), printed("24"))));
        assertEquals(
                List.of("“举措”：文字有改动"), text(before, edition(value("23", "a"), printed("20余"))));
    }

    private static List<String> figures(Value before, Value after) {
        return new EditionChanges(edition(before), edition(after))
                .told("补登").changes().stream().map(Change::zh).toList();
    }

    private static List<String> text(Edition before, Item... items) {
        return text(before, edition(value("2", "a"), items));
    }

    private static List<String> text(Edition before, Edition after) {
        return new EditionChanges(before, after)
                .told("补登").revision().text().stream().map(TextChange::zh).toList();
    }

    private static Item item(String heading, String text) {
        return new Item(heading, List.of(new Line(List.of(new Piece(text, null, null)))));
    }

    private static Item printed(String number) {
        return new Item(null, List.of(new Line(List.of(new Piece(number, "M-12", null)))));
    }

    private static Edition edition(Value figure, Item... items) {
        List<Section> sections =
                Stream.of(new Section(SectionKind.MEASURES, "举措", List.of(items))).toList();
        return new Edition(
                1,
                "410423106000",
                "鲁山县瓦屋镇",
                "鲁山县瓦屋镇人民政府",
                2024,
                1,
                "关于2024年法治政府建设情况的报告",
                LocalDate.of(2025, 1, 8),
                List.of(),
                sections,
                List.of(figure),
                List.of(),
                List.of(),
                null);
    }

    private static Value value(String number, String digest) {
        return figure(Status.OK, new BigDecimal(number), null, digest);
    }

    private static Value none(Status status) {
        return figure(status, null, null, "a");
    }

    private static Value share(int of) {
        return figure(Status.OK, new BigDecimal("100.00"), BigDecimal.valueOf(of), "a");
    }

    private static Value figure(Status status, BigDecimal value, BigDecimal parts, String digest) {
        return new Value(
                "M-12",
                "M-12",
                "协议涉及金额",
                "Sum of agreements",
                "410423106000",
                "2024",
                status,
                value,
                parts,
                parts,
                null,
                null,
                Unit.YUAN,
                "元",
                2,
                1,
                "调解案件",
                "RT 27",
                List.of(new Digest(Part.DENOMINATOR, digest)));
    }
}
