package org.fengqiao.reporting.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Number;
import org.fengqiao.reporting.checks.Checks.Result;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.junit.jupiter.api.Test;

/** R4, R6 and R7, and 均 and 全覆盖, over the figures of 2024 and over others. */
class LegalRulesTest {

    private static final int VILLAGES = 19;

    private final Told told = new Told(LegalRules.NEEDED);

    LegalRulesTest() {
        told.is("M-01", 410).is("L-06", 230).is("L-06-C", 230);
        told.is("L-01", 23).is("L-02", 5).is("L-09", 6).is("L-10", 3);
        told.is("L-03", 20).is("L-07", 20).is("L-04", 19).is("G-06", 19).share("G-02", 5, 5, 0);
    }

    @Test
    void theFiguresOf2024Pass() {
        for (String code : List.of("R4", "R6", "R7", "G-02", "G-06")) {
            assertEquals(Result.PASSED, judged(code).status(), code);
        }
    }

    @Test
    void theShareIsOfThoseClosedAndTheRemainderIsTold() {
        says("R4", "其中期末前已调结230件，占调处总数410件的56.1%；未调结0件，未登记的纠纷0件");
        told.is("L-06-C", 200).is("L-06-U", 7);
        assertEquals(Result.PASSED, judged("R4").status());
        says("R4", "其中期末前已调结200件，占调处总数410件的48.8%；未调结23件，未登记的纠纷7件");
        assertEquals(
                List.of("230", "200", "7", "410"),
                judged("R4").numbers().stream().map(Number::value).toList());
    }

    @Test
    void moreClosedThanMediatedIsTold() {
        told.is("L-06-C", 411).is("L-06", 411);
        assertEquals(Result.FAILED, judged("R4").status());
        says("R4", "已调结的多于调处总数，请核对");
    }

    @Test
    void moreVillagesThanThereAreBlock() {
        says("R6", "走访行政村19个，共有行政村19个，全覆盖");
        told.is("L-04", 20);
        assertEquals(Result.FAILED, judged("R6").status());
        assertEquals(Severity.BLOCKING, judged("R6").severity());
        // Of a division that the register does not know, nothing can be said.
        Check unknown = told.judged(LegalRules.all(0), "R6");
        assertEquals(Severity.WARNING, unknown.severity());
        assertTrue(unknown.zh().contains("无法核对走访行政村20个"), unknown::zh);
    }

    @Test
    void whatIsCountedByTagIsAmongTheActivitiesAndNeverAddedToThem() {
        // 5 + 6 + 3 and 9 others: by adding tags to the total there would be 37.
        says("R7", "法治宣传活动23场次");
        for (String code : List.of("L-02", "L-09", "L-10")) {
            told.is(code, 24);
            assertEquals(Result.FAILED, judged("R7").status(), code);
            assertEquals(Severity.BLOCKING, judged("R7").severity());
            told.is(code, 1);
        }
        assertEquals(Result.PASSED, judged("R7").status());
    }

    @Test
    void allDecisionsWithCounselIsAllOfThemAndAtLeastOne() {
        says("G-02", "重大决策5项，其中5项有法律顾问意见，可以写“均有法律顾问参与”");
        told.share("G-02", 4, 5, 0);
        assertEquals(Result.FAILED, judged("G-02").status());
        says("G-02", "不能写“均有法律顾问参与”");
        told.share("G-02", 0, 0, 0);
        assertEquals(Result.NOTHING_REPORTED, judged("G-02").status());
    }

    @Test
    void allVillagesHaveCounselOnlyIfEachHas() {
        says("G-06", "覆盖率100.0%，可以写“全覆盖”");
        told.is("G-06", 18);
        assertEquals(Result.FAILED, judged("G-06").status());
        says("G-06", "有法律顾问的行政村18个，共有行政村19个，覆盖率94.7%，不能写“全覆盖”");
    }

    @Test
    void whatASilentSourceMayStillTellIsNotJudged() {
        told.partial("L-06");
        assertEquals(Result.INCOMPLETE, judged("R4").status());
        assertEquals(Result.PASSED, judged("R6").status());
    }

    private Check judged(String code) {
        return told.judged(LegalRules.all(VILLAGES), code);
    }

    private void says(String code, String zh) {
        Check check = judged(code);
        assertTrue(check.zh().contains(zh), check::zh);
    }
}
