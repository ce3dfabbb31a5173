package org.fengqiao.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/**
 * What holds for every module's code. A module's test says {@code
 * ArchitectureRules.check("org.fengqiao.mediation")}; each rule has a class that fails it in this
 * module's own tests.
 */
public final class ArchitectureRules {
    private ArchitectureRules() {}

    /** Checks a module's main classes against every rule; fails with all violations at once. */
    public static void check(String basePackage) {
        JavaClasses found =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(basePackage);
        assertAll(all().values().stream().map(rule -> (Executable) () -> rule.check(found)));
    }

    /** Checks a module's tests: they neither sleep nor replace the suite's own classes. */
    public static void checkTests(String basePackage) {
        testsNeitherSleepNorMock()
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.OnlyIncludeTests())
                                .importPackages(basePackage));
    }

    /** The rules for main classes by name. */
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
        all.put("theKitKnowsNoDomain", NameRules.theKitKnowsNoDomain());
        return all;
    }

    static ArchRule testsNeitherSleepNorMock() {
        return noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.mockito..")
                .allowEmptyShould(true);
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
