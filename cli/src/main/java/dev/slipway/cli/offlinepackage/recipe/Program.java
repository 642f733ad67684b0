package dev.slipway.cli.offlinepackage.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One program: a Go main package, or a single C file.
 *
 * @param output the name of the file that is made
 * @param packagePath the Go main package
 * @param cFile the C file inside the source
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Program(
        String output,
        @JsonProperty("package") @Nullable String packagePath,
        @Nullable String cFile) {}
