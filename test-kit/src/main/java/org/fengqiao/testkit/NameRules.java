package org.fengqiao.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.fengqiao.testkit.ArchitectureRules.complaining;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What things are called, and which module may name which. */
final class NameRules {
    private static final String BASE = "org.fengqiao.";
    private static final Set<String> LAYERS =
            Set.of(
                    "service",
                    "services",
                    "dto",
                    "util",
                    "utils",
                    "impl",
                    "helper",
                    "helpers",
                    "common",
                    "model",
                    "models",
                    "controller",
                    "repository",
                    "repositories");
    private static final Set<String> DOMAIN_WORDS =
            Set.of(
                    "mediation",
                    "mediator",
                    "petition",
                    "case",
                    "committee",
                    "screening",
                    "meeting",
                    "dispute",
                    "adviser",
                    "visit",
                    "consultation");

    /** What makes a method a test: of JUnit and, where the kit has properties, of jqwik. */
    private static final Set<String> TESTS =
            Set.of(
                    "org.junit.jupiter.api.Test",
                    "org.junit.jupiter.api.RepeatedTest",
                    "org.junit.jupiter.api.TestFactory",
                    "org.junit.jupiter.api.TestTemplate",
                    "org.junit.jupiter.params.ParameterizedTest",
                    "net.jqwik.api.Property",
                    "net.jqwik.api.Example");

    /** 办理案件, a code on the wire: every service handles cases of some kind. */
    private static final String CASE_HANDLING = "org.fengqiao.kit.security.Purpose.CASE_HANDLING";

    /** The framework's word for walking over its resources. */
    private static final String VISITOR = "visitRuntimeResource";

    private NameRules() {}

    static ArchRule packagesAreNounsOfTheOffice() {
        return classes()
                .should(
                        complaining(
                                "be in packages that are nouns of the office, not layers",
                                it ->
                                        Arrays.stream(it.getPackageName().split("\\."))
                                                .filter(LAYERS::contains)
                                                .map(word -> it.getName() + " is in " + word)))
                .allowEmptyShould(true);
    }

    static ArchRule namesAreNotVague() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Impl|Manager|Dto|DTO)")
                .because("a whole word says what it does")
                .allowEmptyShould(true);
    }

    static ArchRule servicesStandAlone() {
        return classes()
                .should(
                        complaining(
                                "use their own service and the kit only",
                                it ->
                                        it.getDirectDependenciesFromSelf().stream()
                                                .filter(use -> foreign(it, use.getTargetClass()))
                                                .map(Dependency::getDescription)))
                .allowEmptyShould(true);
    }

    /**
     * Surefire takes a class by its name: of another name, it is compiled and never run. An
     * abstract one is run by name of those that extend it.
     */
    static ArchRule testsAreRun() {
        return classes()
                .should(
                        complaining(
                                "be named …Test where they have tests",
                                it ->
                                        it.getMethods().stream()
                                                .filter(NameRules::isTest)
                                                .filter(test -> !isAbstract(it) && !isTaken(it))
                                                .map(test -> test.getFullName() + " never runs")));
    }

    private static boolean isAbstract(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    private static boolean isTest(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(it -> TESTS.contains(it.getRawType().getName()));
    }

    /** A nested class runs with the one around it. */
    private static boolean isTaken(JavaClass it) {
        return it.getEnclosingClass()
                .map(NameRules::isTaken)
                .orElseGet(() -> it.getSimpleName().endsWith("Test"));
    }

    private static boolean foreign(JavaClass user, JavaClass used) {
        String module = module(used);
        return !module.isEmpty() && !module.equals("kit") && !module.equals(module(user));
    }

    private static String module(JavaClass it) {
        String name = it.getPackageName() + ".";
        return name.startsWith(BASE)
                ? name.substring(BASE.length(), name.indexOf('.', BASE.length()))
                : "";
    }

    /** Its packages, classes, fields and methods; fails too where no class of the kit is found. */
    static ArchRule theKitKnowsNoDomain() {
        return classes()
                .that()
                .resideInAPackage(BASE + "kit..")
                .should(
                        complaining(
                                "be named without a word of one service",
                                it ->
                                        names(it)
                                                .flatMap(NameRules::words)
                                                .filter(DOMAIN_WORDS::contains)
                                                .map(word -> it.getName() + " says " + word)));
    }

    private static Stream<String> names(JavaClass it) {
        return Stream.of(
                        Arrays.stream(it.getPackageName().split("\\.")),
                        Stream.of(it.getSimpleName()),
                        it.getMembers().stream()
                                .filter(member -> !member.getFullName().equals(CASE_HANDLING))
                                .map(JavaMember::getName)
                                .filter(name -> !name.equals(VISITOR)))
                .flatMap(names -> names);
    }

    private static Stream<String> words(String name) {
        return Arrays.stream(name.split("(?<=[a-z])(?=[A-Z])|_"))
                .map(word -> word.toLowerCase(Locale.ROOT).replaceFirst("s$", ""));
    }
}
