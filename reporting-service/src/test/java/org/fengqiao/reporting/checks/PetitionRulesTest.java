package org.fengqiao.reporting.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Number;
import org.fengqiao.reporting.checks.Checks.Result;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.reports.ReportText;
import org.fengqiao.reporting.reports.Wording;
import org.junit.jupiter.api.Test;

/** R8 and R9 over figures that no correct count could give. */
class PetitionRulesTest {

    private static final ReportText TEXT = Wording.of("410423000000", Optional.empty()).text();

    private final Told told = new Told(PetitionRules.NEEDED);

    PetitionRulesTest() {
        told.is("P-05", 3).is("P-05-B", 2).is("P-05-M", 1);
        concluded(9, 10);
    }

    @Test
    void whatIsRightPasses() {
        for (String code : List.of("R8", "R8-VISITS", "R9")) {
            assertEquals(Result.PASSED, judged(code).status(), code);
        }
    }

    @Test
    void moreMattersThanBatchesAreTold() {
        told.is("P-05-M", 3);
        Check check = judged("R8-VISITS");
        assertEquals(Result.FAILED, check.status());
        assertTrue(check.zh().contains("到市信访3件、2批次、3人次"), check::zh);
        assertEquals(12, check.numbers().size());
    }

    @Test
    void moreBatchesThanPersonsAreTold() {
        told.is("P-09-B", 1);
        Check check = judged("R8-VISITS");
        assertEquals(Result.FAILED, check.status());
        assertTrue(check.zh().contains("集体访0件、1批次、0人次"), check::zh);
    }

    @Test
    void moreInTimeThanDueIsTold() {
        concluded(11, 10);
        Check check = judged("R9");
        assertEquals(Result.FAILED, check.status());
        assertTrue(check.zh().contains("多于分母"), check::zh);
    }

    @Test
    void whatIsNotDueAndWhatHasNoLimitStandApartWithTheirRecords() {
        Check check = judged("R9");
        assertTrue(check.zh().contains("分母10件（本期办结或到期），其中按时办结9件；另有未到期2件、没有办理期限1件"), check::zh);
        assertEquals(
                List.of("9", "10", "2", "1", "3"),
                check.numbers().stream().map(Number::value).toList());
        assertEquals(
                List.of(
                        "/r?part=NUMERATOR",
                        "/r?part=DENOMINATOR",
                        "/r?part=NOT_YET_DUE",
                        "/r?part=NO_LIMIT",
                        "/r?part=NUMERATOR"),
                check.numbers().stream().map(Number::receipt).toList());
    }

    /** The text of the division is read, not a general one. */
    @Test
    void inTheTextOfADivisionAnotherUnitIsTold() {
        ReportText wrong = ReportText.of("我镇进京访{P-03}件，受理{P-01}件");
        Check check = told.judged(PetitionRules.all(wrong, Indicators.OF_CHAPTERS), "R8");
        assertEquals(Result.FAILED, check.status());
        assertTrue(check.zh().contains("文中P-03后面的单位与指标不符"), check::zh);
    }

    private Check judged(String code) {
        return told.judged(PetitionRules.all(TEXT, Indicators.OF_CHAPTERS), code);
    }

    private void concluded(int inTime, int due) {
        told.share("P-02", inTime, due, 2).share("P-02-L", 3, due, 0);
    }
}
