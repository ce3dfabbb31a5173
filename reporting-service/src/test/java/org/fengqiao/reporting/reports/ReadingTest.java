package org.fengqiao.reporting.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fengqiao.kit.divisions.Division;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.reports.Draft.Item;
import org.fengqiao.reporting.reports.Reading.Question;
import org.fengqiao.reporting.reports.Reading.Result;
import org.fengqiao.testkit.GoldenFile;
import org.junit.jupiter.api.Test;

/** A report as a township wrote it, pasted from Word: the real one of 2024, and odd ones. */
class ReadingTest {

    private static final String TOWNSHIP = "410423106000";
    private static final Wording WORDING =
            Wording.of(TOWNSHIP, Optional.of(new Division(new DivisionCode(TOWNSHIP), "瓦屋镇")));

    private static Result report() throws IOException {
        Path paper = GoldenFile.root().resolve("deploy/demo/wawu-2024/report.txt");
        return Reading.of(Files.readString(paper), WORDING, Indicators.OF_CHAPTERS, 2024, null);
    }

    @Test
    void theRealReportIsReadSectionBySection() throws IOException {
        Draft draft = report().draft();
        assertEquals("关于{year}年法治政府建设情况的报告", draft.title());
        assertTrue(draft.opening().startsWith("{year}年以来，瓦屋镇在县委"), draft::opening);
        assertEquals(
                List.of(
                        SectionKind.FIRST_RESPONSIBLE,
                        SectionKind.MEASURES,
                        SectionKind.SHORTCOMINGS,
                        SectionKind.NEXT_YEAR),
                draft.sections().stream().map(Draft.Section::kind).toList());
        assertEquals(
                List.of("思想高度重视", "带头学法知法", "坚持守法护法", "严格依法行政"),
                draft.sections().get(0).items().stream().map(Item::heading).toList());
        assertEquals(List.of(), draft.missing());
        draft.require(Indicators.OF_CHAPTERS);
    }

    /** Every figure of the report (Q01 to Q22) is named where it stood. */
    @Test
    void everyFigureOfTheRealReportIsRecognised() throws IOException {
        List<Mention> mentions = report().draft().text().mentions().toList();
        assertEquals(
                List.of(
                        "L-01", "L-02", "L-03", "L-04", "L-05", "L-06", "L-07", "L-08", "L-09",
                        "L-10", "L-11", "M-06", "M-01", "M-04", "M-02", "M-03", "M-05-VT", "P-03",
                        "P-04", "P-05", "P-01", "P-02"),
                mentions.stream().map(Mention::code).toList());
        assertEquals(
                List.of("L-01", "L-05", "L-08"),
                mentions.stream()
                        .filter(it -> it.is(Mention.Style.APPROXIMATE))
                        .map(Mention::code)
                        .toList());
        assertEquals(List.of(), Numerals.in(report().draft().text().words(2024)));
    }

    /** 01人次 is asked; the target of next year is a target (Q23), and no figure of this one. */
    @Test
    void whatIsNotSureIsAsked() throws IOException {
        List<Question> questions = report().questions();
        assertEquals(List.of("01人次", "100％"), questions.stream().map(Question::found).toList());
        assertTrue(questions.get(0).zh().contains("“01人次”是0还是1？"), questions.get(0)::zh);
        String next = report().draft().sections().get(3).items().get(0).text();
        assertTrue(next.contains("执证率达{=100％|下一年目标}。"), next);
    }

    @Test
    void whatWordLeavesBehindIsGone() throws IOException {
        assertFalse(report().draft().toString().contains("bookmark"));
        assertEquals("调处410件，达100％", Reading.clean("调处４１０件[bookmark: _GoBack]，\u200b达１００％"));
    }

    @Test
    void anUnknownNumberIsLeftAndAsked() {
        Result read =
                Reading.of(
                        "一、主要举措\n栽树500棵，调处成功30件，村、镇两级调委会案件调处成功率98%。",
                        WORDING, Indicators.OF_CHAPTERS, 2024, null);
        assertEquals(
                "栽树500棵，调处成功{M-04}件，村、镇两级调委会案件调处成功率{M-05-VT}%。",
                read.draft().sections().get(0).items().get(0).text());
        assertEquals(List.of("500棵"), read.questions().stream().map(Question::found).toList());
    }

    /** Words that two figures have, and too few of one's: which is meant? */
    @Test
    void whatMightBeTwoFiguresIsAsked() {
        for (String text : List.of("全年共调处案件410件。", "村委会审查合同40份。", "成功率98%。")) {
            Result read =
                    Reading.of("一、主要举措\n" + text, WORDING, Indicators.OF_CHAPTERS, 2024, null);
            assertEquals(1, read.questions().size(), text);
            assertEquals(text, read.draft().sections().get(0).items().get(0).text());
        }
    }

    /** The same words with another unit are another thing. */
    @Test
    void anotherUnitIsNotRecognised() {
        Result read = Reading.of("一、主要举措\n调处成功30人次。", WORDING, Indicators.OF_CHAPTERS, 2024, null);
        assertEquals(1, read.questions().size());
        assertEquals("调处成功30人次。", read.draft().sections().get(0).items().get(0).text());
    }

    @Test
    void aTextWithoutHeadingsIsTold() {
        String text = "关于2024年法治政府建设情况的报告\n随便一段话。\n调处成功30件。";
        for (String it : List.of(text, text.substring(text.indexOf('\n') + 1))) {
            Result read = Reading.of(it, WORDING, Indicators.OF_CHAPTERS, 2024, null);
            assertEquals("/sections", read.questions().get(0).pointer());
            assertEquals("关于{year}年法治政府建设情况的报告", read.draft().title());
            assertEquals(null, read.draft().opening());
            Draft.Section others = read.draft().sections().get(0);
            assertEquals(SectionKind.OTHERS, others.kind());
            assertEquals("随便一段话。\n调处成功{M-04}件。", others.items().get(0).text());
        }
    }

    @Test
    void aNumberInLettersIsAsked() {
        Result read =
                Reading.of(
                        "一、主要举措\n开展活动二十余场次，走访十余个村，开展“三个一”活动。",
                        WORDING,
                        Indicators.OF_CHAPTERS,
                        2024,
                        null);
        assertEquals(
                List.of("二十余场次", "十余个村"), read.questions().stream().map(Question::found).toList());
    }

    /** What of 2024 is {year}, becomes 2026 in the report of 2026, and its figures with it. */
    @Test
    void lastYearsTextBecomesThisYears() throws IOException {
        Path paper = GoldenFile.root().resolve("deploy/demo/wawu-2024/report.txt");
        Result read =
                Reading.of(Files.readString(paper), WORDING, Indicators.OF_CHAPTERS, 2026, null);
        assertEquals(report().draft(), read.draft());
        assertEquals("原文是2024年的，已按2026年改写年份，请核对。", read.questions().get(0).zh());
        assertEquals(report().questions().size() + 1, read.questions().size());
    }

    @Test
    void theYearOfATextIsTheOneTold() {
        String text = "一、主要举措\n2023年比2022年好，2024年更好。";
        assertEquals("{year}年比{year-1}年好，{year+1}年更好。", body(text, 2023));
        assertEquals("{year}年比{year-1}年好，{year+1}年更好。", body("2023年度报告\n" + text, null));
        assertEquals("{year-1}年比2022年好，{year}年更好。", body(text, 2024));
        assertEquals("{year}年栽树。", body("一、主要举措\n2023年栽树。", null));
        assertEquals("{year}年比{year-1}年好。", body("一、主要举措\n2024年比2023年好。", null));
    }

    private static String body(String text, Integer textYear) {
        Result read = Reading.of(text, WORDING, Indicators.OF_CHAPTERS, 2024, textYear);
        return read.draft().sections().get(0).items().get(0).text();
    }
}
