package dev.slipway.contracts.wire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.slipway.contracts", importOptions = DoNotIncludeTests.class)
class ContractsArchitectureTest {
    @ArchTest
    static final ArchRule knowsOnlyTheJdkTemporalAndJackson = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", "io.temporal..", "com.fasterxml.jackson..", "dev.slipway.contracts..")
            .because("contracts are what services say to each other, whatever they are built with");

    @ArchTest
    static final ArchRule packagesWithoutCycles = slices().matching("dev.slipway.contracts.(*)")
            .should()
            .beFreeOfCycles()
            .because("packages that know each other can only be understood and moved together");
}
