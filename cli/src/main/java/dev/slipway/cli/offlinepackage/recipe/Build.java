package dev.slipway.cli.offlinepackage.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the programs of a component are built.
 *
 * @param mainFolder folder of the recipes with a main package of our own
 * @param cgo whether C code is compiled in
 * @param tags build tags, separated by spaces
 * @param ldflags flags of the linker beyond those that strip
 * @param programs the programs
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Build(@Nullable String mainFolder, boolean cgo, String tags, String ldflags, List<Program> programs) {
    /** Absent flags are none. */
    public Build {
        tags = RecipeText.orEmpty(tags);
        ldflags = RecipeText.orEmpty(ldflags);
        programs = RecipeText.copyOf(programs);
    }
}
