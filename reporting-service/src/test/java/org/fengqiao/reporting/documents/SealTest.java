package org.fengqiao.reporting.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.fengqiao.reporting.reports.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical form loses nothing, and each difference makes another seal. */
class SealTest {

    @Test
    void theReportOf2024IsReadWhole() {
        Edition edition = Editions.wawu();
        assertEquals(4, edition.sections().size());
        assertEquals(22, edition.figures().size());
        long referred =
                edition.sections().stream()
                        .flatMap(it -> it.items().stream())
                        .flatMap(it -> it.paragraphs().stream())
                        .flatMap(it -> it.pieces().stream())
                        .filter(it -> edition.figure(String.valueOf(it.figure())).isPresent())
                        .count();
        assertEquals(22, referred);
    }

    @Test
    void theCanonicalFormHasItsKeysInOrderAndNoSpace() {
        String canonical = Seal.canonical(changed("甲𠮷\"\\/\n\t<&>\u00e9\u2028", "1"));
        assertTrue(
                canonical.startsWith(
                        "{\"changes\":[{\"after\":1,\"before\":1,\"en\":\"\",\"figure\":\"M-01\",\"zh\":"
                                + "\"甲𠮷\\\"\\\\/\\n\\t<&>é\u2028\"}],\"checks\":["),
                canonical);
        assertTrue(canonical.contains("\"signedOn\":\"2025-01-08\""));
        assertFalse(canonical.contains("null"));
    }

    @ParameterizedTest
    @CsvSource({
        "410, 410",
        "100.00, 100",
        "0, 0",
        "0.00, 0",
        "0.01, 0.01",
        "-3.50, -3.5",
        "99.99, 99.99",
        "1E+3, 1000",
        "9999999999999.99, 9999999999999.99",
        "-9999999999999.99, -9999999999999.99",
        "1000000000000.01, 1000000000000.01",
    })
    void aNumberIsKeptToItsLastCent(String number, String canonical) {
        assertTrue(
                Seal.canonical(changed("", number))
                        .startsWith("{\"changes\":[{\"after\":" + canonical + ","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999.99", "0.12345678901234567890", "1E+400"})
    void aNumberThatWouldBeRoundedIsRefused(String number) {
        Edition edition = changed("", number);
        assertThrows(IllegalArgumentException.class, () -> Seal.canonical(edition));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0008", "\u001f", "\u007f", "\ud842", "a\udfb7", "\uffff"})
    void aCharacterThatNoDocumentCanHoldIsRefused(String character) {
        Edition edition = changed(character, "1");
        assertThrows(IllegalArgumentException.class, () -> Seal.canonical(edition));
    }

    @Test
    void theSealIsOverTheContent() {
        assertEquals(
                "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
                Seal.of("{}"));
        String one = Seal.of(Seal.canonical(changed("甲", "1.0")));
        assertEquals(one, Seal.of(Seal.canonical(changed("甲", "1"))));
        assertNotEquals(one, Seal.of(Seal.canonical(changed("乙", "1"))));
        assertNotEquals(one, Seal.of(Seal.canonical(changed("甲", "1.01"))));
    }

    private static Edition changed(String zh, String number) {
        return Editions.changed(zh, new BigDecimal(number));
    }
}
