package org.fengqiao.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.fengqiao.testkit.ArchitectureRules.complaining;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Version;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.security.Scope;

/** What classes do and do not do. */
final class CodeRules {
    /** Counts and digests, no records, of every division, for an administrator: it has no area. */
    private static final String PARITY = "org.fengqiao.kit.outbox.Parity";

    private CodeRules() {}

    static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(ConfigProperty.class)
                .because("a class names what it needs in its constructor")
                .allowEmptyShould(true);
    }

    static ArchRule entitiesStayInTheirPackage() {
        return classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should(
                        complaining(
                                "be used in their own package only",
                                it ->
                                        it.getDirectDependenciesToSelf().stream()
                                                .filter(CodeRules::crossesPackages)
                                                .map(Dependency::getDescription)))
                .allowEmptyShould(true);
    }

    private static boolean crossesPackages(Dependency use) {
        return !use.getOriginClass().getPackageName().equals(use.getTargetClass().getPackageName());
    }

    static ArchRule versionIsAPlainColumn() {
        return noFields()
                .should()
                .beAnnotatedWith(Version.class)
                .because("it holds the old value until flush, and the event needs the new one")
                .allowEmptyShould(true);
    }

    /** Methods that an interface of the kit prescribes are its own: they walk all records. */
    static ArchRule repositoryReadsTakeAScope() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo(PanacheRepositoryBase.class)
                .and()
                .areNotPrivate()
                .and(describe("return an entity", CodeRules::returnsEntity))
                .and(describe("are not the kit's", it -> !prescribedByTheKit(it)))
                .should()
                .haveRawParameterTypes(
                        describe(
                                "with a Scope",
                                all -> all.stream().anyMatch(it -> it.isEquivalentTo(Scope.class))))
                .because("every read is confined to the caller's area")
                .allowEmptyShould(true);
    }

    private static boolean returnsEntity(JavaMethod method) {
        boolean synthetic = method.getModifiers().contains(JavaModifier.SYNTHETIC);
        return !synthetic
                && method.getReturnType().getAllInvolvedRawTypes().stream()
                        .anyMatch(it -> it.isAnnotatedWith(Entity.class));
    }

    private static boolean prescribedByTheKit(JavaMethod method) {
        return method.getOwner().getAllRawInterfaces().stream()
                .filter(it -> it.getPackageName().startsWith("org.fengqiao.kit"))
                .flatMap(it -> it.getMethods().stream())
                .filter(it -> it.getName().equals(method.getName()))
                .anyMatch(it -> parameters(it).equals(parameters(method)));
    }

    private static List<String> parameters(JavaMethod method) {
        return method.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    }

    static ArchRule resourcesDoNotOpenTheDatabase() {
        return noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .and()
                .doNotHaveFullyQualifiedName(PARITY)
                .should()
                .dependOnClassesThat(describe("open the database", CodeRules::opensTheDatabase))
                .because("only repositories do, and they ask for a scope")
                .allowEmptyShould(true);
    }

    private static boolean opensTheDatabase(JavaClass it) {
        return it.isAssignableTo(EntityManager.class)
                || it.isAssignableTo(DataSource.class)
                || it.isAssignableTo(Connection.class);
    }

    static ArchRule timeComesIn() {
        return classes()
                .that()
                .doNotHaveSimpleName("ClockProducer")
                .should(
                        complaining(
                                "not read the clock",
                                it ->
                                        it.getMethodCallsFromSelf().stream()
                                                .filter(CodeRules::readsTheClock)
                                                .map(JavaAccess::getDescription)))
                .because("time comes in as a parameter; only ClockProducer reads the clock")
                .allowEmptyShould(true);
    }

    private static boolean readsTheClock(JavaAccess<?> call) {
        String method = call.getTarget().getFullName();
        boolean now =
                Stream.of(
                                Instant.class,
                                LocalDate.class,
                                LocalDateTime.class,
                                OffsetDateTime.class,
                                ZonedDateTime.class)
                        .map(it -> it.getName() + ".now(")
                        .anyMatch(
                                it ->
                                        method.equals(it + ")")
                                                || method.equals(it + "java.time.ZoneId)"));
        return now
                || method.startsWith(Clock.class.getName() + ".system")
                || method.equals("java.lang.System.currentTimeMillis()");
    }

    /** What is printed escapes the log's format and its rules on personal data. */
    static ArchRule nothingIsPrinted() {
        return CompositeArchRule.of(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS)
                .and(GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING)
                .allowEmptyShould(true);
    }
}
