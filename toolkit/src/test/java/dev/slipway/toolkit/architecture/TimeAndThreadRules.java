package dev.slipway.toolkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/** The rules about clocks, blocking and what a workflow may do. */
final class TimeAndThreadRules {
    @ArchTest
    static final ArchRule INJECTED_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .allowEmptyShould(true)
            .because("a test has to be able to say what time it is");

    @ArchTest
    static final ArchRule NO_BLOCKING = noClasses()
            .that(Conditions.mayNotBlock())
            .should()
            .callMethodWhere(Conditions.blocks())
            .allowEmptyShould(true)
            .because("a blocked event loop stops every request of the service");

    @ArchTest
    static final ArchRule DETERMINISTIC_WORKFLOWS = noClasses()
            .that(Conditions.runInWorkflows())
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.io..",
                    "java.nio..",
                    "java.net..",
                    "org.springframework..",
                    "reactor..",
                    "java.util.concurrent.."))
            .orShould()
            .dependOnClassesThat(type(System.class))
            .orShould()
            .dependOnClassesThat(type(Thread.class))
            .orShould()
            .dependOnClassesThat(type(Random.class))
            .orShould()
            .dependOnClassesThat(type(LoggerFactory.class))
            .allowEmptyShould(true)
            .because("a workflow is replayed, and has to decide the same again");

    private TimeAndThreadRules() {}
}
