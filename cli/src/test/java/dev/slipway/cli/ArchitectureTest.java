package dev.slipway.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.toolkit.architecture.ArchitectureRules;
import java.util.Map;

@AnalyzeClasses(
        packages = "dev.slipway",
        importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
class ArchitectureTest {
    /** Where each program is at home: in a package, or in a class when it takes no more. */
    private static final Map<String, String> HOMES = Map.ofEntries(
            entry("docker", "docker."),
            entry("go", "gobuild."),
            entry("apt-get, apt-ftparchive, dpkg-deb", "offlinepackage.debian."),
            entry("gcc", "offlinepackage.build.SourceOutputs"),
            entry("registry", "offlinepackage.image.LocalRegistry"),
            entry("build of the container host", "demo.HostImage"),
            entry("kubectl", "demo.Kubectl"),
            entry("initdb", "platform.postgres."),
            entry("temporal-sql-tool", "platform.temporal."),
            entry("supervisord", "platform.supervisor."),
            entry("java", "platform.services.ServiceFiles"),
            entry("terraform", "platform.Terraform"),
            entry("tail", "LogsCommand"));

    @ArchTest
    static final ArchTests rules = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule oneHomeForEachProgram = noClasses()
            .that(describe("are no homes of programs", ArchitectureTest::isNoHome))
            .should()
            .dependOnClassesThat(equivalentTo(ExternalProgram.class))
            .because("a program with one home can be replaced, and faked at one seam");

    @ArchTest
    static void everyHomeIsLivedIn(JavaClasses classes) {
        assertThat(HOMES.values())
                .allMatch(home -> classes.stream().anyMatch(type -> isAtHome(type, home) && runsPrograms(type)));
    }

    private static boolean isNoHome(JavaClass type) {
        return !type.isEquivalentTo(ExternalProgram.class)
                && HOMES.values().stream().noneMatch(home -> isAtHome(type, home));
    }

    private static boolean isAtHome(JavaClass type, String home) {
        return type.getName().startsWith("dev.slipway.cli." + home);
    }

    private static boolean runsPrograms(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> use.getTargetClass().isEquivalentTo(ExternalProgram.class));
    }
}
