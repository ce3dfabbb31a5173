package org.fengqiao.kit.divisions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.kit.security.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionCodeTest {

    @ParameterizedTest
    @CsvSource({
        "410000000000, PROVINCE, , 419999999999",
        "410400000000, PREFECTURE, 410000000000, 410499999999",
        "410423000000, COUNTY, 410400000000, 410423999999",
        "410423106000, TOWNSHIP, 410423000000, 410423106999",
        "410423106201, VILLAGE, 410423106000, 410423106201"
    })
    void aCodeKnowsItsLevelParentAndRange(String code, Level level, String parent, String last) {
        DivisionCode it = new DivisionCode(code);
        assertEquals(level, it.level());
        assertEquals(Optional.ofNullable(parent), it.parent().map(DivisionCode::value));
        assertEquals(code, it.first());
        assertEquals(last, it.last());
        Scope.Range range = Scope.of(code).ranges().get(0);
        assertEquals(range, new Scope.Range(it.first(), it.last()));
    }

    @ParameterizedTest
    @CsvSource({
        "410400000000, COUNTY, 410400000000",
        "410423000000, TOWNSHIP, 410423000000",
        "410423106000, VILLAGE, 410423106000",
        "410423106201, VILLAGE, 410423106000"
    })
    void aCodeKnowsItsTownshipAndTheLevelBelow(String code, Level below, String township) {
        DivisionCode it = new DivisionCode(code);
        assertEquals(below, it.level().below());
        assertEquals(new DivisionCode(township), it.in(Level.TOWNSHIP));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "410423",
                "41042310600a",
                "4104231060000",
                "000000000000",
                "410023106000",
                "410400106000",
                "410423000201",
                "４１０４２３１０６０００"
            })
    void aGroupAfterAZeroGroupOrAnythingButTwelveDigitsIsRefused(String text) {
        assertFalse(DivisionCode.valid(text));
        assertThrows(IllegalArgumentException.class, () -> new DivisionCode(text));
    }

    @Test
    void aPrefectureWithoutCountiesHasItsTownshipsRightBelow() {
        DivisionCode town = new DivisionCode("441900003000");
        DivisionCode dongguan = new DivisionCode("441900000000");
        assertEquals(Level.TOWNSHIP, town.level());
        assertEquals(Optional.of(dongguan), town.parent());
        assertEquals(Level.TOWNSHIP, dongguan.levelBelow());
        assertEquals(Level.COUNTY, new DivisionCode("410400000000").levelBelow());
        assertTrue(DivisionCode.valid("441900003001"));
        assertFalse(DivisionCode.valid("441900000201"));
    }

    @Test
    void aTownshipContainsItsVillagesAndNoNeighbours() {
        DivisionCode township = new DivisionCode("410423106000");
        assertTrue(township.contains(township));
        assertTrue(township.contains(new DivisionCode("410423106219")));
        assertFalse(township.contains(new DivisionCode("410423107201")));
        assertFalse(township.contains(new DivisionCode("410423000000")));
    }
}
