package org.fengqiao.reporting.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.fengqiao.reporting.documents.Outline.Level;
import org.fengqiao.reporting.reports.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed, in which order and under which number. */
class OutlineTest {

    @Test
    void headingsHaveTheNumbersOfTheOfficialLayout() {
        Outline outline = Outline.of(Editions.wawu());
        assertEquals(
                List.of(
                        "一、2024年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况",
                        "（一）思想高度重视",
                        "（二）带头学法知法",
                        "（三）坚持守法护法",
                        "（四）严格依法行政",
                        "二、2024年度推进法治政府建设的主要举措和成效",
                        "（一）加强法治宣传，推进依法治理"),
                outline.blocks().stream()
                        .filter(it -> it.level() != Level.BODY)
                        .map(Outline.Block::text)
                        .limit(7)
                        .toList());
    }

    @Test
    void aFigureThatIsPrintedMustBeThere() {
        Edition it = Editions.wawu();
        Edition bare =
                new Edition(
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
                        it.figures().subList(1, it.figures().size()),
                        it.checks(),
                        it.changes(),
                        null);
        assertThrows(IllegalArgumentException.class, () -> Outline.of(bare));
    }

    @ParameterizedTest
    @CsvSource({"1, 一", "9, 九", "10, 十", "12, 十二", "20, 二十", "99, 九十九"})
    void numbersAreChinese(int number, String chinese) {
        assertEquals(chinese, Outline.chinese(number));
    }

    @ParameterizedTest
    @CsvSource({
        "鲁山县瓦屋镇人民政府, 200, 400",
        "瓦屋镇, 550, 400",
        "某某自治区某某市某某经济技术开发区某某街道办事处, 0, 900",
    })
    void theDateStandsFourCharactersInAndTheIssuerAboveItsMiddle(
            String issuer, int issuerIndent, int dateIndent) {
        Signature signature = Signature.of(issuer, Editions.wawu().signedOn());
        assertEquals("2025年1月8日", signature.date());
        assertEquals(issuerIndent, signature.issuerIndent());
        assertEquals(dateIndent, signature.dateIndent());
    }
}
