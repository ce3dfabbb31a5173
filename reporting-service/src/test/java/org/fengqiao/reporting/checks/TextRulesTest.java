package org.fengqiao.reporting.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Result;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.indicators.Unit;
import org.fengqiao.reporting.reports.ReportText;
import org.fengqiao.reporting.reports.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R5, R11, R12 and the rules over words, over texts that no report should have. */
class TextRulesTest {

    private static final ReportText TEXT = Wording.of("410423000000", Optional.empty()).text();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "积极开展积案化解，严厉打击缠访、闹访和恶意越级上访，我镇进京访0人次", // of the report of 2024
                "依法查处越级走访3起",
                "对越级上访、缠访闹访依法予以打击。",
            })
    void whoBoastsOfFightingPetitionsPastALevelIsWarned(String text) {
        Check check = TextRules.skipLevel(List.of("推动信访问题依法及时就地解决。", text));
        assertEquals(Result.FAILED, check.status());
        assertEquals(Severity.WARNING, check.severity());
        assertTrue(check.zh().contains("第二十条"), check::zh);
        assertTrue(check.en().contains("XF 20"), check::en);
    }

    @Test
    void theWarningNamesTheWords() {
        Check check = TextRules.skipLevel(List.of("化解积案，严厉打击缠访和恶意越级上访，进京访0人次"));
        assertTrue(check.zh().startsWith("文中有“打击缠访和恶意越级上访”："), check::zh);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "越级走访3人次，均已引导到有权处理的机关。", // a number, and no fight
                "严厉打击非法集资。引导群众不越级上访。", // two sentences
            })
    void whoOnlyTellsOfThemIsNot(String text) {
        assertEquals(Result.PASSED, TextRules.skipLevel(List.of(text)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"410000000000", "410423000000", "410423106000", "410423106201"})
    void noPrintedTextSpeaksOfIt(String division) {
        ReportText text = Wording.of(division, Optional.empty()).text();
        assertEquals(3, text.paragraphs().size());
        assertEquals(4, TextRules.words(text, Indicators.OF_CHAPTERS, 2024).count());
        assertTrue(
                TextRules.words(text, Indicators.OF_CHAPTERS, 2024)
                        .allMatch(it -> it.status() == Result.PASSED));
    }

    /** 20 and 20 contracts; of 410 settled 410 were, which is no question. */
    @Test
    void twoSetsOfOneSizeAreAsked() {
        Told told = new Told(TEXT.codes()).is("L-03", 20).is("L-07", 20);
        told.is("M-01", 410).is("M-04", 410).is("M-02", 410);
        Check check = told.judged(TextRules.all(TEXT, Indicators.OF_CHAPTERS, List.of()), "R5");
        assertEquals(Result.FAILED, check.status());
        assertTrue(check.zh().startsWith("政府法律顾问审查合同20份和村（居）法律顾问审查合同20份，数值相同：请核对"), check::zh);
        assertEquals(2, check.numbers().size());
        told.is("L-07", 21);
        assertEquals(
                Result.PASSED,
                told.judged(TextRules.all(TEXT, Indicators.OF_CHAPTERS, List.of()), "R5").status());
        // By chance two small numbers are equal, and nothing is no number of things.
        told.is("L-03", 9).is("L-07", 9);
        assertEquals(
                Result.PASSED,
                told.judged(TextRules.all(TEXT, Indicators.OF_CHAPTERS, List.of()), "R5").status());
    }

    @Test
    void aThemeDayWithoutAnActivityIsTold() {
        Told told = new Told(TEXT.codes()).is("L-01", 2);
        Check check =
                told.judged(
                        TextRules.all(TEXT, Indicators.OF_CHAPTERS, held("WOMENS_DAY", "NONE")),
                        "T-THEME-DAYS");
        assertEquals(Result.FAILED, check.status());
        assertTrue(check.zh().startsWith("文中写到“12.4”、“3.15”、“6.26”，本期没有"), check::zh);
        List<Figure> all =
                held("WOMENS_DAY", "CONSUMER_RIGHTS_DAY", "ANTI_DRUG_DAY", "CONSTITUTION_DAY");
        assertEquals(
                Result.PASSED,
                told.judged(TextRules.all(TEXT, Indicators.OF_CHAPTERS, all), "T-THEME-DAYS")
                        .status());
    }

    private static List<Figure> held(String... days) {
        return Stream.of(days).map(it -> figure("L-01", it)).toList();
    }

    @Test
    void aLeadingZeroIsAsked() {
        Check check = judged("R12", "调处{M-01}件，到省信访01人次");
        assertEquals(Result.FAILED, check.status());
        assertTrue(check.zh().contains("“01人次”是0还是1？"), check::zh);
        assertEquals(1, check.numbers().size());
        // The code of a figure is no number.
        assertEquals(Result.PASSED, judged("R12", "调处{M-01}件").status());
    }

    @Test
    void aTypedNumberIsRefused() {
        Check check = TextRules.numerals(ReportText.of("排查调处各类矛盾纠纷410件，在“3.8”妇女节"), 2024);
        assertEquals(Result.FAILED, check.status());
        assertEquals(Severity.BLOCKING, check.severity());
        assertTrue(check.zh().contains("“410件"), check::zh);
        ReportText declared = ReportText.of("执证率达{=100％|下一年目标}，调处{M-01}件");
        assertTrue(
                TextRules.words(declared, Indicators.OF_CHAPTERS, 2024)
                        .allMatch(it -> it.status() == Result.PASSED));
    }

    @Test
    void aNumberInLettersIsTold() {
        Check check = TextRules.letters(List.of("调处四百一十件，成功率百分之百，走访二十余人次"));
        assertEquals(Result.FAILED, check.status());
        assertTrue(check.zh().contains("四百一十件”“百分之百”“二十余人次"), check::zh);
        String idioms = "一件一件落实，镇、村二级干部，三重一大，两个维护";
        assertEquals(Result.PASSED, TextRules.letters(List.of(idioms)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"调处{M-01}余件", "调处{M-01}多件"})
    void moreBehindAnExactNumberIsRefused(String text) {
        assertEquals(Result.FAILED, judged("R11", text).status());
    }

    @Test
    void anApproximateNumberIsMadeByRule() {
        assertEquals(Result.PASSED, judged("R11", "活动{L-01|余}场次").status());
        // A share is no number that one could leave something out of.
        assertEquals(Result.FAILED, judged("R11", "成功率{M-05|余}％").status());
    }

    /** What is written is right: the number is missing, and another check says so. */
    @Test
    void whereThereIsNoNumberNothingIsApproximated() {
        Told told = new Told(List.of("L-01", "P-04")).is("L-01", 23).notReported("P-04");
        Check check = told.judged(rules("活动{L-01|余}场次，到省{P-04|余}人次"), "R11");
        assertEquals(Result.PASSED, check.status());
        assertTrue(check.zh().contains("P-04没有数，无从约写"), check::zh);
    }

    @Test
    void eachFigureStandsWithItsUnit() {
        assertEquals(Result.PASSED, units("{M-01}件，{M-05|1位}％").status());
        assertEquals(Result.PASSED, units("涉及{M-12|万元}万元、{M-12}元").status());
        Check check = units("涉及{M-12}万元，{M-01}人次");
        assertEquals(Result.FAILED, check.status());
        assertTrue(check.zh().contains("M-12、M-01"), check::zh);
    }

    @Test
    void sharesOfDifferentWholesAreShownWithTheirOwn() {
        Check check = judged("T-DENOMINATOR", "成功率{M-05}％，按时办结率{P-02}％。");
        assertEquals(Result.FAILED, check.status());
        assertEquals(Severity.WARNING, check.severity());
        assertTrue(check.zh().contains("（9/10）") && check.zh().contains("（4/8）"), check::zh);
        String told = "成功率{M-05|含分母}，按时办结率{P-02|含分母}。";
        assertEquals(Result.PASSED, judged("T-DENOMINATOR", told).status());
        String apart = "成功率{M-05}％，其中{M-05-VT}％。";
        assertEquals(Result.PASSED, judged("T-DENOMINATOR", apart).status());
    }

    @Test
    void aDenominatorThatIsToldNeedsNoAdvice() {
        Check check = judged("T-DENOMINATOR", "成功率{M-05|含分母}，又{M-05}％，按时办结率{P-02}％，即{P-02}％。");
        assertEquals(Result.FAILED, check.status());
        assertEquals(
                List.of("P-02"), check.numbers().stream().map(Checks.Number::indicator).toList());
        assertEquals(Result.PASSED, judged("T-DENOMINATOR", "成功率{M-05}％，又{M-05}％。").status());
        // 0/0 is a share of nothing.
        Told none = new Told(List.of("L-01")).share("M-05", 9, 10, 0).share("P-02", 0, 0, 0);
        String text = "成功率{M-05}％，按时办结率{P-02}％。";
        assertEquals(Result.PASSED, none.judged(rules(text), "T-DENOMINATOR").status());
    }

    private static Check units(String text) {
        return TextRules.words(ReportText.of(text), Indicators.OF_CHAPTERS, 2024)
                .filter(it -> it.code().equals("T-UNIT"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allDecisionsHadCounselOnlyIfAllHad() {
        String text = "重大决策事项均有法律顾问参与，做到依法行政";
        Told told = new Told(List.of("L-01", "G-02")).share("G-02", 5, 5, 0);
        assertEquals(Result.PASSED, told.judged(rules(text), "T-ALL").status());
        told.share("G-02", 4, 5, 0);
        Check check = told.judged(rules(text), "T-ALL");
        assertEquals(Result.FAILED, check.status());
        assertTrue(check.zh().contains("是5项中的4项"), check::zh);
        assertEquals(Result.PASSED, told.judged(rules("重大决策事项有法律顾问参与"), "T-ALL").status());
    }

    private static List<Function<Seen, Check>> rules(String text) {
        return TextRules.all(ReportText.of(text), Indicators.OF_CHAPTERS, List.of());
    }

    /** What a rule says of a text; shares of mediation are 9 of 10, those of petitions 4 of 8. */
    private static Check judged(String code, String text) {
        List<String> codes = List.of("G-02", "L-01", "M-01", "M-05", "M-05-VT", "M-12", "P-02");
        Told told = new Told(codes).is("L-01", 23).is("M-01", 10).is("M-12", 125_000);
        told.share("M-05", 9, 10, 0).share("M-05-VT", 9, 10, 0).share("P-02", 4, 8, 0);
        return told.judged(
                TextRules.all(ReportText.of(text), Indicators.OF_CHAPTERS, List.of()), code);
    }

    private static Figure figure(String code, String where) {
        return new Figure(
                code,
                "调处矛盾纠纷",
                "410423106000",
                "2024",
                where,
                null,
                Status.OK,
                BigDecimal.TEN,
                null,
                null,
                null,
                null,
                Unit.CASE,
                "件",
                0,
                1,
                "/r",
                null,
                null,
                null);
    }
}
