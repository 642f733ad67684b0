package dev.slipway.cli.offlinepackage.recipe;

import dev.slipway.cli.failure.ProblemException;
import java.util.List;

/** A recipe that cannot be built, with all that is wrong in it. */
public class InvalidRecipeException extends ProblemException {
    private static final long serialVersionUID = 1L;

    /** Names the recipe and each of its problems. */
    public InvalidRecipeException(String recipe, List<String> problems) {
        super("Recipe %s is not valid: %s".formatted(recipe, String.join("; ", problems)));
    }
}
