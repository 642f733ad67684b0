package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.offlinepackage.recipe.Recipe;

/**
 * A package to be built.
 *
 * @param recipe what it is made of
 * @param digest what makes two builds of it the same
 */
record PackagePlan(Recipe recipe, String digest) {
    /** The name and tag of its image. */
    String image() {
        return "slipway/package-kubernetes:" + recipe.requiredKubernetesVersion();
    }
}
