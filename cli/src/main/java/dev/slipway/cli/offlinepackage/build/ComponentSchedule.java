package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Product;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs the work on components, as many at a time as helps, each after those it stands on. */
final class ComponentSchedule {
    /**
     * Compilers use all processors by themselves; a second component fills the pauses of their linkers and downloads.
     */
    private static final int PARALLEL = 2;

    private final Recipe recipe;

    ComponentSchedule(Recipe recipe) {
        this.recipe = recipe;
    }

    /** The component with all it stands on, those first. */
    List<Component> withDependencies(Component component) {
        Set<Component> result = new LinkedHashSet<>();
        dependencies(component).forEach(dependency -> result.addAll(withDependencies(dependency)));
        result.add(component);
        return new ArrayList<>(result);
    }

    /** Runs the work for each; a failure does not stop the components that do not stand on it. */
    Map<String, String> run(List<Component> components, Work work) {
        Map<String, CompletableFuture<Void>> runs = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(PARALLEL)) {
            Set<Component> ordered = new LinkedHashSet<>();
            components.forEach(component -> ordered.addAll(withDependencies(component)));
            for (Component component : ordered) {
                CompletableFuture<?>[] before = dependencies(component).stream()
                        .map(dependency -> runs.get(dependency.name()))
                        .toArray(CompletableFuture<?>[]::new);
                runs.put(
                        component.name(),
                        CompletableFuture.allOf(before).thenRunAsync(() -> work.on(component), threads));
            }
            return failures(runs);
        }
    }

    private List<Component> dependencies(Component component) {
        List<Component> result = new ArrayList<>();
        component.bases().forEach(base -> result.add(recipe.component(base)));
        if (component.products().stream().anyMatch(Product.Image.class::isInstance)) {
            recipe.components().stream().filter(ComponentSchedule::isServer).forEach(result::add);
        }
        return result;
    }

    static boolean isServer(Component component) {
        return component.products().stream().anyMatch(Product.Server.class::isInstance);
    }

    private static Map<String, String> failures(Map<String, CompletableFuture<Void>> runs) {
        Map<String, String> failures = new TreeMap<>();
        runs.forEach((name, run) -> {
            try {
                run.join();
            } catch (CompletionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                failures.put(name, String.valueOf(cause.getMessage()));
            }
        });
        return failures;
    }

    /** What is done with a component. */
    @FunctionalInterface
    interface Work {
        void on(Component component);
    }
}
