package org.fengqiao.reporting.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Result;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.indicators.Unit;
import org.fengqiao.reporting.reports.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R11, R12 and T-SKIP-LEVEL over texts that no report should have. */
class TextRulesTest {

    private static final Wording WORDING = Wording.of("410423000000", Optional.empty());

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
        Wording wording = Wording.of(division, Optional.empty());
        assertEquals(3, wording.texts().size());
        assertEquals(Result.PASSED, TextRules.skipLevel(wording.texts()).status());
    }

    /** 20 and 20 contracts; of 410 settled 410 were, which is no question. */
    @Test
    void twoSetsOfOneSizeAreAsked() {
        Told told = new Told(WORDING.references()).is("L-03", 20).is("L-07", 20);
        told.is("M-01", 410).is("M-04", 410).is("M-02", 410);
        Check check = told.judged(TextRules.all(WORDING, List.of()), "R5");
        assertEquals(Result.FAILED, check.status());
        assertTrue(check.zh().startsWith("政府法律顾问审查合同20份和村（居）法律顾问审查合同20份，数值相同：请核对"), check::zh);
        assertEquals(2, check.numbers().size());
        told.is("L-07", 21);
        assertEquals(Result.PASSED, told.judged(TextRules.all(WORDING, List.of()), "R5").status());
        // By chance two small numbers are equal, and nothing is no number of things.
        told.is("L-03", 9).is("L-07", 9);
        assertEquals(Result.PASSED, told.judged(TextRules.all(WORDING, List.of()), "R5").status());
    }

    @Test
    void aThemeDayWithoutAnActivityIsTold() {
        Told told = new Told(WORDING.references()).is("L-01", 2);
        Check check =
                told.judged(TextRules.all(WORDING, held("WOMENS_DAY", "NONE")), "T-THEME-DAYS");
        assertEquals(Result.FAILED, check.status());
        assertTrue(check.zh().startsWith("文中写到“12.4”、“3.15”、“6.26”，本期没有"), check::zh);
        List<Figure> all =
                held("WOMENS_DAY", "CONSUMER_RIGHTS_DAY", "ANTI_DRUG_DAY", "CONSTITUTION_DAY");
        assertEquals(
                Result.PASSED, told.judged(TextRules.all(WORDING, all), "T-THEME-DAYS").status());
    }

    private static List<Figure> held(String... days) {
        return Stream.of(days).map(it -> figure("L-01", it)).toList();
    }

    /** The text of the division is read, not a general one. */
    @Test
    void inTheTextOfADivisionALeadingZeroIsAsked() {
        Wording wrong = new Wording("人民政府", "调处{M-01}件，", "到省信访01人次", "");
        Check check =
                new Seen(Map.of("M-01", figure("M-01", null)))
                        .judge(TextRules.all(wrong, List.of()).get(3));
        assertEquals("R12", check.code());
        assertEquals(Result.FAILED, check.status());
        assertTrue(check.zh().contains("“01人次”是0还是1？"), check::zh);
        assertEquals(1, check.numbers().size());
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
