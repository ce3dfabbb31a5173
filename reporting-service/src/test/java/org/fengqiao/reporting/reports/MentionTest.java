package org.fengqiao.reporting.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.indicators.Unit;
import org.fengqiao.reporting.reports.Written.Declared;
import org.fengqiao.reporting.reports.Written.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a figure is printed where a text names it: styles of townships, without code. */
class MentionTest {

    @ParameterizedTest
    @CsvSource({
        "{M-12}, 1234567.80, 1234567.8",
        "{M-12|万元}, 1234567.80, 123.46",
        "{M-12|万元|4位}, 1234567.80, 123.4568",
        "{M-12|万元|0位}, 1234567.80, 123",
        "{M-12|2位}, 1234567.80, 1234567.80",
        "{M-01}, 410, 410",
        "{L-01|余}, 23, 20余",
        "{L-01|余}, 20, 20",
    })
    void aNumberIsPrintedInItsStyle(String text, String value, String printed) {
        assertEquals(printed, printed(text, figure(Unit.YUAN, value, null, null)));
    }

    @ParameterizedTest
    @CsvSource({
        "{M-05}, 98.53, 67, 68, 98.53",
        "{M-05|1位}, 98.53, 67, 68, 98.5",
        "{M-05|2位}, 100.00, 410, 410, 100.00",
        "{M-05|含分母}, 98.53, 67, 68, 98.53％（67/68）",
        "{M-05|含分母|0位}, 98.53, 67, 68, 99％（67/68）",
        // A share below 1 is never 100 % (D1).
        "{M-05|0位}, 99.99, 9999, 10000, 99",
        "{M-05|1位}, 99.99, 9999, 10000, 99.9",
    })
    void aShareIsPrintedInItsStyle(
            String text, String value, String part, String whole, String printed) {
        assertEquals(printed, printed(text, figure(Unit.PERCENT, value, part, whole)));
    }

    @Test
    void whatHasNoValueIsAWord() {
        assertEquals("〔未报告〕", printed("{M-12|万元}", figure(Unit.YUAN, null, null, null)));
    }

    @Test
    void aParagraphIsReadInPieces() {
        Written written =
                new Written("{year}年调处{M-01}件（{year-1}年{M-01|上年}件），{year+1}年达{=100％|目标}。");
        assertEquals(
                List.of(
                        new Plain("2024年调处"),
                        Mention.of("M-01"),
                        new Plain("件（2023年"),
                        written.mentions().get(1),
                        new Plain("件），2025年达"),
                        new Declared("100％", "目标"),
                        new Plain("。")),
                written.parts(2024));
        assertEquals("M-01@2023", written.mentions().get(1).key(2024));
        assertEquals(List.of("M-01"), written.codes());
        assertEquals(List.of(), written.unread());
    }

    @ParameterizedTest
    @CsvSource({
        "调处{M-01|约}件, {M-01|约}",
        "调处{m-01}件, {m-01}",
        "达{=100|}％, {=100|}",
        "达{100}％, {100}",
        "调处{M-01件, {M-01件",
        "调处M-01}件, }",
    })
    void whatCannotBeReadIsTold(String text, String unread) {
        assertEquals(List.of(unread), new Written(text).unread());
    }

    @ParameterizedTest
    @CsvSource({
        "排查调处各类矛盾纠纷410件, 410件",
        "活动２０余场次, ２０余场次",
        "办结率１００％, １００％",
        "涉及金额12.5万元, 12.5万元",
    })
    void aTypedNumberIsFound(String text, String number) {
        assertEquals(List.of(number), Numerals.in(List.of(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "在“3.8”妇女节、“12.4”国家宪法日",
        "2024年以来，2024年度，2024年3月，2024年12月4日，12月4日",
        "依据鲁政〔2024〕15号第23条",
        "1至11月、12345热线",
        "“三重一大”事项",
    })
    void aDayOrADocumentIsNoNumber(String text) {
        assertEquals(List.of(), Numerals.in(List.of(text)));
    }

    private static String printed(String text, Figure figure) {
        return new Written(text).mentions().get(0).print(figure);
    }

    private static Figure figure(Unit unit, String value, String part, String whole) {
        return new Figure(
                "M-12",
                "",
                "410423106000",
                "2024",
                null,
                null,
                value == null ? Status.NOT_REPORTED : Status.OK,
                number(value),
                number(part),
                number(whole),
                null,
                null,
                unit,
                unit.label(),
                unit.decimals(),
                1,
                "/r",
                null,
                null,
                null);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
