package org.fengqiao.reporting.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.fengqiao.kit.divisions.Division;
import org.fengqiao.kit.divisions.DivisionCode;
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
                wording.text()
                        .endsWith(
                                lower
                                        + "调委会调处案件{M-02}件，"
                                        + upper
                                        + "调委会调处案件{M-03}件，"
                                        + both
                                        + "两级调委会案件调处成功率{M-05-VT}％。"),
                wording::text);
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
                wording.text());
    }

    @Test
    void aDivisionWithoutANameIsToldInGeneralWords() {
        assertEquals("", Wording.of(TOWNSHIP, Optional.empty()).issuer());
        assertEquals(Wording.GENERAL.text(), Wording.of(TOWNSHIP, Optional.empty()).text());
        assertTrue(Wording.of(VILLAGE, Optional.empty()).text().contains("村（居）调委会"));
        assertFalse(Wording.of(VILLAGE, Optional.empty()).text().contains("两级"));
    }

    private static Wording wording(String code, String name) {
        return Wording.of(
                code, Optional.of(new Division(new DivisionCode(code), name, Optional.empty())));
    }
}
