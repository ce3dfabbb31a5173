package org.fengqiao.petition.petitions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.codes.Route;
import org.junit.jupiter.api.Test;

/** The setting fengqiao.petition.extension-once: whether one extension is all (XF 34). */
class PetitionExtensionTest {

    private static final LocalDate ON = LocalDate.of(2024, 4, 1);

    @Test
    void whereItIsSetThereIsOneExtensionOnly() {
        Refusal refusal = refused(true, extended(10), 5);
        assertEquals("EXTENDED_ALREADY", refusal.code());
        assertEquals("SETTING", refusal.legalBasis());
        assertEquals(409, refusal.status());
    }

    /** The controls: a first one is not refused for it, and without the setting no further one. */
    @Test
    void otherwiseOnlyTheirSumIsLimited() {
        assertEquals("EXTENSION_TOO_LONG", refused(true, extended(), 31).code());
        assertEquals("EXTENSION_TOO_LONG", refused(false, extended(10), 21).code());
    }

    private static Refusal refused(boolean once, Petition it, int days) {
        // Neither calendar nor clock is asked before these are told.
        PetitionDeadlines deadlines = new PetitionDeadlines(null, null, once);
        return assertThrows(Refusal.class, () -> deadlines.requireExtendable(it, extension(days)));
    }

    private static Petition extended(int... days) {
        Petition it = new Petition();
        it.route = Route.HANDLING_OPINION;
        for (int more : days) {
            it.handling.extensions.add(extension(more));
        }
        return it;
    }

    private static Handling.Extension extension(int days) {
        return new Handling.Extension(ON, days, null, ON, null);
    }
}
