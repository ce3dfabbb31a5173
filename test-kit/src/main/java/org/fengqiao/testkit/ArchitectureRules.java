package org.fengqiao.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/**
 * What holds for every module's code. A service's test says {@code
 * ArchitectureRules.check("org.fengqiao.mediation")}; the kit, which stands below this module, is
 * checked by this module's own tests. Each rule has a class here that fails it.
 */
public final class ArchitectureRules {
    private static final String KIT = "org.fengqiao.kit";

    private ArchitectureRules() {}

    /** Checks a service's main classes against every rule; fails with all violations at once. */
    public static void check(String basePackage) {
        check(mainClasses(basePackage), all());
    }

    /** Checks the kit's main classes, which know no domain either. */
    static void checkKit() {
        check(mainClasses(KIT), ofTheKit());
    }

    private static void check(JavaClasses found, Map<String, ArchRule> rules) {
        assertAll(rules.values().stream().map(rule -> (Executable) () -> rule.check(found)));
    }

    private static JavaClasses mainClasses(String basePackage) {
        return some(
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(basePackage),
                basePackage);
    }

    /**
     * Checks a module's tests: they are run, and neither sleep nor replace the suite's own classes.
     */
    public static void checkTests(String basePackage) {
        JavaClasses found =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.OnlyIncludeTests())
                        .importPackages(basePackage);
        check(some(found, basePackage), ofTests());
    }

    /** The same for tests that are not on the class path: those of the modules below this one. */
    static void checkTests(Path compiled) {
        JavaClasses found = new ClassFileImporter().importPath(compiled);
        check(some(found, compiled.toString()), ofTests());
    }

    /** A rule over no class would pass and guard nothing. */
    private static JavaClasses some(JavaClasses found, String where) {
        assertFalse(found.isEmpty(), () -> "There is no class to check in " + where);
        return found;
    }

    /** The rules for the main classes of every module, by name. */
    static Map<String, ArchRule> all() {
        Map<String, ArchRule> all = new LinkedHashMap<>();
        all.put("noFieldInjection", CodeRules.noFieldInjection());
        all.put("entitiesStayInTheirPackage", CodeRules.entitiesStayInTheirPackage());
        all.put("versionIsAPlainColumn", CodeRules.versionIsAPlainColumn());
        all.put("repositoryReadsTakeAScope", CodeRules.repositoryReadsTakeAScope());
        all.put("resourcesDoNotOpenTheDatabase", CodeRules.resourcesDoNotOpenTheDatabase());
        all.put("timeComesIn", CodeRules.timeComesIn());
        all.put("nothingIsPrinted", CodeRules.nothingIsPrinted());
        all.put("packagesAreNounsOfTheOffice", NameRules.packagesAreNounsOfTheOffice());
        all.put("namesAreNotVague", NameRules.namesAreNotVague());
        all.put("servicesStandAlone", NameRules.servicesStandAlone());
        return all;
    }

    /** The same and the kit's own. */
    static Map<String, ArchRule> ofTheKit() {
        Map<String, ArchRule> rules = all();
        rules.put("theKitKnowsNoDomain", NameRules.theKitKnowsNoDomain());
        return rules;
    }

    /** The rules for the tests of every module, by name. */
    static Map<String, ArchRule> ofTests() {
        return Map.of(
                "testsNeitherSleepNorMock", testsNeitherSleepNorMock(),
                "testsAreRun", NameRules.testsAreRun());
    }

    static ArchRule testsNeitherSleepNorMock() {
        return noClasses()
                .should()
                .callMethodWhere(describe("sleeps", ArchitectureRules::sleeps))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mockito..", "io.quarkus.test.junit.mockito..");
    }

    private static boolean sleeps(JavaMethodCall call) {
        return call.getName().equals("sleep")
                && (call.getTargetOwner().isEquivalentTo(Thread.class)
                        || call.getTargetOwner().isEquivalentTo(TimeUnit.class));
    }

    /** A condition that complains of a class in words, or gives no complaint. */
    static ArchCondition<JavaClass> complaining(
            String description, Function<JavaClass, Stream<String>> complaints) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass it, ConditionEvents events) {
                complaints
                        .apply(it)
                        .forEach(why -> events.add(SimpleConditionEvent.violated(it, why)));
            }
        };
    }
}
