package org.fengqiao.kit.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fengqiao.kit.web.Refusal;
import org.junit.jupiter.api.Test;

class IdentityNumberTest {

    private static final String RIGHT = "11010519491231002X"; // the example of GB 11643

    @Test
    void theCheckDigitDecides() {
        assertTrue(IdentityNumber.isValid(RIGHT));
        assertFalse(IdentityNumber.isValid("110105194912310021"));
        assertFalse(IdentityNumber.isValid("11010519491231002"));
    }

    @Test
    void itIsTheSameNumberInLowerCaseAndFullWidth() {
        assertEquals(RIGHT, IdentityNumber.normal("11010519491231002x"));
        assertEquals(RIGHT, IdentityNumber.normal(" １１０１０５１９４９１２３１００２ｘ"));
    }

    @Test
    void aWrongOneIsRefusedWhereItStands() {
        assertEquals(RIGHT, IdentityNumber.require("11010519491231002x", "/parties/0"));
        assertNull(IdentityNumber.require(null, "/parties/0"));
        Refusal refusal =
                assertThrows(
                        Refusal.class,
                        () -> IdentityNumber.require("110105194912310021", "/parties/1"));
        assertEquals("IDENTITY_NUMBER", refusal.code());
        assertEquals("/parties/1", refusal.faults().get(0).pointer());
    }
}
