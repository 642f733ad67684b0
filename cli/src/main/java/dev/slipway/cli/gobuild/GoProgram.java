package dev.slipway.cli.gobuild;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One program of a Go module and how it is built.
 *
 * @param module where its source comes from
 * @param packagePath its main package; "." is the main folder
 * @param output the name of the file
 * @param settings how it is compiled and linked
 * @param mainFolder a folder with a main package of our own that uses the module
 */
public record GoProgram(
        GoModule module,
        String packagePath,
        String output,
        GoSettings settings,
        @Nullable Path mainFolder) {
    /** A program compiled without C and with the usual flags. */
    public static GoProgram plain(GoModule module, String packagePath, String output) {
        return new GoProgram(module, packagePath, output, new GoSettings(false, "", ""), null);
    }

    /** What Go itself calls the program when it is told only a folder to put it into. */
    String executable() {
        String[] parts = packagePath.split("/", -1);
        String last = parts[parts.length - 1];
        return last.equals(".") ? output : last.matches("v\\d+") ? parts[parts.length - 2] : last;
    }
}
