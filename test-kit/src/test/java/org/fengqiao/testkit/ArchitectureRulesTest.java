package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {
    private static final String WRONG = "org.fengqiao.wrong.cases.";

    /** Each rule with the class that must fail it. */
    private static final Map<String, String> CONTROLS =
            Map.ofEntries(
                    Map.entry("noFieldInjection", WRONG + "WrongInjection"),
                    Map.entry("entitiesStayInTheirPackage", "org.fengqiao.wrong.views.WrongView"),
                    Map.entry("versionIsAPlainColumn", WRONG + "WrongEntity"),
                    Map.entry("repositoryReadsTakeAScope", WRONG + "WrongEntities"),
                    Map.entry("resourcesDoNotOpenTheDatabase", WRONG + "WrongResource"),
                    Map.entry("timeComesIn", WRONG + "WrongTime"),
                    Map.entry("packagesAreNounsOfTheOffice", "org.fengqiao.wrong.util.Anything"),
                    Map.entry("namesAreNotVague", WRONG + "WrongHelper"),
                    Map.entry("servicesStandAlone", WRONG + "WrongNeighbour"),
                    Map.entry("theKitKnowsNoDomain", "org.fengqiao.kit.wrong.WrongCases"),
                    Map.entry("nothingIsPrinted", WRONG + "WrongPrint"));

    static Stream<Map.Entry<String, ArchRule>> rules() {
        return ArchitectureRules.ofTheKit().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleCatchesItsNegativeControl(Map.Entry<String, ArchRule> rule) {
        EvaluationResult result =
                rule.getValue()
                        .evaluate(
                                new ClassFileImporter()
                                        .importPackages(
                                                "org.fengqiao.wrong",
                                                "org.fengqiao.kit.wrong",
                                                "org.fengqiao.right"));
        assertTrue(result.hasViolation(), rule.getKey());
        assertTrue(
                result.getFailureReport().toString().contains(CONTROLS.get(rule.getKey())),
                () -> rule.getKey() + " complains of another class:\n" + result.getFailureReport());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleLetsTheRightWayPass(Map.Entry<String, ArchRule> rule) {
        rule.getValue()
                .check(
                        new ClassFileImporter()
                                .importPackages("org.fengqiao.right", "org.fengqiao.kit.right"));
    }

    @Test
    void anOverloadOfWhatTheKitPrescribesNeedsItsScope() {
        EvaluationResult result =
                CodeRules.repositoryReadsTakeAScope()
                        .evaluate(new ClassFileImporter().importPackages("org.fengqiao.wrong"));
        assertTrue(result.getFailureReport().toString().contains(WRONG + "WrongOverload"));
    }

    @Test
    void everyRuleHasANegativeControl() {
        assertEquals(CONTROLS.keySet(), ArchitectureRules.ofTheKit().keySet());
    }

    @Test
    void aFieldOfTheKitMayNotSayItEither() {
        EvaluationResult result =
                NameRules.theKitKnowsNoDomain()
                        .evaluate(new ClassFileImporter().importPackages("org.fengqiao.kit.wrong"));
        assertTrue(result.getFailureReport().toString().contains("WrongField says dispute"));
    }

    @Test
    void noRuleOfTheKitPassesOverNoClassOfTheKit() {
        JavaClasses service = new ClassFileImporter().importPackages("org.fengqiao.right");
        assertThrows(AssertionError.class, () -> NameRules.theKitKnowsNoDomain().check(service));
        assertThrows(AssertionError.class, () -> ArchitectureRules.check("org.fengqiao.nowhere"));
        assertThrows(
                AssertionError.class, () -> ArchitectureRules.checkTests("org.fengqiao.nowhere"));
    }

    @Test
    void aTestThatSleepsIsCaught() {
        ArchRule rule = ArchitectureRules.testsNeitherSleepNorMock();
        ClassFileImporter importer = new ClassFileImporter();
        String report =
                rule.evaluate(importer.importPackages("org.fengqiao.wrong"))
                        .getFailureReport()
                        .toString();
        assertTrue(report.contains(WRONG + "WrongSleep"), report);
        assertTrue(report.contains(WRONG + "WrongPause"), report);
        assertFalse(rule.evaluate(importer.importPackages("org.fengqiao.right")).hasViolation());
    }

    /**
     * A class of tests that Surefire does not take by its name runs nowhere, and nobody sees it.
     */
    @Test
    void aTestThatNeverRunsIsCaught() {
        ArchRule rule = NameRules.testsAreRun();
        ClassFileImporter importer = new ClassFileImporter();
        String report =
                rule.evaluate(importer.importPackages("org.fengqiao.wrong"))
                        .getFailureReport()
                        .toString();
        for (String test : List.of("holdsOnPaper()", "holdsForOne(int)", "$Within.holdsWithin()")) {
            assertTrue(report.contains(test + " never runs"), test + " in " + report);
        }
        assertFalse(rule.evaluate(importer.importPackages("org.fengqiao.testkit")).hasViolation());
    }

    @Test
    void theTestsOfAModuleAreHeldToEveryRuleOfTests() {
        for (String rule : List.of("testsNeitherSleepNorMock", "testsAreRun")) {
            assertTrue(ArchitectureRules.ofTests().containsKey(rule), rule);
        }
        assertThrows(
                AssertionError.class, () -> ArchitectureRules.checkTests("org.fengqiao.wrong"));
    }
}
