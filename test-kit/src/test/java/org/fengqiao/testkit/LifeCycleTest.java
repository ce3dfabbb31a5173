package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.kit.journal.Step;
import org.fengqiao.kit.web.Coded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Each assertion passes what is right and finds the fault of a table that has it. */
class LifeCycleTest {

    private static final String DOCUMENT = "docs/generated/openapi/mediation.yaml";

    private final LifeCycle<Door, Right> right = LifeCycle.of(Door.class, Right.class);
    private final LifeCycle<Door, Wrong> wrong = LifeCycle.of(Door.class, Wrong.class);

    @Test
    void aStatusThatNoStepReachesIsFound() {
        right.everyStatusIsReached();
        fails(wrong::everyStatusIsReached, "LOCKED");
    }

    @Test
    void anEndWithAWayOutIsFoundAndAnOpenOneToo() {
        right.endsAre(EnumSet.of(Door.LOCKED));
        fails(() -> right.endsAre(EnumSet.of(Door.LOCKED, Door.OPEN)), "OPEN");
        fails(() -> right.endsAre(EnumSet.noneOf(Door.class)), "LOCKED");
    }

    @Test
    void anArticleThatIsNotOnFileIsFound() {
        right.everyArticleIsOnFile();
        fails(wrong::everyArticleIsOnFile, "OPENED cites RT 99");
        Rule rule = Rule.limit("REPLY", Rule.Holder.ORGAN, "asked", "RT 99").days(1);
        fails(DeadlineTable.of("Any", () -> List.of(rule))::everyArticleIsOnFile, "REPLY cites");
    }

    @Test
    void anOperationThatCitesAnotherArticleIsFound() {
        right.isCitedAlikeIn(
                DOCUMENT, Map.of(Right.OPENED, "acceptCase", Right.SHUT, "withdrawCase"));
        fails(
                () ->
                        right.isCitedAlikeIn(
                                DOCUMENT,
                                Map.of(Right.OPENED, "withdrawCase", Right.SHUT, "acceptCase")),
                "OPENED rests on RT 17");
        fails(
                () -> right.isCitedAlikeIn(DOCUMENT, Map.of(Right.OPENED, "acceptCase")),
                "SHUT is taken by no operation");
    }

    @Test
    void theDrawingHasEveryStepAndEveryStatus() {
        assertEquals(
                """
                # Doors

                Drawn from `Right` by `RightTest`. ✓ = lawful from that status.

                ```mermaid
                stateDiagram-v2
                    [*] --> OPEN : OPENED
                    OPEN --> LOCKED : SHUT
                ```

                | step | 步骤 | article | OPEN | LOCKED | to |
                |---|---|---|---|---|---|
                | OPENED | OPENED | RT 17 |  |  | OPEN |
                | SHUT | SHUT | RT 23 | ✓ |  | LOCKED |
                """,
                right.page("Doors"));
        fails(
                () -> right.isDrawnIn("docs/generated/lifecycle/mediation-case.md", "Doors"),
                "differs");
    }

    private static void fails(Executable check, String because) {
        AssertionError error = assertThrows(AssertionError.class, check);
        assertTrue(error.getMessage().contains(because), error::getMessage);
    }

    enum Door implements Coded {
        OPEN,
        LOCKED;

        @Override
        public String code() {
            return name();
        }

        @Override
        public String zh() {
            return name();
        }

        @Override
        public String en() {
            return name();
        }
    }

    interface DoorStep extends Step<Door> {

        @Override
        default String zh() {
            return name();
        }

        @Override
        default String event() {
            return name();
        }

        @Override
        default String subjectZh() {
            return "门";
        }

        @Override
        default String subjectEn() {
            return "door";
        }
    }

    enum Right implements DoorStep {
        OPENED,
        SHUT;

        @Override
        public Set<Door> from() {
            return this == OPENED ? Set.of() : Set.of(Door.OPEN);
        }

        @Override
        public Door to() {
            return this == OPENED ? Door.OPEN : Door.LOCKED;
        }

        @Override
        public String legalBasis() {
            return this == OPENED ? "RT 17" : "RT 23";
        }
    }

    enum Wrong implements DoorStep {
        OPENED;

        @Override
        public Set<Door> from() {
            return Set.of();
        }

        @Override
        public Door to() {
            return Door.OPEN;
        }

        @Override
        public String legalBasis() {
            return "RT 99";
        }
    }
}
