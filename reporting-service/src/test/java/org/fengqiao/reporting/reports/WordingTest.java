package org.fengqiao.reporting.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.fengqiao.kit.divisions.Division;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.reporting.indicators.Indicators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a division, by the kinds that the bundled register holds. */
class WordingTest {

    private static final String TOWNSHIP = "410423106000";
    private static final String VILLAGE = "410423106201";

    @ParameterizedTest
    @CsvSource({
        "410423106000, 瓦屋镇, 人民政府, 村级, 镇, 村、镇",
        "410423202000, 团城乡, 人民政府, 村级, 乡, 村、乡",
        "410423209000, 昭平台库区乡, 人民政府, 村级, 乡, 村、乡",
        "410423001000, 露峰街道, 办事处, 村（居）, 街道, 村（居）、街道",
        "410423000000, 鲁山县, 人民政府, 村（居）, 乡镇（街道）, 村（居）、乡镇（街道）",
        "410400000000, 平顶山市, 人民政府, 村（居）, 乡镇（街道）, 村（居）、乡镇（街道）",
        "410423400000, 某某林场, '', 村（居）, 乡镇（街道）, 村（居）、乡镇（街道）",
    })
    void twoLevelsOfCommitteesAreNamedAsTheDivisionIs(
            String code, String name, String issuer, String lower, String upper, String both) {
        Wording wording = wording(code, name);
        assertEquals(issuer, wording.issuer());
        assertTrue(
                wording.mediation()
                        .endsWith(
                                lower
                                        + "调委会调处案件{M-02}件，"
                                        + upper
                                        + "调委会调处案件{M-03}件，"
                                        + both
                                        + "两级调委会案件调处成功率{M-05-VT}％。"),
                wording::mediation);
    }

    @ParameterizedTest
    @CsvSource({
        "瓦屋村民委员会, 村民委员会, 村",
        "曙光社区居民委员会, 居民委员会, 社区",
        "瓦屋, '', 村（居）",
    })
    void aVillageHasItsOwnCommitteeAndNoGovernment(String name, String issuer, String committee) {
        Wording wording = wording(VILLAGE, name);
        assertEquals(issuer, wording.issuer());
        assertEquals(
                "整合各类调解资源，合力处置矛盾纠纷。{year}年排查调处各类矛盾纠纷{M-01}件，调处成功{M-04}件，"
                        + committee
                        + "调委会调处案件{M-02}件，案件调处成功率{M-05-VT}％。",
                wording.mediation());
    }

    @Test
    void aDivisionWithoutANameIsToldInGeneralWords() {
        assertEquals("", Wording.of(TOWNSHIP, Optional.empty()).issuer());
        assertEquals(
                Wording.GENERAL.mediation(), Wording.of(TOWNSHIP, Optional.empty()).mediation());
        assertTrue(Wording.of(VILLAGE, Optional.empty()).mediation().contains("村（居）调委会"));
        assertFalse(Wording.of(VILLAGE, Optional.empty()).mediation().contains("两级"));
    }

    @ParameterizedTest
    @CsvSource({
        "410423106000, 瓦屋镇, 我镇",
        "410423202000, 团城乡, 我乡",
        "410423001000, 露峰街道, 我街道",
        "410423000000, 鲁山县, 本地区",
        "410423400000, 某某林场, 本地区",
        "410423106201, 瓦屋村民委员会, 我村",
        "410423001001, 曙光社区居民委员会, 我社区",
        "410423106201, 瓦屋, 本村（居）",
    })
    void petitionsAreToldOfThePlaceAsTheReportSaysIt(String code, String name, String here) {
        assertEquals(
                "推动信访问题依法及时就地解决，积极开展积案化解{P-08}件，"
                        + here
                        + "进京访{P-03}人次，到省信访{P-04}人次，到市信访{P-05}人次，受理群众来信来访件{P-01}件，"
                        + "按时办结率{P-02}％。",
                wording(code, name).petition());
    }

    /** To go one level up is lawful, and skipping one is no disorder (D4). */
    @Test
    void nobodyIsFoughtForHisPetition() {
        assertFalse(Wording.GENERAL.petition().contains("打击"));
        assertFalse(Wording.GENERAL.petition().contains("越级"));
    }

    /** What the checks look at is what is printed: a village's text has no meetings. */
    @Test
    void theFiguresOfATextAreThoseOfItsDivision() {
        assertTrue(Wording.GENERAL.text().codes().contains("M-06"));
        assertFalse(wording(VILLAGE, "瓦屋村民委员会").text().codes().contains("M-06"));
    }

    @Test
    void everyNumberStandsWithItsUnit() {
        for (Wording printed :
                List.of(
                        Wording.GENERAL,
                        wording(TOWNSHIP, "瓦屋镇"),
                        wording("410423001000", "露峰街道"),
                        wording(VILLAGE, "瓦屋村民委员会"))) {
            assertEquals(
                    List.of(), printed.text().withoutTheirUnit(Indicators.OF_CHAPTERS).toList());
        }
        assertEquals(List.of("P-01"), withoutTheirUnit("受理来信来访件{P-01}人次，{P-02}％"));
        assertEquals(List.of("P-03"), withoutTheirUnit("进京访{P-03}件，受理{P-01}件"));
        // 人 is the beginning of 人次, and another unit.
        assertEquals(List.of("P-03"), withoutTheirUnit("进京访{P-03}人"));
        assertEquals(List.of("M-19"), withoutTheirUnit("涉及当事人{M-19}人次"));
    }

    private static List<String> withoutTheirUnit(String text) {
        return new Written(text).withoutTheirUnit(Indicators.OF_CHAPTERS);
    }

    private static Wording wording(String code, String name) {
        return Wording.of(code, Optional.of(new Division(new DivisionCode(code), name)));
    }
}
