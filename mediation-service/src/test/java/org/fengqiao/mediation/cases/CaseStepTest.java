package org.fengqiao.mediation.cases;

import static org.fengqiao.mediation.cases.CaseStatus.ACCEPTED;
import static org.fengqiao.mediation.cases.CaseStatus.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.testkit.GoldenFile;
import org.junit.jupiter.api.Test;

/** The life cycle as a table: complete, drawn, and every article on file. */
class CaseStepTest {

    private static final Path DOCS = Path.of("../docs");

    @Test
    void aRefusalNamesTheStepTheStatusAndTheLaw() {
        Refusal refusal = assertThrows(Refusal.class, () -> CaseStep.REFUSE.takenFrom(ACCEPTED));
        assertEquals("RT 3, RT 17", refusal.legalBasis());
        assertEquals("REFUSE is not allowed when the case is ACCEPTED", refusal.en());
        assertTrue(refusal.zh().contains("不予受理"));
    }

    @Test
    void everyStatusIsReached() {
        Set<CaseStatus> reached = EnumSet.noneOf(CaseStatus.class);
        boolean grew = reached.add(CaseStep.REGISTER.to());
        while (grew) {
            grew = false;
            for (CaseStep step : CaseStep.values()) {
                boolean takeable = step.from().stream().anyMatch(reached::contains);
                grew |= takeable && step.to() != null && reached.add(step.to());
            }
        }
        assertEquals(EnumSet.allOf(CaseStatus.class), reached);
    }

    @Test
    void noStepLeadsOutOfAnEnd() {
        Set<CaseStatus> ends =
                EnumSet.complementOf(
                        EnumSet.of(
                                CaseStatus.REGISTERED,
                                CaseStatus.ACCEPTED,
                                CaseStatus.IN_MEDIATION));
        assertTrue(ends.contains(REFUSED));
        for (CaseStatus end : ends) {
            for (CaseStep step : CaseStep.values()) {
                assertTrue(
                        !step.allowedFrom(end) || step.to() == null,
                        () -> step + " leads out of " + end);
            }
        }
    }

    @Test
    void everyArticleIsOnFile() throws IOException {
        for (CaseStep step : CaseStep.values()) {
            for (String article : step.legalBasis().split(", ")) {
                String law = article.substring(0, article.indexOf(' '));
                String text = Files.readString(DOCS.resolve("regulation/" + law + ".md"));
                assertTrue(
                        text.lines().anyMatch(line -> line.equals("## " + article)),
                        () -> step + " cites " + article + ", which is not in docs/regulation");
            }
        }
    }

    @Test
    void theMatrixAndTheDrawingAreCurrent() {
        GoldenFile.inRepository("docs/generated/lifecycle/mediation-case.md").matches(drawing());
    }

    private static String drawing() {
        StringBuilder page = new StringBuilder();
        page.append("# 调解案件的生命周期 Life cycle of a mediation case\n\n");
        page.append("Drawn from `CaseStep` by `CaseStepTest`. ✓ = lawful from that status.\n\n");
        page.append("```mermaid\nstateDiagram-v2\n    [*] --> REGISTERED : REGISTER\n");
        for (CaseStep step : CaseStep.values()) {
            if (step.to() != null) {
                step.from().stream()
                        .sorted()
                        .filter(from -> from != step.to())
                        .forEach(
                                from ->
                                        page.append(
                                                "    %s --> %s : %s\n"
                                                        .formatted(from, step.to(), step)));
            }
        }
        page.append("```\n\n| step | 步骤 | article | ");
        page.append(
                Arrays.stream(CaseStatus.values())
                        .map(Enum::name)
                        .collect(Collectors.joining(" | ")));
        page.append(" | to |\n").append("|---".repeat(CaseStatus.values().length + 4));
        page.append("|\n");
        for (CaseStep step : CaseStep.values()) {
            page.append("| %s | %s | %s |".formatted(step, step.zh(), step.legalBasis()));
            for (CaseStatus status : CaseStatus.values()) {
                page.append(step.allowedFrom(status) ? " ✓ |" : "  |");
            }
            page.append(step.to() == null ? " stays |\n" : " " + step.to() + " |\n");
        }
        return page.toString();
    }
}
