package dev.slipway.toolkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of structure, run on each module by its own ArchitectureTest. */
public final class ArchitectureRules {
    private static final String SPRING = "org.springframework..";
    private static final String BAD_NAME = ".*(Impl|Utils?|Helper|Manager|DTO|Dto)";

    @ArchTest
    static final ArchTests TIME_AND_THREADS = ArchTests.in(TimeAndThreadRules.class);

    @ArchTest
    static final ArchRule PACKAGES_WITHOUT_CYCLES = slices().matching("dev.slipway.(**)")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("packages that know each other can only be understood, tested and moved together");

    @ArchTest
    static final ArchRule FEATURES_ENTERED_AT_THEIR_ROOT = classes()
            .should(Conditions.enterFeaturesAtTheirRoot())
            .allowEmptyShould(true)
            .because("what lies below a feature is its own affair and may change without asking");

    @ArchTest
    static final ArchRule CONTRACTS_WITHOUT_SPRING = noClasses()
            .that()
            .resideInAPackage("dev.slipway.contracts..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SPRING)
            .allowEmptyShould(true)
            .because("contracts are what services say to each other, whatever they are built with");

    @ArchTest
    static final ArchRule GATEWAY_WITHOUT_TEMPORAL = noClasses()
            .that()
            .resideInAPackage("dev.slipway.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.temporal..", "dev.slipway.contracts..", "dev.slipway.toolkit.temporal..")
            .allowEmptyShould(true)
            .because("the door starts no work, and with gRPC on its class path Spring Cloud Gateway does not start");

    @ArchTest
    static final ArchRule TELLING_NAMES = noClasses()
            .should()
            .haveNameMatching(BAD_NAME)
            .allowEmptyShould(true)
            .because("such a name says what a class is to the language, not what it is for");

    @ArchTest
    static final ArchRule PACKAGES_ARE_FEATURES = noClasses()
            .should()
            .resideInAnyPackage(
                    "..common..", "..util..", "..misc..", "..config..", "..service..", "..model..", "..helper..")
            .allowEmptyShould(true)
            .because("a package is a feature; a drawer for everything is none");

    @ArchTest
    static final ArchRule EDGES_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
            .or()
            .areAnnotatedWith("org.springframework.context.annotation.Configuration")
            .should()
            .notBePublic()
            .allowEmptyShould(true)
            .because("Spring finds them, and nobody else has to");

    @ArchTest
    static final ArchRule PUBLIC_ONLY_WHEN_NEEDED = classes()
            .that()
            .areAnnotatedWith("org.springframework.stereotype.Service")
            .or()
            .areAnnotatedWith("org.springframework.stereotype.Component")
            .or()
            .areAssignableTo("org.springframework.data.repository.Repository")
            .should(Conditions.bePublicOnlyForOtherPackages())
            .allowEmptyShould(true)
            .because("what only its own feature uses is its own affair");

    @ArchTest
    static final ArchRule CONSTRUCTOR_INJECTION = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .allowEmptyShould(true)
            .because("a constructor shows what a class needs, and a test can call it");

    @ArchTest
    static final ArchRule FIELDS_ARE_PRIVATE = fields().that()
            .areNotStatic()
            .should()
            .notBePublic()
            .allowEmptyShould(true)
            .because("state is changed only by the class that owns it");

    @ArchTest
    static final ArchRule CONFIGURATION_IN_RECORDS = classes()
            .that()
            .areAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
            .should()
            .beRecords()
            .allowEmptyShould(true)
            .because("configuration does not change while a service runs");

    @ArchTest
    static final ArchRule NULL_MARKED = classes()
            .should(Conditions.resideInANullMarkedPackage())
            .allowEmptyShould(true)
            .because("NullAway checks only what is marked");

    @ArchTest
    static final ArchRule ONE_HOME_FOR_SSH = home(resideInAPackage("net.schmizz.."), "..ssh..");

    @ArchTest
    static final ArchRule ONE_HOME_FOR_KUBERNETES = home(resideInAPackage("io.fabric8.."), "..kubernetes..");

    @ArchTest
    static final ArchRule ONE_HOME_FOR_THE_WORKFLOW_CLIENT = home(
            assignableTo("io.temporal.client.WorkflowClient").or(assignableTo("io.temporal.client.WorkflowStub")),
            "dev.slipway.plan.run..",
            "dev.slipway.toolkit.temporal..");

    /**
     * Terraform and Ansible are programs: who runs programs is where they are at home. The command line runs many,
     * through one class; where each is at home it says itself.
     */
    @ArchTest
    static final ArchRule ONE_HOME_FOR_EACH_PROGRAM = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.slipway.toolkit..",
                    "dev.slipway.cli.external..",
                    "..provisioning.terraform..",
                    "..provisioning.region..",
                    "..ansible..")
            .and()
            .areNotAnnotatedWith("org.springframework.context.annotation.Configuration")
            .should()
            .dependOnClassesThat(
                    assignableTo("dev.slipway.toolkit.process.ProcessRunner").or(equivalentTo(ProcessBuilder.class)))
            .allowEmptyShould(true)
            .because("a program with one home can be replaced, and faked at one seam");

    private ArchitectureRules() {}

    private static ArchRule home(DescribedPredicate<? super JavaClass> library, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat(library)
                .allowEmptyShould(true)
                .because("a library with one home can be replaced, and faked at one seam");
    }
}
