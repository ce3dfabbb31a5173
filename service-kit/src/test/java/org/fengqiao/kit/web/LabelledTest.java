package org.fengqiao.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.fengqiao.kit.web.Labelled.Label;
import org.junit.jupiter.api.Test;

class LabelledTest {

    enum Weekday implements Labelled {
        MONDAY("星期一", "Monday", "周一"),
        SUNDAY("星期日", "Sunday", "星期天", "周日");

        Weekday(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    enum Nameless implements Labelled {
        SAID_NOTHING
    }

    /** An enum that works its labels out, as one may. */
    enum Month implements Labelled {
        MAY;

        @Override
        public Label label() {
            return Labelled.label("五月（" + name() + "）", "May");
        }
    }

    @Test
    void aConstantIsCalledWhatItsConstructorSays() {
        assertEquals(new Label("星期一", "Monday", List.of("周一")), Weekday.MONDAY.label());
        assertEquals(List.of("星期天", "周日"), Weekday.SUNDAY.label().aliases());
        assertEquals("SUNDAY", Weekday.SUNDAY.code());
        assertEquals("星期日", Weekday.SUNDAY.zh());
        assertEquals("Sunday", Weekday.SUNDAY.en());
    }

    @Test
    void nobodyCallsItSomethingElseLater() {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> Weekday.MONDAY.called("周一", "Mon"));
        assertEquals("Weekday.MONDAY was called something before", refused.getMessage());
        assertEquals("星期一", Weekday.MONDAY.zh());
    }

    @Test
    void aConstantThatIsCalledNothingIsRefusedByName() {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, Nameless.SAID_NOTHING::label);
        assertEquals("Nameless.SAID_NOTHING is called nothing", refused.getMessage());
    }

    @Test
    void anEnumMayWorkItsLabelsOut() {
        assertEquals("五月（MAY）", Month.MAY.zh());
    }
}
