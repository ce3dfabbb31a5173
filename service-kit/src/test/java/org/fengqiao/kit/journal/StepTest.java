package org.fengqiao.kit.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.fengqiao.kit.web.Coded;
import org.fengqiao.kit.web.Refusal;
import org.junit.jupiter.api.Test;

class StepTest {

    @Test
    void aStepLeadsToItsStatusOrLeavesItAsItIs() {
        assertEquals(Door.OPEN, Act.BUILD.takenFrom(null));
        assertEquals(Door.SHUT, Act.SHUT.takenFrom(Door.OPEN));
        assertEquals(Door.SHUT, Act.PAINT.takenFrom(Door.SHUT));
    }

    @Test
    void aRefusalNamesTheStepTheStatusAndTheLaw() {
        Refusal refusal = assertThrows(Refusal.class, () -> Act.SHUT.takenFrom(Door.SHUT));
        assertEquals(409, refusal.status());
        assertEquals("STEP_FORBIDDEN", refusal.code());
        assertEquals("“关”的门不能“关门”", refusal.zh());
        assertEquals("SHUT is not allowed when the door is SHUT", refusal.en());
        assertEquals("SETTING", refusal.legalBasis());
        assertEquals(
                "“关门”不是首个步骤", assertThrows(Refusal.class, () -> Act.SHUT.takenFrom(null)).zh());
    }

    private enum Door implements Coded {
        OPEN("开"),
        SHUT("关");

        private final String zh;

        Door(String zh) {
            this.zh = zh;
        }

        @Override
        public String code() {
            return name();
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return name();
        }
    }

    private enum Act implements Step<Door> {
        BUILD("做门", Set.of(), Door.OPEN),
        SHUT("关门", Set.of(Door.OPEN), Door.SHUT),
        PAINT("刷漆", Set.of(Door.OPEN, Door.SHUT), null);

        private final String zh;
        private final Set<Door> from;
        private final Door to;

        Act(String zh, Set<Door> from, Door to) {
            this.zh = zh;
            this.from = from;
            this.to = to;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public Set<Door> from() {
            return from;
        }

        @Override
        public Door to() {
            return to;
        }

        @Override
        public String event() {
            return "house.door." + name();
        }

        @Override
        public String legalBasis() {
            return "SETTING";
        }

        @Override
        public String subjectZh() {
            return "门";
        }

        @Override
        public String subjectEn() {
            return "door";
        }
    }
}
