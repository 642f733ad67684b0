package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.offlinepackage.recipe.Recipe;

/**
 * A package to be built.
 *
 * @param recipe what it is made of
 * @param keyId the key it is signed with
 * @param digest what makes two builds of it the same
 */
record PackagePlan(Recipe recipe, String keyId, String digest) {
    /** The name and tag of its image: packages of two installations, signed by two keys, stand side by side. */
    String image() {
        return "slipway/package-kubernetes:" + recipe.requiredKubernetesVersion() + "-" + keyId;
    }
}
