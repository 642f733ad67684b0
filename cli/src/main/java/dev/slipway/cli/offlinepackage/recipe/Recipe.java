package dev.slipway.cli.offlinepackage.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.cli.failure.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a package is made of, with everything it includes.
 *
 * @param name the package's name, such as kubernetes-1.37.2
 * @param kubernetesVersion the version of Kubernetes; null where the recipe is not of a package
 * @param architecture the processor everything is built for
 * @param components its parts, those shared with other packages first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recipe(String name, @Nullable String kubernetesVersion, String architecture, List<Component> components) {
    /** A copy of the components is kept. */
    public Recipe {
        components = List.copyOf(components);
    }

    /** The version of Kubernetes, of a recipe that is a package's. */
    public String requiredKubernetesVersion() {
        if (kubernetesVersion == null) {
            throw new InvalidRecipeException(name, List.of("kubernetesVersion is missing"));
        }
        return kubernetesVersion;
    }

    /** The component of that name. */
    public Component component(String componentName) {
        return components.stream()
                .filter(component -> component.name().equals(componentName))
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException("Recipe %s has no component '%s'".formatted(name, componentName)));
    }
}
