package org.fengqiao.reporting.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Number;
import org.fengqiao.reporting.checks.Checks.Result;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;
import org.junit.jupiter.api.Test;

/** What the catalogue implies, over figures that no correct count could give. */
class CatalogueRulesTest {

    private final Relations relations = Relations.in(Period.of("2024"), Indicators.OF_CHAPTERS);
    private final Told told = new Told(relations.needed());

    CatalogueRulesTest() {
        relations.shares().forEach(it -> told.share(it.code(), 3, 4, 0));
        told.is("M-01", 410).is("M-02", 339).is("M-03", 71);
        told.is("M-04", 400).is("M-15", 10).is("M-27-O", 300).is("M-27-W", 100);
        told.is("M-26-O", 200).is("M-26-A", 200).is("M-26-R", 10);
        told.is("G-07", 6).is("G-07-N", 1).is("G-07-M", 2).is("G-07-C", 3);
    }

    @Test
    void wholesAndPartsAreFoundWhereEachCodeIsInOneOfThem() {
        Set<String> found =
                relations.partitions().stream()
                        .map(
                                it ->
                                        it.whole().code()
                                                + " by "
                                                + it.column().name()
                                                + it.parts().stream()
                                                        .map(Indicator::code)
                                                        .sorted()
                                                        .toList())
                        .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "M-01 by committeeLevel[M-02, M-03, M-18]",
                        "M-01 by source[M-26-A, M-26-O, M-26-R]",
                        "M-01 by status[M-04, M-15]",
                        "M-04 by agreementForm[M-27-O, M-27-W]",
                        "G-07 by subject[G-07-C, G-07-E, G-07-M, G-07-N, G-07-O]"),
                found);
    }

    @Test
    void aPartIsBelowWhateverItWasNarrowedFrom() {
        Set<String> found =
                relations.subsets().stream()
                        .map(it -> it.part().code() + " of " + it.set().code())
                        .collect(Collectors.toSet());
        assertTrue(
                found.containsAll(
                        Set.of(
                                "M-04 of M-01",
                                "M-27-O of M-04",
                                "M-27-O of M-01",
                                "M-25-F of M-25",
                                "L-02 of L-01",
                                "L-06-C of L-06",
                                "L-08 of L-08-A",
                                "P-12-R of P-12")),
                found::toString);
        // Persons are no cases, and an activity by village counsel no part of those at schools.
        assertFalse(found.contains("M-19 of M-01"));
        assertFalse(found.contains("L-09 of L-02"));
    }

    @Test
    void whatIsRightPassesAndSaysHowMuchWasCompared() {
        Check parts = judged("C-PARTS");
        assertEquals(Result.PASSED, parts.status());
        assertEquals("按类别分列的数与总数核对5组，合计均等于总数。", parts.zh());
        assertEquals(List.of(), parts.numbers());
        Check subsets = judged("C-SUBSET");
        assertEquals(Result.PASSED, subsets.status());
        int compared = relations.subsets().size() + relations.shares().size();
        assertTrue(compared > 40, () -> "compared: " + compared);
        assertEquals("部分与整体核对%d组，部分均不超过整体。".formatted(compared), subsets.zh());
    }

    @Test
    void partsThatDoNotAddUpAreToldWithTheirNumbers() {
        told.is("M-27-O", 297);
        Check check = judged("C-PARTS");
        assertEquals(Result.FAILED, check.status());
        assertEquals(Severity.WARNING, check.severity());
        assertEquals(
                "分列的数合计不等于总数，请检查未填该类别的记录：“调处成功”400件，"
                        + "按协议形式分列的“其中书面协议”100件、“其中口头协议”297件，合计397，相差3。",
                check.zh());
        assertEquals(
                List.of("M-04", "M-27-O", "M-27-W"),
                check.numbers().stream().map(Number::indicator).sorted().toList());
    }

    @Test
    void aPartAboveItsSetBlocks() {
        told.is("L-06", 7).is("L-06-C", 8);
        Check check = judged("C-SUBSET");
        assertEquals(Result.FAILED, check.status());
        assertEquals(Severity.BLOCKING, check.severity());
        assertEquals("部分多于整体，请核对有关记录：“其中期末前已调结的案件”8件，多于“参与民间纠纷调处”7件。", check.zh());
    }

    @Test
    void moreThanTheWholeOfAShareBlocks() {
        told.share("G-04-T", 52, 50, 0);
        Check check = judged("C-SUBSET");
        assertEquals(Result.FAILED, check.status());
        assertEquals("部分多于整体，请核对有关记录：“学法考试参考率”的分子52，多于分母50。", check.zh());
        assertEquals(
                List.of("/r?part=NUMERATOR", "/r?part=DENOMINATOR"),
                check.numbers().stream().map(Number::receipt).toList());
    }

    @Test
    void whatASilentSourceMayStillTellIsNotJudged() {
        told.partial("M-27-O");
        assertEquals(Result.INCOMPLETE, judged("C-PARTS").status());
    }

    private Check judged(String code) {
        return told.judged(CatalogueRules.all(relations), code);
    }
}
