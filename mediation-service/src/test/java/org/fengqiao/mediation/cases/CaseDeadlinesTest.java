package org.fengqiao.mediation.cases;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.testkit.GoldenFile;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The deadline rules as a jurist reads them. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CaseDeadlinesTest {

    @Inject CaseDeadlines deadlines;

    @Test
    void theTableIsCurrent() {
        StringBuilder page = new StringBuilder("# 调解案件的期限 Deadlines of a mediation case\n\n");
        page.append(
                "Drawn from `CaseDeadlines` by `CaseDeadlinesTest`. SETTING: no law sets it.\n\n");
        page.append("| rule | 名称 | kind | holder | starts | length | extension | basis |\n");
        page.append("|---|---|---|---|---|---|---|---|\n");
        for (Rule rule : deadlines.rules()) {
            page.append(
                    "| %s | %s | %s | %s | %s | %d %s | %d | %s |\n"
                            .formatted(
                                    rule.code(),
                                    rule.zh(),
                                    rule.kind(),
                                    rule.holder(),
                                    rule.startEvent(),
                                    rule.length(),
                                    rule.unit(),
                                    rule.extensionDays(),
                                    rule.legalBasis()));
        }
        GoldenFile.inRepository("docs/generated/deadlines/mediation-case.md")
                .matches(page.toString());
    }

    @Test
    void everyArticleIsOnFile() throws IOException {
        for (Rule rule : deadlines.rules()) {
            if (rule.legalBasis().equals("SETTING")) {
                continue;
            }
            String law = rule.legalBasis().substring(0, rule.legalBasis().indexOf(' '));
            String text = Files.readString(Path.of("../docs/regulation/" + law + ".md"));
            assertTrue(
                    text.lines().anyMatch(("## " + rule.legalBasis())::equals),
                    () -> rule.code() + " cites " + rule.legalBasis());
        }
    }
}
