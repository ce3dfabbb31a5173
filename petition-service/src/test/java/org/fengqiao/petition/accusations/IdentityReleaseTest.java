package org.fengqiao.petition.accusations;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.fengqiao.kit.web.Refusal;
import org.junit.jupiter.api.Test;

/** A release is for one reading, and for a while. */
class IdentityReleaseTest {

    private static final Instant AT = Instant.parse("2024-03-04T08:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void itIsReadUntilTheLastMomentAndNotAfter() {
        assertDoesNotThrow(() -> released().readIdentity("handler", AT.plus(DAY).minusMillis(1)));
        Refusal late =
                assertThrows(Refusal.class, () -> released().readIdentity("handler", AT.plus(DAY)));
        assertEquals("IDENTITY_NOT_RELEASED", late.code());
        assertEquals("XF 30", late.legalBasis());
    }

    @Test
    void theSameReadingIsAnsweredAgainWhileItLasts() {
        Accusation it = released();
        it.readIdentity("handler", AT);
        assertDoesNotThrow(() -> it.requireRead("handler", AT.plusSeconds(60)));
        assertThrows(Refusal.class, () -> it.requireRead("handler", AT.plus(DAY)));
        assertThrows(Refusal.class, () -> it.requireRead("chief", AT.plusSeconds(60)));
        assertThrows(Refusal.class, () -> it.readIdentity("handler", AT.plusSeconds(60)));
    }

    @Test
    void whoAskedDoesNotAnswer() {
        Accusation it = asked();
        Refusal refusal =
                assertThrows(
                        Refusal.class,
                        () -> it.releaseIdentity("handler", "handler", AT, "同意", DAY));
        assertEquals("SECOND_PERSON", refusal.code());
    }

    private static Accusation released() {
        Accusation it = asked();
        it.releaseIdentity("handler", "chief", AT, "同意", DAY);
        return it;
    }

    private static Accusation asked() {
        Accusation it = new Accusation(UUID.randomUUID());
        it.take(AccusationStep.TAKE_IN);
        it.matter = new Matter();
        it.requestIdentity("handler", AT, "须当面询问");
        return it;
    }
}
