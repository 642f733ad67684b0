package dev.slipway.toolkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiConsumer;

/** The parts of rules that ArchUnit has no words for. */
final class Conditions {
    /** The depth of dev.slipway.module.feature. */
    private static final int FEATURE_DEPTH = 4;

    private static final Set<String> BLOCKING = Set.of("block", "blockFirst", "blockLast", "blockOptional");

    private Conditions() {}

    static ArchCondition<JavaClass> enterFeaturesAtTheirRoot() {
        return condition(
                "enter features at their root package",
                (type, events) -> type.getDirectDependenciesFromSelf().stream()
                        .filter(Conditions::isBelowAnotherFeature)
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()))));
    }

    private static boolean isBelowAnotherFeature(Dependency dependency) {
        var target = dependency.getTargetClass().getPackageName();
        var feature = feature(target);
        return target.startsWith("dev.slipway.")
                && !target.equals(feature)
                && !feature.equals(feature(dependency.getOriginClass().getPackageName()));
    }

    private static String feature(String packageName) {
        var parts = packageName.split("\\.");
        return parts.length <= FEATURE_DEPTH ? packageName : String.join(".", Arrays.copyOf(parts, FEATURE_DEPTH));
    }

    static ArchCondition<JavaClass> bePublicOnlyForOtherPackages() {
        return condition("be public only when another package uses them", (type, events) -> {
            var usedElsewhere = type.getDirectDependenciesToSelf().stream()
                    .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
            if (type.getModifiers().contains(JavaModifier.PUBLIC) && !usedElsewhere) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " is public, and used nowhere else"));
            }
        });
    }

    static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return condition("reside in a @NullMarked package", (type, events) -> {
            if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
            }
        });
    }

    static DescribedPredicate<JavaClass> mayNotBlock() {
        return DescribedPredicate.describe(
                "are neither activities nor adapters of the workflow client",
                type -> !type.getName().matches(".*(Activities|Workflows)(\\$.*)?")
                        && type.getAllRawInterfaces().stream()
                                .noneMatch(face -> face.isAnnotatedWith("io.temporal.activity.ActivityInterface")));
    }

    static DescribedPredicate<JavaMethodCall> blocks() {
        return DescribedPredicate.describe(
                "block",
                call -> call.getTargetOwner().getPackageName().startsWith("reactor.core")
                        && BLOCKING.contains(call.getName()));
    }

    static DescribedPredicate<JavaClass> runInWorkflows() {
        return DescribedPredicate.describe(
                "are workflows or what they are made of",
                type -> !type.isInterface() && (isWorkflow(type) || speaksOfWorkflows(type)));
    }

    private static boolean isWorkflow(JavaClass type) {
        return type.getAllRawInterfaces().stream()
                .anyMatch(face -> face.isAnnotatedWith("io.temporal.workflow.WorkflowInterface"));
    }

    /** Whoever asks Temporal for time, timers or children is run by a workflow, whatever it is called. */
    private static boolean speaksOfWorkflows(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> use.getTargetClass().getName().equals("io.temporal.workflow.Workflow"));
    }

    private static ArchCondition<JavaClass> condition(
            String description, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }
}
