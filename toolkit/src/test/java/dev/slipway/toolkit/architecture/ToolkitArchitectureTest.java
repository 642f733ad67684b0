package dev.slipway.toolkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.slipway",
        importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
class ToolkitArchitectureTest {
    @ArchTest
    static final ArchTests rules = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule processKnowsOnlyTheJdk = noClasses()
            .that()
            .resideInAPackage("dev.slipway.toolkit.process..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "org.jspecify..", "dev.slipway.toolkit.process..")
            .because("the runner of programs is of use without Spring and Temporal");

    @ArchTest
    static final ArchRule tokensAndWebStandAlone = noClasses()
            .that()
            .resideInAnyPackage("dev.slipway.toolkit.token..", "dev.slipway.toolkit.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.slipway.toolkit.temporal..",
                    "dev.slipway.toolkit.process..",
                    "dev.slipway.toolkit.log..",
                    "dev.slipway.toolkit.planservice..",
                    "io.temporal..")
            .because("the gateway uses them, and has no Temporal on its class path");
}
