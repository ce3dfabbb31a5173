package org.fengqiao.kit.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.fengqiao.kit.security.Scope.Range;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final String VILLAGE = "410423106201";
    private static final String TOWNSHIP = "410423106000";
    private static final String COUNTY = "410423000000";

    @Test
    void aVillageCoversItselfAlone() {
        assertEquals(List.of(VILLAGE, VILLAGE), Scope.of(VILLAGE).arguments());
        assertFalse(Scope.of(VILLAGE).contains(TOWNSHIP));
        assertFalse(Scope.of(VILLAGE).contains("410423106202"));
    }

    @Test
    void aTownshipCoversItsVillagesAndNoNeighbour() {
        Scope township = Scope.of(TOWNSHIP);
        assertTrue(township.contains(TOWNSHIP));
        assertTrue(township.contains(VILLAGE));
        assertFalse(township.contains("410423107201"));
        assertFalse(township.contains(COUNTY));
    }

    @Test
    void aCountyAPrefectureAndAProvinceCoverWhatLiesBelow() {
        assertEquals(List.of(COUNTY, "410423999999"), Scope.of(COUNTY).arguments());
        assertEquals(List.of("410400000000", "410499999999"), Scope.of("410400000000").arguments());
        assertEquals(List.of("410000000000", "419999999999"), Scope.of("410000000000").arguments());
    }

    @Test
    void aGroupOfZerosInTheMiddleStaysInThePrefix() {
        // Dongguan 4419 has no county: its towns are 441900xxx000.
        assertEquals(List.of("441900003000", "441900003999"), Scope.of("441900003000").arguments());
    }

    @Test
    void aGroupThatEndsInZeroIsNoHigherLevel() {
        assertEquals(List.of("410423110000", "410423110999"), Scope.of("410423110000").arguments());
        assertEquals(List.of("410420000000", "410420999999"), Scope.of("410420000000").arguments());
    }

    @Test
    void whatIsNoDivisionHasNoScope() {
        for (String text :
                new String[] {
                    "", "4104", "41042310600x", "4104231060001", "000000000000", "００００００００００００"
                }) {
            assertFalse(Scope.isDivision(text), text);
            assertThrows(IllegalArgumentException.class, () -> Scope.of(text), text);
        }
        assertFalse(Scope.isDivision(null));
        assertFalse(Scope.of(COUNTY).contains(null));
        assertFalse(Scope.of(COUNTY).contains("410423"));
    }

    @Test
    void severalRangesBecomeOneConditionInParentheses() {
        Scope merged =
                new Scope(
                        List.of(
                                new Range(TOWNSHIP, "410423106999"),
                                new Range("410423109000", "410423109999")));
        assertEquals(
                "(c.division between :scopeFrom0 and :scopeTo0 or c.division between :scopeFrom1 and :scopeTo1)",
                merged.clause("c.division"));
        assertEquals(
                Map.of(
                        "scopeFrom0", TOWNSHIP,
                        "scopeTo0", "410423106999",
                        "scopeFrom1", "410423109000",
                        "scopeTo1", "410423109999"),
                merged.parameters());
        assertEquals(
                "(division between ? and ? or division between ? and ?)", merged.sql("division"));
        assertEquals(
                List.of(TOWNSHIP, "410423106999", "410423109000", "410423109999"),
                merged.arguments());
    }

    @Test
    void whatMovedOutIsCutOutAndWhatMovedInIsAdded() {
        Scope moved =
                Scope.of(TOWNSHIP)
                        .without(
                                List.of(
                                        new Range(VILLAGE, VILLAGE),
                                        new Range("410423106900", "410423106999")))
                        .with(List.of(new Range("410423109203", "410423109203")));
        assertEquals(
                List.of(
                        new Range(TOWNSHIP, "410423106200"),
                        new Range("410423106202", "410423106899"),
                        new Range("410423109203", "410423109203")),
                moved.ranges());
        assertFalse(moved.contains(VILLAGE));
        assertTrue(moved.contains("410423106202"));
    }

    @Test
    void aScopeIsNeverEmptyAndARangeNeverBackwards() {
        assertThrows(IllegalArgumentException.class, () -> new Scope(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Range("410423106999", TOWNSHIP));
        assertThrows(IllegalArgumentException.class, () -> new Range("1", "2"));
    }
}
