package org.fengqiao.mediation.cases;

import static org.fengqiao.mediation.cases.CaseStatus.ACCEPTED;
import static org.fengqiao.mediation.cases.CaseStatus.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.testkit.GoldenFile;
import org.junit.jupiter.api.Test;

/** The life cycle as a table: complete, drawn, and every article on file. */
class CaseStepTest {

    private static final Path DOCS = Path.of("../docs");

    private static final Map<CaseStep, String> OPERATIONS =
            Map.ofEntries(
                    Map.entry(CaseStep.REGISTER, "registerCase"),
                    Map.entry(CaseStep.ACCEPT, "acceptCase"),
                    Map.entry(CaseStep.REFUSE, "refuseCase"),
                    Map.entry(CaseStep.RECUSE, "recuseMediator"),
                    Map.entry(CaseStep.HOLD_SESSION, "holdSession"),
                    Map.entry(CaseStep.EXTEND, "extendCase"),
                    Map.entry(CaseStep.AGREE, "agreeCase"),
                    Map.entry(CaseStep.VARY_AGREEMENT, "varyAgreement"),
                    Map.entry(CaseStep.TERMINATE, "terminateCase"),
                    Map.entry(CaseStep.END_BY_PARTY, "terminateCase"),
                    Map.entry(CaseStep.WITHDRAW, "withdrawCase"),
                    Map.entry(CaseStep.HAND_OVER, "handOverCase"),
                    Map.entry(CaseStep.RECORD_PERFORMANCE, "recordPerformance"),
                    Map.entry(CaseStep.APPLY_FOR_CONFIRMATION, "applyForConfirmation"),
                    Map.entry(CaseStep.RULE_ON_CONFIRMATION, "ruleOnConfirmation"),
                    Map.entry(CaseStep.FOLLOW_UP, "recordFollowUpVisit"),
                    Map.entry(CaseStep.PREVENT, "recordPreventionAct"),
                    Map.entry(CaseStep.REPORT_RISK, "reportRisk"),
                    Map.entry(CaseStep.ARCHIVE, "archiveCase"),
                    Map.entry(CaseStep.CORRECT, "correctCase"),
                    Map.entry(CaseStep.VOID, "voidCase"));

    @Test
    void aRefusalNamesTheStepTheStatusAndTheLaw() {
        Refusal refusal = assertThrows(Refusal.class, () -> CaseStep.REFUSE.takenFrom(ACCEPTED));
        assertEquals("RT 17", refusal.legalBasis());
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
            String article = step.legalBasis();
            if (article.equals("SETTING")) {
                continue;
            }
            String law = article.substring(0, article.indexOf(' '));
            String text = Files.readString(DOCS.resolve("regulation/" + law + ".md"));
            assertTrue(
                    text.lines().anyMatch(line -> line.equals("## " + article)),
                    () -> step + " cites " + article + ", which is not in docs/regulation");
        }
    }

    /** The operation that takes a step cites what the table cites, or nothing. */
    @Test
    void oneActIsCitedWithOneArticle() throws IOException {
        Pattern operation =
                Pattern.compile("summary: \"?(.*?)\"?\\n(?:.*\\n){0,8}? +operationId: (\\w+)");
        String document = Files.readString(DOCS.resolve("generated/openapi/mediation.yaml"));
        Map<String, String> summaries = new HashMap<>();
        Matcher found = operation.matcher(document);
        while (found.find()) {
            summaries.put(found.group(2), found.group(1));
        }
        for (CaseStep step : CaseStep.values()) {
            String summary = summaries.get(OPERATIONS.get(step));
            assertNotNull(summary, step.name());
            String others = summary.replaceFirst("\\(" + step.legalBasis() + "\\)", "");
            boolean both = step == CaseStep.TERMINATE || step == CaseStep.END_BY_PARTY;
            assertTrue(
                    both ? summary.contains("(RT 23, 26)") : !others.matches(".*[A-Z]{2} \\d.*"),
                    () -> step + " rests on " + step.legalBasis() + ", not on " + summary);
        }
    }

    @Test
    void preventingAndReportingAreOpenAtTheSameTimes() {
        assertEquals(CaseStep.REPORT_RISK.from(), CaseStep.PREVENT.from());
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
