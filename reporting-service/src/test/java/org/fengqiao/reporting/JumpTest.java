package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** C-JUMP: a figure of the text that changed by more than half, and by ten at least. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class JumpTest {

    private static final String JUMP = "items.find { it.code == 'C-JUMP' }.";

    private final String township = Api.township();

    @Test
    void aChangeIsAJumpByItsShareAndByItsSize() {
        meet("2023", 6);
        meet("2024", 15);
        awaitCount(township, "M-06", "2023", 6);
        awaitCount(township, "M-06", "2024", 15);
        status("PASSED"); // 9 more
        meet("2024", 1);
        awaitCount(township, "M-06", "2024", 16);
        status("FAILED"); // 10 more, and more than half
        meet("2023", 14);
        meet("2024", 14);
        awaitCount(township, "M-06", "2023", 20);
        awaitCount(township, "M-06", "2024", 30);
        status("PASSED"); // half more
    }

    @Test
    void aJumpIsToldWithTheNumbersAndReceiptsOfBothYears() {
        meet("2023", 24);
        meet("2024", 12);
        awaitCount(township, "M-06", "2023", 24);
        awaitCount(township, "M-06", "2024", 12);
        status("PASSED"); // half of it
        meet("2023", 1);
        awaitCount(township, "M-06", "2023", 25);
        String receipt = "/reporting/v1/figures/M-06/%s/%s/receipt";
        Api.checks(township)
                .body(JUMP + "severity", equalTo("WARNING"))
                .body(JUMP + "zh", containsString("“职能部门例会”12次，上年同期25次，减少13次"))
                .body(JUMP + "en", containsString("M-06 12, 25 the year before"))
                .body(JUMP + "numbers.value", equalTo(List.of("12", "25")))
                .body(JUMP + "numbers.title", equalTo(List.of("职能部门例会（2024）", "职能部门例会（2023）")))
                .body(
                        JUMP + "numbers.receipt",
                        equalTo(
                                List.of(
                                        receipt.formatted(township, "2024"),
                                        receipt.formatted(township, "2023"))));
    }

    /** The first year with the suite has no year before: that is no jump from zero. */
    @Test
    void whatNobodyReportedTheYearBeforeIsNotCompared() {
        meet("2024", 40);
        awaitCount(township, "M-06", "2024", 40);
        status("PASSED");
        Api.checks(township).body(JUMP + "zh", containsString("文中0个数与上年同期核对"));
    }

    private void status(String expected) {
        Api.checks(township).body(JUMP + "status", equalTo(expected));
    }

    private void meet(String year, int times) {
        Events.publish(
                IntStream.range(0, times)
                        .mapToObj(it -> Events.meeting(township, year + "-05-06"))
                        .toArray(Snapshot[]::new));
    }
}
